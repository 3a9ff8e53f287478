import type { Refusal } from '../../src/base/refusals';
import { instantFault, promises } from '../../src/base/instants';
import { bad } from '../process/refusing';

/** BAK-59. A supplier's delivery in the past, or in another year, is no promise; null when it may be believed, or none is named. */
export const promiseRefused = (promisedAt: number | null | undefined, now: number, pointer: string): Refusal | null =>
  promisedAt !== null && promisedAt !== undefined && instantFault(promisedAt, promises(now))
    ? bad(pointer, { code: 'no-promise' }, 'BAK-59')
    : null;
