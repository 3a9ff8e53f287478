import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder that holds `package.json`: the same from `src/` (tests) and from `dist/` (everything else). */
export const PROJECT_ROOT: string = (() => {
  for (let folder = __dirname; folder !== dirname(folder); folder = dirname(folder)) {
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  throw new Error(`No folder above ${__dirname} holds package.json: the compiled files must stay inside the project.`);
})();

/** A compiled entry point; children always run what `tsc` built. */
export const compiled = (entry: string): string => join(PROJECT_ROOT, 'dist', 'src', 'main', entry);
