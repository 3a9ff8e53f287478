import { readFileSync } from 'node:fs';

/** Whether a process of that id lives, whoever owns it. A zombie does not live. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return statOf(pid)?.state !== 'Z';
}

/**
 * Which life a process id is in: ids are used again, after a reboot above all. Boot and start tick where the system tells them (Linux);
 * null where it does not, or when there is no such process.
 */
export function identityOf(pid: number): string | null {
  const stat = statOf(pid);
  return stat ? `${read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''}/${stat.startTick}` : null;
}

/** Whether `pid` still is the process that was written down with `identity`; without one, that it lives must do. */
export const isStill = (pid: number, identity: string | null): boolean =>
  isAlive(pid) && (identity === null || identityOf(pid) === identity);

/** The command line, words joined by blanks; null where the system does not tell. */
export const commandLineOf = (pid: number): string | null => read(`/proc/${pid}/cmdline`)?.replaceAll('\0', ' ').trim() ?? null;

/** Waits until the process is gone; false when it still lives after `limitMs`. */
export async function isGoneWithin(pid: number, limitMs: number): Promise<boolean> {
  for (const end = Date.now() + limitMs; isAlive(pid);) {
    if (Date.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}

function statOf(pid: number): { state: string; startTick: string } | null {
  const line = read(`/proc/${pid}/stat`);
  // the second field is the program's name in brackets and may hold anything: count from the last bracket
  const fields = line?.slice(line.lastIndexOf(')') + 2).split(' ');
  return fields ? { state: fields[0] ?? '', startTick: fields[19] ?? '' } : null;
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
