import type { Bare } from '../base/faults';

/** What is said against an answer of a supplier. */
export interface PurchasingFaults {
  'no-promise': Bare;
  'question-closed': Bare;
}
declare module '../base/faults' {
  interface FaultParams extends PurchasingFaults {}
}
