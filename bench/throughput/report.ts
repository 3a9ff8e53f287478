import { tableOf, type Cell } from '../table';
import type { Comparison } from './compare';
import type { HistoryCounts } from './history-counts';
import { middleOf, type SideResult } from './side';

/** Temporal's own order application on the same machine, orders/s (design notes: 3.9 and 4.0; twice that is the aim). */
const TWICE_REFERENCE = 7.8;

/** One figure that was promised, and what came of it. */
export interface Aim {
  readonly what: string;
  readonly aim: string;
  readonly measured: number;
  readonly met: boolean;
}

/** What was promised, judged by the medians of the rounds. */
export function aimsOf({ ours, floor, least, calendar, ourBundleBytes }: Comparison): Aim[] {
  const atLeast = (what: string, measured: number, aim: number): Aim => ({ what, aim: `≥ ${aim}`, measured, met: measured >= aim });
  const atMost = (what: string, measured: number, aim: number): Aim => ({ what, aim: `≤ ${aim}`, measured, met: measured <= aim });
  const ratio = (figure: (run: SideResult) => number, to = floor): number => middleOf(ours, figure) / middleOf(to, figure);
  return [
    atLeast(
      'throughput, ours ÷ bare',
      ratio((run) => run.ordersPerSecond),
      0.8,
    ),
    atLeast(
      'throughput, ours ÷ least floor',
      ratio((run) => run.ordersPerSecond, least),
      0.5,
    ),
    atMost(
      'update p99, ours ÷ bare',
      ratio((run) => run.update.p99Ms),
      1.25,
    ),
    atMost(
      'events of an order',
      middleOf(ours, (run) => run.counts.events),
      200,
    ),
    atMost(
      'history KB of an order',
      middleOf(ours, (run) => run.historyBytes / 1000),
      100,
    ),
    ...(calendar
      ? [
          atMost('events, by the calendar', calendar.counts.events, 200),
          atMost('history KB, by the calendar', calendar.historyBytes / 1000, 100),
        ]
      : []),
    atMost('workflow bundle KB', ourBundleBytes / 1000, 700),
    atLeast(
      "orders/s (twice Temporal's order application)",
      middleOf(ours, (run) => run.ordersPerSecond),
      TWICE_REFERENCE,
    ),
  ];
}

/** The comparison as people read it. */
export function reportOf(comparison: Comparison): string {
  const { ours, http, calendar, lettersBehindSeconds, letters } = comparison;
  const aims = aimsOf(comparison);
  return [
    `Ours beside the floors: ${ours[0]?.orders} orders, ${comparison.inFlight} at a time, medians of ${ours.length} rounds`,
    tableOf(
      ['', 'least floor', 'bare SDK', 'ours', 'ours ÷ bare', 'ours ÷ least', 'rounds, ours', 'rounds, bare', 'rounds, least'],
      figures(comparison),
    ),
    'What one order asked of Temporal',
    tableOf(['', 'least floor', 'bare SDK', 'ours', ...(calendar ? ['ours, by the calendar'] : [])], asked(comparison)),
    tableOf(
      ['beside', 'measured'],
      [
        ['letters of a round', letters],
        ['letters sent after the last order, s', lettersBehindSeconds.map((s) => s.toFixed(1)).join(' ')],
        ['workflow bundle, KB of code (bare SDK)', `${kb(comparison.ourBundleBytes)} (${kb(comparison.floorBundleBytes)})`],
        ...(http
          ? [
              ['over HTTP with all people: orders/s', http.ordersPerSecond] satisfies Cell[],
              ['over HTTP: write p50 / p99, ms', `${ms(http.write.p50Ms)} / ${ms(http.write.p99Ms)}`] satisfies Cell[],
            ]
          : []),
        ['orders that failed', failures(comparison).length],
      ],
    ),
    tableOf(
      ['aim', 'wanted', 'measured', ''],
      aims.map(({ what, aim, measured, met }) => [what, aim, measured, met ? 'met' : 'MISSED']),
    ),
    ...failures(comparison).slice(0, 10),
  ].join('\n\n');
}

/** Every order that did not come to its end, and why. */
export const failures = ({ ours, floor, least, http }: Comparison): string[] => [
  ...[...ours, ...floor, ...least].flatMap((run) => run.failed),
  ...(http?.failed ?? []),
];

const kb = (bytes: number): string => (bytes / 1000).toFixed(0);
const ms = (value: number): string => value.toFixed(0);

function figures({ ours, floor, least }: Comparison): Cell[][] {
  const row = (name: string, figure: (run: SideResult) => number | null, digits = 0): Cell[] => {
    const each = (runs: readonly SideResult[]): string => runs.map((run) => figure(run)?.toFixed(digits) ?? '–').join(' ');
    const [our, bare, bottom] = [middleOf(ours, figure), middleOf(floor, figure), middleOf(least, figure)];
    return [name, bottom, bare, our, our / bare, our / bottom, each(ours), each(floor), each(least)];
  };
  const cpu = (name: string): Cell[] => row(`CPU s an order: ${name}`, (run) => run.cpu[name] ?? null, 3);
  return [
    row('orders/s', (run) => run.ordersPerSecond, 2),
    row('update p50, ms', (run) => run.update.p50Ms),
    row('update p99, ms', (run) => run.update.p99Ms),
    row('events an order', (run) => run.counts.events),
    row('history, KB', (run) => run.historyBytes / 1000, 1),
    row('worker RSS, peak MB', (run) => run.workerPeakMb),
    row('worker RSS, end MB', (run) => run.workerEndMb),
    ...['worker', 'temporal', 'client', 'postgres', 'catcher'].map(cpu),
  ];
}

function asked({ ours, floor, least, calendar }: Comparison): Cell[][] {
  const sides = [least.at(-1)!, floor.at(-1)!, ours.at(-1)!, ...(calendar ? [calendar] : [])];
  const names = Object.keys(sides[0]!.counts) as (keyof HistoryCounts)[];
  const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return [
    ...names.map((name) => [words(name), ...sides.map(({ counts }) => counts[name])]),
    ['events, fewest … most', ...sides.map(spread)],
    ['history, KB', ...sides.map(({ historyBytes }) => historyBytes / 1000)],
  ];
}

const spread = ({ eventsFrom, eventsTo }: { readonly eventsFrom: number; readonly eventsTo: number }): string =>
  `${eventsFrom} … ${eventsTo}`;
