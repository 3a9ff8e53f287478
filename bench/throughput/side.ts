import type { Part } from '../../src/local-shop/part';
import type { Client, WorkflowHandle } from '@temporalio/client';
import { createGate, type Gate } from '../gate';
import { watchMemory } from '../processes';
import { latencyOf, median, type Latency } from '../stats';
import { countHistory, type HistoryCounts } from './history-counts';

/** What one side did with its orders. */
export interface SideResult {
  readonly orders: number;
  /** Orders that did not come to their end, and why. */
  readonly failed: readonly string[];
  /** Orders by the second in which at least one was worked on. */
  readonly ordersPerSecond: number;
  readonly update: Latency;
  /** Of the middle order by number of events: its counts, and the bytes of its history. */
  readonly counts: HistoryCounts;
  readonly historyBytes: number;
  /** Fewest and most events of an order. */
  readonly eventsFrom: number;
  readonly eventsTo: number;
  readonly workerPeakMb: number | null;
  readonly workerEndMb: number | null;
  /** Processor seconds an order, by process. */
  readonly cpu: Readonly<Record<string, number>>;
}

/** How one side lives an order: starts its workflow, sends its updates, and answers its workflow id when it has ended. */
export type Live = (order: { readonly aside: Aside; readonly took: (ms: number) => void }) => Promise<string>;
type Aside = Parameters<Parameters<Gate['enter']>[0]>[0];

export interface SideOptions {
  readonly client: Client;
  readonly orders: number;
  /** Orders worked on at a time. */
  readonly inFlight: number;
  readonly workerPid: number;
  /** Processor seconds used so far, by process. */
  readonly cpu: () => Readonly<Record<string, number>>;
  readonly live: Live;
}

/** Lives `orders` orders in a closed loop and measures. */
export async function runSide({ client, orders, inFlight, workerPid, cpu, live }: SideOptions): Promise<SideResult> {
  const gate = createGate(inFlight);
  const tookMs: number[] = [];
  const failed: string[] = [];
  const memory = watchMemory(workerPid);
  const before = cpu();
  const ids = await Promise.all(
    Array.from({ length: orders }, () =>
      gate
        .enter((aside) => live({ aside, took: (ms) => tookMs.push(ms) }))
        .catch((error: unknown) => void failed.push(error instanceof Error ? error.message : String(error))),
    ),
  );
  const busySeconds = gate.busyMs() / 1000;
  const after = cpu();
  const { peakMb, endMb } = memory.stop();
  const ended = ids.filter((id): id is string => id !== undefined);
  if (ended.length === 0) throw new Error(`No order came to its end. The first one: ${failed[0]}`);
  return {
    orders: ended.length,
    failed,
    ordersPerSecond: ended.length / busySeconds,
    update: latencyOf(tookMs),
    ...(await historiesOf(client, ended)),
    workerPeakMb: peakMb,
    workerEndMb: endMb,
    cpu: Object.fromEntries(Object.entries(after).map(([name, seconds]) => [name, (seconds - before[name]!) / ended.length])),
  };
}

type Histories = Pick<SideResult, 'counts' | 'historyBytes' | 'eventsFrom' | 'eventsTo'>;

/** The middle order's history stands for all: counted, weighed, and the spread told beside it. */
export async function historiesOf(client: Client, workflowIds: readonly string[]): Promise<Histories> {
  const sized: { handle: WorkflowHandle; events: number; bytes: number }[] = [];
  for (const id of workflowIds) {
    const handle = client.workflow.getHandle(id);
    const { historyLength, historySize } = await handle.describe();
    sized.push({ handle, events: historyLength, bytes: historySize ?? NaN });
  }
  sized.sort((a, b) => a.events - b.events);
  const middle = sized[Math.floor((sized.length - 1) / 2)];
  if (!middle) throw new Error('There are no histories to count.');
  return {
    counts: countHistory(await middle.handle.fetchHistory()),
    historyBytes: middle.bytes,
    eventsFrom: sized[0]!.events,
    eventsTo: sized.at(-1)!.events,
  };
}

/** One figure of several runs of a side: the median, as it stands in the table. */
export const middleOf = (runs: readonly SideResult[], figure: (run: SideResult) => number | null): number =>
  median(runs.map((run) => figure(run) ?? NaN));

/** The process id of a running part. @throws when it does not run. */
export function pidOf(part: Part): number {
  if (part.pid === null) throw new Error(`The ${part.name} does not run.`);
  return part.pid;
}
