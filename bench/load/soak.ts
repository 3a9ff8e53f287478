import { pause } from '../../src/demo/shop-client';
import { openHandles, rssMb } from '../processes';
import { latencyOf, median, type Latency } from '../stats';
import { liveOverHttp, peopleAt } from '../throughput/over-http';

/** Memory, MB, and open files and sockets of one process; null where the system does not tell. */
export interface Reading {
  readonly rssMb: number | null;
  readonly handles: number | null;
}

export interface SoakResult {
  readonly minutes: number;
  readonly orders: number;
  readonly failed: readonly string[];
  readonly write: Latency;
  /** By process: the middle of the first tenth of the readings after the warm-up, and of the last tenth. */
  readonly processes: Readonly<Record<string, { readonly start: Reading; readonly end: Reading }>>;
}

export interface SoakOptions {
  readonly apiUrl: string;
  readonly minutes: number;
  readonly ordersPerMinute: number;
  /** Processes that are watched, by name. */
  readonly pids: Readonly<Record<string, number>>;
}

const MINUTE_MS = 60_000;
/** Share of the time that is warm-up. */
const WARM_UP = 0.1;
const READINGS = 100;

/** Orders come at a steady rate and are lived over HTTP by all their people, while processes are watched. */
export async function runSoak({ apiUrl, minutes, ordersPerMinute, pids }: SoakOptions): Promise<SoakResult> {
  const lastsMs = minutes * MINUTE_MS;
  const tookMs: number[] = [];
  const failed: string[] = [];
  const people = await peopleAt(apiUrl, (ms) => tookMs.push(ms));
  const watched = watch(pids, lastsMs);
  const from = Date.now();
  const lives: Promise<void>[] = [];
  const count = Math.floor(minutes * ordersPerMinute);
  for (let n = 0; n < count; n += 1) {
    await pause(Math.max(0, from + (n * MINUTE_MS) / ordersPerMinute - Date.now()));
    lives.push(liveOverHttp(people).catch((error: unknown) => void failed.push(error instanceof Error ? error.message : String(error))));
  }
  const processes = await watched;
  await Promise.all(lives);
  return { minutes, orders: count - failed.length, failed, write: latencyOf(tookMs), processes };
}

async function watch(pids: Readonly<Record<string, number>>, lastsMs: number): Promise<SoakResult['processes']> {
  await pause(lastsMs * WARM_UP);
  const readings: Record<string, Reading>[] = [];
  for (let n = 0; n < READINGS; n += 1) {
    readings.push(Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, { rssMb: rssMb(pid), handles: openHandles(pid) }])));
    await pause((lastsMs * (1 - WARM_UP)) / READINGS);
  }
  const tenth = READINGS / 10;
  const middle = (name: string, of: readonly Record<string, Reading>[]): Reading => ({
    rssMb: middleOf(of.map((reading) => reading[name]!.rssMb)),
    handles: middleOf(of.map((reading) => reading[name]!.handles)),
  });
  return Object.fromEntries(
    Object.keys(pids).map((name) => [name, { start: middle(name, readings.slice(0, tenth)), end: middle(name, readings.slice(-tenth)) }]),
  );
}

const middleOf = (values: readonly (number | null)[]): number | null => {
  const known = values.filter((value): value is number => value !== null);
  return known.length > 0 ? median(known) : null;
};
