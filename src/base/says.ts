import type { FaultCode } from './faults';

/** What a schema says of a bad value: the code, which the edge words. */
export const says = <C extends FaultCode>(code: C): C => code;
