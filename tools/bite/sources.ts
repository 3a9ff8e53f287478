import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Bite } from './bite-types';
import { bitesIn } from './bites';
import { PLACES } from './places';

/** Every bite of the project, sorted by id. */
export function allBites(root: string): Bite[] {
  const files = PLACES.sources.flatMap((folder) =>
    readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  );
  const ours = files.filter((file) => !PLACES.noRules.some((folder) => file.startsWith(folder))).sort();
  return bitesIn(ours.map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') })));
}
