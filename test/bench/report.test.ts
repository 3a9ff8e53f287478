import type { Comparison } from '../../bench/throughput/compare';
import { aimsOf, failures, reportOf } from '../../bench/throughput/report';
import type { SideResult } from '../../bench/throughput/side';

const side = (own: Partial<SideResult>): SideResult => ({
  orders: 100,
  failed: [],
  ordersPerSecond: 1,
  update: { count: 1800, p50Ms: 100, p99Ms: 300, maxMs: 400 },
  counts: {
    events: 100,
    workflowTasks: 20,
    updates: 18,
    localActivities: 0,
    activities: 0,
    timersFired: 2,
    timersCancelled: 0,
    upserts: 0,
    signals: 0,
    children: 0,
  },
  historyBytes: 50_000,
  eventsFrom: 100,
  eventsTo: 100,
  workerPeakMb: 300,
  workerEndMb: 300,
  cpu: {},
  ...own,
});
const comparison: Comparison = {
  inFlight: 20,
  ours: [side({ ordersPerSecond: 3 })],
  floor: [side({ ordersPerSecond: 4 })],
  least: [side({ ordersPerSecond: 12, failed: ['an order of the least floor was lost'] })],
  calendar: null,
  http: null,
  letters: 0,
  lettersBehindSeconds: [],
  ourBundleBytes: 500_000,
  floorBundleBytes: 500_000,
};
const cellsOf = (row: string): string[] | undefined =>
  reportOf(comparison)
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    )
    .find(([name]) => name === row);

test('a reader sees ours beside both floors, with the ratio to each', () => {
  expect(cellsOf('')).toEqual([
    '',
    'least floor',
    'bare SDK',
    'ours',
    'ours ÷ bare',
    'ours ÷ least',
    'rounds, ours',
    'rounds, bare',
    'rounds, least',
  ]);
  expect(cellsOf('orders/s')).toEqual(['orders/s', '12', '4', '3', '0.75', '0.25', '3.00', '4.00', '12.00']);
});

test('half of the least floor is an aim; a quarter misses it', () => {
  expect(aimsOf(comparison)).toContainEqual({ what: 'throughput, ours ÷ least floor', aim: '≥ 0.5', measured: 0.25, met: false });
});

test('an order that was lost on any side fails the run', () => {
  expect(failures(comparison)).toEqual(['an order of the least floor was lost']);
});
