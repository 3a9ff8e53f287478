import { LIVES, planOf } from '../../bench/chaos/plan';
import { PART_NAMES } from '../../src/local-shop/part';

const options = { seed: 42, minutes: 10, ordersPerMinute: 55 };

describe('the plan of a chaos run', () => {
  test('comes from its seed alone: equal seeds give equal runs, another seed another one', () => {
    expect(planOf(options)).toEqual(planOf(options));
    expect(planOf({ ...options, seed: 43 }).faults).not.toEqual(planOf(options).faults);
  });

  test('ten minutes place at least 500 orders and kill at least twenty times, whatever the seed', () => {
    for (let seed = 1; seed <= 200; seed += 1) {
      const { orders, faults } = planOf({ ...options, seed });
      expect(orders.length).toBeGreaterThanOrEqual(500);
      expect(faults.filter(({ how }) => how === 'kill').length).toBeGreaterThanOrEqual(20);
    }
  });

  test('two minutes break every part and live every life', () => {
    const { orders, faults } = planOf({ ...options, minutes: 2 });
    expect(new Set(faults.map(({ part }) => part))).toEqual(new Set(PART_NAMES));
    expect(new Set(orders.map(({ life }) => life))).toEqual(new Set(LIVES));
  });

  test('parts break every five to ten seconds and stay down for two at the most', () => {
    const { faults } = planOf(options);
    const gaps = faults.slice(1).map(({ atMs }, n) => atMs - faults[n]!.atMs);
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(5_000);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10_000);
    expect(Math.max(...faults.map(({ downMs }) => downMs))).toBeLessThanOrEqual(2_000);
  });
});
