import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { PLACES } from './places';

/** A test file with what it may cost: 0 plain functions, 1 a database, 2 a Temporal server, 3 the whole system. */
export interface TestFile {
  readonly path: string;
  readonly cost: 0 | 1 | 2 | 3;
  readonly text: string;
}

const costOf = (path: string, text: string): TestFile['cost'] => {
  if (path.startsWith(PLACES.systemTests)) return 3;
  if (PLACES.temporalSupport.test(text)) return 2;
  return /support\//.test(text) ? 1 : 0;
};

/** Every test file, the cheap ones first, the small before the large. */
export function testFiles(root: string): TestFile[] {
  return readdirSync(join(root, PLACES.tests), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.test.ts'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort((a, b) => statSync(a).size - statSync(b).size)
    .map((full) => {
      const path = full.slice(root.length + 1);
      const text = readFileSync(full, 'utf8');
      return { path, text, cost: costOf(path, text) };
    })
    .sort((a, b) => a.cost - b.cost);
}

/** A title that names one of the rules, for jest's `-t`. */
export const titlePattern = (ids: readonly string[]): string => `(${ids.join('|')})\\b`;

/** The files that name one of the rules at all; jest finds out which of their titles do. */
export const naming = (files: readonly TestFile[], ids: readonly string[]): TestFile[] => {
  const pattern = new RegExp(`\\b${titlePattern(ids)}`);
  return files.filter(({ text }) => pattern.test(text));
};
