/** A column's instant as epoch ms; null stays null. */
export const ms = (date: Date | null): number | null => date?.getTime() ?? null;
