import { parseDate } from '@internationalized/date';

/** The store date (`2026-12-05`) that lies so many days after another, or before. */
export const addDays = (day: string, n: number): string => parseDate(day).add({ days: n }).toString();
