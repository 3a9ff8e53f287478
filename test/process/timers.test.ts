import { shopTime } from '../../src/base/clock';
import { createTimers, nowIn, realWait } from '../../workflows/process/timers';

const ORIGIN = 1_795_797_898_123;
const NOW = ORIGIN + 123_456;

describe('how long a process waits for a shop instant', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW }));
  afterEach(() => jest.useRealTimers());

  test.each([1, 60, 300, 6_000, 8_192, 12_000, 100_000])(
    'is never nothing while the instant is to come, at %d times the world’s speed',
    (rate) => {
      const clock = { originMs: ORIGIN, rate };
      const now = nowIn(clock);
      expect(realWait(clock, now)).toBe(0);
      expect(realWait(clock, now - 1)).toBe(0);
      for (const ahead of [1, 2, 10, rate, 3 * rate]) {
        const wait = realWait(clock, now + ahead);
        expect(wait).toBeGreaterThanOrEqual(1);
        expect(shopTime(clock, NOW + wait)).toBeGreaterThanOrEqual(now + ahead);
      }
    },
  );

  test('is the world’s own time where the shop keeps that', () => {
    expect(realWait({ originMs: 0, rate: 1 }, NOW + 1)).toBe(1);
    expect(realWait({ originMs: 0, rate: 1 }, NOW + 3_600_000)).toBe(3_600_000);
  });
});

describe('a ring that comes again and again', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW }));
  afterEach(() => jest.useRealTimers());

  test.each([
    ['that came since the run before was left rings in this one', NOW - 600, true],
    ['that the run before has rung does not', NOW - 400, false],
    ['that is counted anew rings when its time is over', undefined, false],
  ])('%s', (_what, from, due) => {
    const timers = createTimers({ originMs: ORIGIN, rate: 1 });
    timers.setEvery(1_000, 'look', () => undefined, NOW - 1_500, from);
    expect(timers.isDue()).toBe(due);
  });
});
