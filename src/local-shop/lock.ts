import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { identityOf, isStill } from './process-identity';
import { StartProblem } from './start-problem';

/** Who holds a home. */
export interface Holder {
  readonly pid: number;
  readonly identity: string | null;
}

/** The running shop that holds this lock, or null. */
export function holderOf(file: string): Holder | null {
  const holder = readHolder(file);
  return holder && isStill(holder.pid, holder.identity) ? holder : null;
}

/**
 * One shop per home. A lock whose process is gone (kill -9, power cut) is taken over. Answers how to give the lock back.
 * @throws {StartProblem} when another shop runs there.
 */
export function takeLock(file: string, homeDir: string): () => void {
  const mine = `${file}.${process.pid}`;
  writeFileSync(mine, JSON.stringify({ pid: process.pid, identity: identityOf(process.pid) } satisfies Holder));
  try {
    for (;;) {
      if (claim(mine, file)) return () => rmSync(file, { force: true });
      const holder = holderOf(file);
      if (holder) {
        throw new StartProblem(
          `A shop is already running on LEVAIN_HOME ${homeDir} (process ${holder.pid}). Stop it first, or set LEVAIN_HOME and the ports to run a second one beside it.`,
        );
      }
      rmSync(file, { force: true });
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** A hard link appears whole or not at all, so nobody reads half a lock. */
function claim(mine: string, file: string): boolean {
  try {
    linkSync(mine, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function readHolder(file: string): Holder | null {
  try {
    const { pid, identity } = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    return typeof pid === 'number' ? { pid, identity: identity ?? null } : null;
  } catch {
    return null;
  }
}
