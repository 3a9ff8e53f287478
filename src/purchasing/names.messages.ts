/** The names of a search for a supplier. Fixed by the outside contract. */
export const SOURCING_WORKFLOW = 'sourcing';
export const sourcingWorkflowId = (exceptionId: string): string => `sourcing/${exceptionId}`;
/** The Update by which a search hears a supplier's answer by link. */
export const SUPPLIER_ANSWERED = 'supplierAnswered';
