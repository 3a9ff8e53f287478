/** Why a bite that survives is no gap in the tests, by the bite's id. */
export type Explained = ReadonlyMap<string, string>;

/**
 * Reads `bite-explained.tsv`: a bite's id, a tab, the reason; a line that begins with `#` says nothing.
 * @throws {Error} for a line without a reason, and for a bite explained twice.
 */
export function readExplained(text: string): Explained {
  const explained = new Map<string, string>();
  for (const line of text.split('\n').filter((one) => one.trim() !== '' && !one.startsWith('#'))) {
    const [id = '', reason = ''] = line.split('\t').map((part) => part.trim());
    if (reason === '' || explained.has(id)) throw new Error(`bite-explained.tsv: "${id}" must stand once, with a tab and a reason.`);
    explained.set(id, reason);
  }
  return explained;
}
