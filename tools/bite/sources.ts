import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bite } from './bite-types';
import { bitesIn } from './bites';

/** Where rows may lie. */
const FOLDERS = ['src', 'workflows', 'activities'];
/** What is made, and words of people: breaking them breaks no rule. */
const NO_RULES = ['src/generated/', 'src/platform/words/'];

/** Every bite of the project, sorted by id. */
export function allBites(root: string): Bite[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
  const ours = files.filter((file) => !NO_RULES.some((folder) => file.startsWith(folder))).sort();
  return bitesIn(ours.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') })));
}
