/** China has had one zone and one offset since 1991. */
const OFFSET_MS = 8 * 3_600_000;

/** An instant as people in China read it, `YYYY-MM-DD HH:MM`: for Temporal UI, where nothing may ask the host for a zone. */
export const chinaTime = (at: number): string => new Date(at + OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
