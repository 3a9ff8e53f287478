import type { Bare } from '../base/faults';

/** What is said against an answer of a supplier, and against what is said of one. */
export interface PurchasingFaults {
  'no-promise': Bare;
  'question-closed': Bare;
  // the list of suppliers
  'not-a-service-address': Bare;
}
declare module '../base/faults' {
  interface FaultParams extends PurchasingFaults {}
}
