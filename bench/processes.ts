import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second of `/proc`: 100 on every Linux that Node runs on. */
const TICKS = 100;

/** Reads a file of `/proc`; null where there is none (another system, or the process is gone). */
function proc(path: string): string | null {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    return null;
  }
}

/** Resident memory of a process now, MB of 10⁶ bytes; null where the system does not tell. */
export function rssMb(pid: number): number | null {
  const kib = /^VmRSS:\s+(\d+) kB/m.exec(proc(`${pid}/status`) ?? '')?.[1];
  return kib ? (Number(kib) * 1024) / 1e6 : null;
}

/** Files, sockets and pipes a process holds open; null where the system does not tell. */
export function openHandles(pid: number): number | null {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return null;
  }
}

/** After the name in brackets: state, parent, … user and system ticks, those of ended children. */
const statOf = (pid: number): string[] => (proc(`${pid}/stat`) ?? '').replace(/^.*\) /s, '').split(' ');
const PARENT = 1;
const OWN_TIMES = [11, 12];
const ENDED_CHILDREN = [13, 14];

const secondsOf = (stat: string[], fields: readonly number[]): number =>
  fields.reduce((sum, field) => sum + Number(stat[field] ?? 0), 0) / TICKS;

/** Processor seconds that a process has used so far; 0 where the system does not tell. */
export const cpuSeconds = (pid: number): number => secondsOf(statOf(pid), OWN_TIMES);

/** The same with its children, ended ones included: a Postgres server works in them. */
export function cpuSecondsWithChildren(pid: number): number {
  const own = statOf(pid);
  if (own.length <= PARENT) return 0;
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => statOf(Number(name)))
    .filter((stat) => stat[PARENT] === String(pid));
  return [own, ...children].reduce((sum, stat) => sum + secondsOf(stat, OWN_TIMES), secondsOf(own, ENDED_CHILDREN));
}

/** Resident memory over a time, MB. */
export interface MemoryWatch {
  /** Stops looking; the highest and the last value seen, null where the system does not tell. */
  stop(): { readonly peakMb: number | null; readonly endMb: number | null };
}

/** Looks at a process' memory every `everyMs` real milliseconds. */
export function watchMemory(pid: number, everyMs = 250): MemoryWatch {
  let [peakMb, endMb]: (number | null)[] = [null, null];
  const look = (): void => {
    endMb = rssMb(pid);
    if (endMb !== null) peakMb = Math.max(peakMb ?? 0, endMb);
  };
  look();
  const timer = setInterval(look, everyMs);
  return {
    stop() {
      clearInterval(timer);
      look();
      return { peakMb: peakMb ?? null, endMb: endMb ?? null };
    },
  };
}
