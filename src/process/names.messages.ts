/** The names of what every process has. Fixed by the outside contract. */
export const POST_OFFICE_WORKFLOW = 'postOffice';
export const POST_OFFICE_ID = 'post-office';
/** The Query by which a process says what it does not know to be written, beyond a revision. */
export const BATCHES_AFTER = 'batchesAfter';
/** The Query by which a process says what it would refuse an act with (ADR 20). */
export const CHECK_ACT = 'checkAct';
