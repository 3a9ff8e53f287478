import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive } from './process-identity';
import type { Addresses } from './shop-plan';

/** What a running shop tells tools on the same machine (`demo`, `verify`, `doctor`): `LEVAIN_HOME/run.json`. It holds the database password. */
export interface RunFile extends Addresses {
  readonly pid: number;
  readonly startedAt: string;
  readonly home: string;
  /** Where a generated `LEVAIN_SECRET` is kept. */
  readonly secretFile: string;
  readonly filesDir: string;
  readonly clockRate: number;
  /** Process ids of the parts that are ours. */
  readonly parts: Readonly<Record<string, number>>;
}

export function writeRunFile(file: string, run: RunFile): void {
  writeFileSync(`${file}.new`, JSON.stringify(run, null, 2) + '\n', { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

/** The running shop, or null when none runs: what a killed shop left behind does not count. */
export function readRunFile(file: string): RunFile | null {
  try {
    const run = JSON.parse(readFileSync(file, 'utf8')) as RunFile;
    return isAlive(run.pid) ? run : null;
  } catch {
    return null;
  }
}

export const removeRunFile = (file: string): void => rmSync(file, { force: true });
