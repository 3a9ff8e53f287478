import { tableOf, type Cell } from '../table';
import type { Comparison } from './compare';
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

/** The aims of the issue, judged by the medians of the rounds. */
export function aimsOf({ ours, floor, calendar, ourBundleBytes }: Comparison): Aim[] {
  const atLeast = (what: string, measured: number, aim: number): Aim => ({ what, aim: `≥ ${aim}`, measured, met: measured >= aim });
  const atMost = (what: string, measured: number, aim: number): Aim => ({ what, aim: `≤ ${aim}`, measured, met: measured <= aim });
  const ratio = (figure: (run: SideResult) => number): number => middleOf(ours, figure) / middleOf(floor, figure);
  return [
    atLeast(
      'throughput, ours ÷ bare',
      ratio((run) => run.ordersPerSecond),
      0.8,
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
  const { ours, floor, http, calendar, lettersBehindSeconds, letters } = comparison;
  const aims = aimsOf(comparison);
  return [
    `Ours beside the floor: ${ours[0]?.orders} orders, ${comparison.inFlight} at a time, medians of ${ours.length} rounds`,
    tableOf(['', 'bare SDK', 'ours', 'ours ÷ bare', 'rounds, ours', 'rounds, bare'], figures(ours, floor)),
    'What one order asked of Temporal',
    tableOf(['', 'bare SDK', 'ours', ...(calendar ? ['ours, by the calendar'] : [])], asked(comparison)),
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
export const failures = ({ ours, floor, http }: Comparison): string[] => [
  ...[...ours, ...floor].flatMap((run) => run.failed),
  ...(http?.failed ?? []),
];

const kb = (bytes: number): string => (bytes / 1000).toFixed(0);
const ms = (value: number): string => value.toFixed(0);

function figures(ours: readonly SideResult[], floor: readonly SideResult[]): Cell[][] {
  const row = (name: string, figure: (run: SideResult) => number | null, digits = 0): Cell[] => {
    const each = (runs: readonly SideResult[]): string => runs.map((run) => figure(run)?.toFixed(digits) ?? '–').join(' ');
    const [our, bare] = [middleOf(ours, figure), middleOf(floor, figure)];
    return [name, bare, our, our / bare, each(ours), each(floor)];
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

function asked({ ours, floor, calendar }: Comparison): Cell[][] {
  const [our, bare] = [ours.at(-1)!, floor.at(-1)!];
  const names = Object.keys(our.counts) as (keyof typeof our.counts)[];
  const words = (name: string): string => name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return [
    ...names.map((name) => [words(name), bare.counts[name], our.counts[name], ...(calendar ? [calendar.counts[name]] : [])]),
    ['events, fewest … most', spread(bare), spread(our), ...(calendar ? [spread(calendar)] : [])],
    ['history, KB', bare.historyBytes / 1000, our.historyBytes / 1000, ...(calendar ? [calendar.historyBytes / 1000] : [])],
  ];
}

const spread = ({ eventsFrom, eventsTo }: { readonly eventsFrom: number; readonly eventsTo: number }): string =>
  `${eventsFrom} … ${eventsTo}`;
