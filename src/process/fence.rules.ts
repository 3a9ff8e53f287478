/**
 * Revisions that a new run leaves free: a batch which the lost one still has in hand finds itself overtaken and writes nothing. Where the
 * lost run stands is read before; it cannot record so many more.
 */
const FENCE = 1_000;

/** The revision after which a new run records. */
export const fenceAfter = (revision: number): number => revision + FENCE;

/** Rows of one revision, at the most: a new run numbers its own from beyond those of the lost one. */
const ROWS_A_REVISION = 1_000;

/** The row number after which a run that records after this revision numbers its rows. */
export const rowsAfter = (revision: number): number => revision * ROWS_A_REVISION;
