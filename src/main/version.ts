import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Which Levain runs, by the `package.json` beside the compiled code. */
export const levainVersion = (): string =>
  (JSON.parse(readFileSync(join(__dirname, '..', '..', '..', 'package.json'), 'utf8')) as { version: string }).version;
