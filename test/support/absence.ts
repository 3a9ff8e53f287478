import { randomUUID } from 'node:crypto';

/** Of an update of somebody: their one absence. */
export const awayFrom = (from: Date, until: Date | null = null) => ({ ...BACK, create: { id: randomUUID(), from, until } });
/** Of an update of somebody: they are away no more. */
export const BACK = { deleteMany: {} };
