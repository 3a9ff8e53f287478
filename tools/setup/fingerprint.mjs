import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inProject } from './project.mjs';

/** All files under the given files and folders of the project, in a fixed order; what is not there is left out. */
export function filesUnder(paths, keep = () => true) {
  return paths.flatMap((path) => {
    const full = inProject(path);
    if (!existsSync(full)) return [];
    if (!statSync(full).isDirectory()) return [path];
    return filesUnder(
      readdirSync(full)
        .sort()
        .map((name) => join(path, name)),
      keep,
    ).filter(keep);
  });
}

/** A digest of the contents of those files and their names. Contents, not times: a fresh checkout of the same text is the same. */
export function fingerprint(paths, keep) {
  const hash = createHash('sha256');
  for (const file of filesUnder(paths, keep))
    hash
      .update(`${file}\0`)
      .update(readFileSync(inProject(file)))
      .update('\0');
  return hash.digest('hex');
}

const stampOf = (name) => inProject('.cache', 'setup', `${name}.sha256`);

export const readStamp = (name) => (existsSync(stampOf(name)) ? readFileSync(stampOf(name), 'utf8') : null);

export function writeStamp(name, value) {
  mkdirSync(dirname(stampOf(name)), { recursive: true });
  writeFileSync(stampOf(name), value);
}
