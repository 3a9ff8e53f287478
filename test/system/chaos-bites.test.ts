import { join } from 'node:path';
import type { Plan } from '../../bench/chaos/plan';
import { verdictOf, type ChaosReport } from '../../bench/chaos/report';
import { runChaos, type RunOptions } from '../../bench/chaos/run';
import { PROJECT_ROOT } from '../../src/local-shop/project';

const MINUTE = 60_000;
const broken = (name: string): string => join(PROJECT_ROOT, 'dist', 'bench', 'chaos', 'broken', `${name}.js`);

/** A short day: three orders that are paid for and called off, and one killed worker. */
const PLAN: Plan = {
  seed: 1,
  minutes: 0.1,
  orders: [
    { n: 0, atMs: 0, life: 'cancelled' },
    { n: 1, atMs: 200, life: 'called-off' },
    { n: 2, atMs: 400, life: 'cancelled' },
  ],
  faults: [{ atMs: 1_500, part: 'worker', how: 'kill', downMs: 200 }],
};

/** One order, whose first act meets the death of its API, whichever of the two it is. The clock is slow: nothing else soon makes the order write. */
const WOUNDED: Plan = {
  ...PLAN,
  orders: PLAN.orders.slice(0, 1),
  faults: (['api', 'second-api'] as const).map((part) => ({ atMs: 0, part, how: 'kill-before-write', downMs: 200 })),
};
const SLOW = 60;

const run = (programs?: RunOptions['programs'], plan = PLAN, clockRate = 5_000): Promise<ChaosReport> =>
  runChaos({ plan, clockRate, drainMs: MINUTE, watchedMs: MINUTE / 2, say: () => undefined, keep: false, ...(programs && { programs }) });
const kindsOf = ({ findings }: ChaosReport): string[] => [...new Set(findings.map(({ what }) => what))].sort();

describe('the oracle of the chaos runs bites', () => {
  test(
    'a sound build passes',
    async () => {
      const report = await run();
      expect([report.findings, report.gaveUp, verdictOf(report)]).toEqual([[], [], 'passed']);
      expect(report.orders).toBe(3);
      expect(report.damage.kills.worker).toBe(1);
    },
    3 * MINUTE,
  );

  test(
    'a recorder that forgets a line of the timeline is found out: an acknowledged act is lost',
    async () => {
      const report = await run({ api: broken('forgetful-api'), worker: broken('forgetful-worker') });
      expect(verdictOf(report)).toBe('FAILED');
      expect(kindsOf(report)).toEqual(['lost']);
      expect(report.findings).toHaveLength(3);
      expect(report.findings[0]?.detail).toMatch(/payment\.received.*1 acknowledged.*0 times/);
    },
    3 * MINUTE,
  );

  test(
    'a letter sent past the ledger is found out: it is double',
    async () => {
      const report = await run({ worker: broken('careless-worker') });
      expect(verdictOf(report)).toBe('FAILED');
      expect(kindsOf(report)).toEqual(['double']);
      expect(report.findings[0]?.detail).toMatch(/copies too many arrived/);
    },
    3 * MINUTE,
  );

  test(
    'an act whose API dies before it writes comes to file by the sweeper: a sound build passes',
    async () => {
      const report = await run(undefined, WOUNDED, SLOW);
      expect([report.findings, report.gaveUp, verdictOf(report)]).toEqual([[], [], 'passed']);
      expect(report.damage.wounds['kill-before-write']).toBeGreaterThanOrEqual(1);
    },
    4 * MINUTE,
  );

  test(
    'an API that calls acts done before they are written is found out: what its death leaves unwritten is lost',
    async () => {
      const report = await run({ api: broken('hasty-api') }, WOUNDED, SLOW);
      expect(verdictOf(report)).toBe('FAILED');
      expect(kindsOf(report)).toEqual(['lost']);
      expect(report.findings[0]?.detail).toMatch(/met kill-before-write; nobody asked again/);
    },
    4 * MINUTE,
  );
});
