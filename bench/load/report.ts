import { tableOf, type Cell } from '../table';
import type { LoadResult } from './load';

/** The load figures as people read them. */
export function loadReportOf({ acts, parked, soak }: LoadResult): string {
  const tables: string[] = [];
  if (acts) {
    tables.push(
      `${acts.sent} requests at ${acts.rate} a second, open loop; latency from the instant a request was due`,
      tableOf(
        ['', 'requests', 'p50, ms', 'p99, ms', 'max, ms'],
        [
          ['reads', acts.reads.count, acts.reads.p50Ms, acts.reads.p99Ms, acts.reads.maxMs],
          ['task completions', acts.acts.count, acts.acts.p50Ms, acts.acts.p99Ms, acts.acts.maxMs],
        ],
      ),
      `failed: ${acts.failed.length}; the sender was at most ${acts.senderLateMs.toFixed(0)} ms late`,
    );
  }
  if (parked) {
    tables.push(
      `${parked.parked} orders parked for 72 hours, ${parked.cache} in the worker's memory; ${parked.timers} timers due in one minute`,
      tableOf(
        ['', 'measured'],
        [
          ['parked a second', parked.parkedPerSecond],
          ['worker RSS before, MB', parked.workerBeforeMb],
          ['worker RSS, all parked, MB', parked.workerParkedMb],
          ['worker RSS after the timers, MB', parked.workerAfterMb],
          ['timer lateness p50, ms', parked.late.p50Ms],
          ['timer lateness p99, ms', parked.late.p99Ms],
          ['timer lateness max, ms', parked.late.maxMs],
          ['last on record after the minute, s', parked.lastOnRecordSeconds],
          ['rest before the first timer, s', parked.restSeconds],
        ],
      ),
    );
  }
  if (soak) {
    const rows = Object.entries(soak.processes).map(([name, { start, end }]): Cell[] => [
      name,
      start.rssMb,
      end.rssMb,
      growth(start.rssMb, end.rssMb),
      start.handles,
      end.handles,
    ]);
    tables.push(
      `Soak of ${soak.minutes} minutes: ${soak.orders} orders over HTTP, ${soak.failed.length} failed; write p50 / p99 ${soak.write.p50Ms.toFixed(0)} / ${soak.write.p99Ms.toFixed(0)} ms`,
      tableOf(['process', 'RSS start, MB', 'RSS end, MB', 'growth', 'handles start', 'handles end'], rows),
    );
  }
  return [...tables, ...loadFailures({ acts, parked, soak }).slice(0, 10)].join('\n\n');
}

/** Everything that was refused or not answered. */
export const loadFailures = ({ acts, soak }: LoadResult): string[] => [...(acts?.failed ?? []), ...(soak?.failed ?? [])];

const growth = (from: number | null, to: number | null): string =>
  from === null || to === null ? '–' : `${(((to - from) / from) * 100).toFixed(1)} %`;
