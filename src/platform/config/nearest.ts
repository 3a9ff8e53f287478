/** The candidate that takes the fewest changed letters (Levenshtein); the first of equals. `candidates` is not empty. */
export function nearest(word: string, candidates: readonly string[]): string {
  const scored = candidates.map((candidate) => ({ candidate, changes: distance(word, candidate) }));
  return scored.reduce((best, next) => (next.changes < best.changes ? next : best)).candidate;
}

function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = at(row, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, at(row, j) + 1, at(next, j - 1) + 1));
    }
    row = next;
  }
  return at(row, b.length);
}

/** A cell that is there by construction. */
const at = (row: readonly number[], index: number): number => row[index] ?? Infinity;
