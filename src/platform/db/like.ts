/** A pattern of `LIKE` that finds words as they are typed: its own signs are taken literally. */
export const literally = (words: string): string => `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
