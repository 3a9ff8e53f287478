import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Bite } from './bite-types';
import { broken } from './bites';
import { PLACES } from './places';

/** What the system tests start is built anew from the broken sources; that the compiler objects to a break is no matter. */
const BUILDS = [['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], ['tools/bundle.mjs']];

/** A copy of the project in which rows are broken; the folder somebody works in is never touched. */
export interface Tree {
  readonly folder: string;
  /** Breaks one row while `work` lasts. */
  withBroken<T>(bite: Bite, work: () => Promise<T>): Promise<T>;
  remove(): void;
}

/**
 * Copies the project as it stands, changes that are not committed included. Always to the same folder, so that jest's cache of translated
 * files holds from one run to the next; one run at a time.
 * `builds` makes each break reach the built programs, too.
 * @throws {Error} while another run has the copy.
 */
export function copyTree(root: string, folder: string, { builds }: { readonly builds: boolean }): Tree {
  claim(folder);
  const files = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' });
  for (const file of [...files.split('\0').filter((name) => name !== ''), PLACES.generated]) {
    if (existsSync(join(root, file))) cpSync(join(root, file), join(folder, file), { recursive: true, preserveTimestamps: true });
  }
  for (const name of PLACES.linked) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    if (builds && name === 'dist') cpSync(join(root, name), join(folder, name), { recursive: true });
    else symlinkSync(join(root, name), join(folder, name));
  }
  const write = (path: string, text: string): void => {
    writeFileSync(path, text);
    for (const args of builds ? BUILDS : []) spawnSync(process.execPath, args, { cwd: folder, stdio: 'ignore' });
  };
  return {
    folder,
    async withBroken(bite, work) {
      const path = join(folder, bite.file);
      const whole = readFileSync(path, 'utf8');
      write(path, broken(whole, bite));
      try {
        return await work();
      } finally {
        write(path, whole);
      }
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A copy that a killed run left is removed; one that is in use is not. */
function claim(folder: string): void {
  const owner = join(folder, 'owner.pid');
  if (existsSync(owner) && isAlive(Number(readFileSync(owner, 'utf8')))) throw new Error(`Another run uses ${folder}.`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(owner, String(process.pid));
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
