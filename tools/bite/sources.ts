import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bite } from './bite-types';
import { bitesIn } from './bites';

/** Where rows may lie. */
const FOLDERS = ['src', 'workflows', 'activities'];
const GENERATED = 'src/generated/';

/** Every bite of the project, sorted by id. */
export function allBites(root: string): Bite[] {
  const files = FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
  return files
    .filter((file) => !file.startsWith(GENERATED))
    .sort()
    .flatMap((file) => bitesIn(file, readFileSync(join(root, file), 'utf8')))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}
