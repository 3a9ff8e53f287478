import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds `package.json`: the same from `src/` (tests) and from `dist/` (everything else). */
export const PROJECT_ROOT: string = (() => {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
  return folder;
})();

/** A compiled entry point; children always run what `tsc` built. */
export const compiled = (entry: string): string => join(PROJECT_ROOT, 'dist', 'src', 'main', entry);
