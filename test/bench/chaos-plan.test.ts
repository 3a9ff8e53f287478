import type { PlannedFault } from '../../bench/chaos/faults';
import { LIVES, planOf } from '../../bench/chaos/plan';

const WOUNDS = ['kill-before-write', 'kill-after-write', 'postgres-away-at-write'];
const PARTS = ['postgres', 'temporal', 'catcher', 'worker', 'api', 'second-api'];
/** A wound kills, too. */
const kills = (faults: readonly PlannedFault[]): readonly PlannedFault[] => faults.filter(({ how }) => how !== 'stop');
const seeds = Array.from({ length: 200 }, (_, n) => n + 1);
const options = { seed: 42, minutes: 10, ordersPerMinute: 55 };

describe('the plan of a chaos run', () => {
  test('comes from its seed alone: equal seeds give equal runs, another seed another one', () => {
    expect(planOf(options)).toEqual(planOf(options));
    expect(planOf({ ...options, seed: 43 }).faults).not.toEqual(planOf(options).faults);
  });

  test('ten minutes place at least 500 orders and kill at least forty times, three times each way, whatever the seed', () => {
    for (const seed of seeds) {
      const { orders, faults } = planOf({ ...options, seed });
      expect(orders.length).toBeGreaterThanOrEqual(500);
      expect(kills(faults).length).toBeGreaterThanOrEqual(40);
      for (const wound of WOUNDS) expect(faults.filter(({ how }) => how === wound).length).toBeGreaterThanOrEqual(3);
      expect(faults.filter(({ part, how }) => part === 'second-api' && how === 'kill').length).toBeGreaterThanOrEqual(3);
    }
  });

  test('two minutes break every part, wound in every way and live every life, whatever the seed', () => {
    for (const seed of seeds) {
      const { orders, faults } = planOf({ ...options, seed, minutes: 2 });
      expect(new Set(faults.filter(({ how }) => !WOUNDS.includes(how)).map(({ part }) => part))).toEqual(new Set(PARTS));
      expect(new Set(faults.map(({ how }) => how).filter((how) => WOUNDS.includes(how)))).toEqual(new Set(WOUNDS));
      expect(new Set(orders.map(({ life }) => life))).toEqual(new Set(LIVES));
    }
  });

  test('both APIs are wounded', () => {
    const { faults } = planOf(options);
    expect(new Set(faults.filter(({ how }) => WOUNDS.includes(how)).map(({ part }) => part))).toEqual(new Set(['api', 'second-api']));
  });

  test('parts break every five to ten seconds and stay down for two at the most', () => {
    const { faults } = planOf(options);
    const gaps = faults.slice(1).map(({ atMs }, n) => atMs - faults[n]!.atMs);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000);
    expect(Math.max(...faults.map(({ downMs }) => downMs))).toBeLessThanOrEqual(2_000);
  });
});
