import fc from 'fast-check';
import { REAL_TIME, realDuration, shopTime } from '../../src/base/clock';

const instant = fc.integer({ min: Date.UTC(2024, 0, 1), max: Date.UTC(2030, 0, 1) });
const clock = fc.record({ originMs: instant, rate: fc.integer({ min: 1, max: 20_000 }) });

describe('the shop clock', () => {
  test('at rate 1 is the clock of the world', () => {
    fc.assert(
      fc.property(instant, (ms) => {
        expect([shopTime(REAL_TIME, ms), realDuration(REAL_TIME, ms)]).toEqual([ms, ms]);
      }),
    );
  });

  test('thirteen days of a shop at rate 7200 go by in 156 seconds', () => {
    expect(realDuration({ originMs: 0, rate: 7_200 }, 13 * 86_400_000)).toBe(156_000);
  });

  test('agrees with the world at its origin and runs rate times as fast from there', () => {
    fc.assert(
      fc.property(clock, fc.nat(86_400_000), (shop, passed) => {
        expect(shopTime(shop, shop.originMs)).toBe(shop.originMs);
        expect(shopTime(shop, shop.originMs + passed)).toBe(shop.originMs + passed * shop.rate);
      }),
    );
  });

  test('a timer is never early and at most a millisecond late, and the past needs none', () => {
    fc.assert(
      fc.property(clock, instant, fc.integer({ min: 1, max: 30 * 86_400_000 }), (shop, real, wait) => {
        const due = shopTime(shop, real) + wait;
        const fires = shopTime(shop, real + realDuration(shop, wait));
        expect(fires).toBeGreaterThanOrEqual(due);
        expect(fires - due).toBeLessThan(shop.rate);
        expect(realDuration(shop, -wait)).toBe(0);
      }),
    );
  });
});
