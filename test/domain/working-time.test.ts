import fc from 'fast-check';
import { defaultCalendar, isWorkday, localDay, localTime } from '../../src/domain/calendar';
import { addWorkingDays, addWorkingHours } from '../../src/domain/working-time';
import { HOUR_MS } from '../../src/domain/rulebook/rule';

const calendar = defaultCalendar(); // 08:00–12:00 and 13:00–18:00
const at = (wall: string): number => Date.parse(`${wall.replace(' ', 'T')}+08:00`);
const show = (ms: number): string => `${localDay(calendar, ms)} ${localTime(calendar, ms)}`;

describe('working days', () => {
  test.each([
    ['2026-12-01 10:00', 1, '2026-12-02 10:00'],
    ['2026-12-04 10:00', 1, '2026-12-07 10:00'], // Friday to Monday
    ['2026-12-05 10:00', 1, '2026-12-07 10:00'], // from Saturday
    ['2026-09-30 10:00', 1, '2026-10-08 10:00'], // over National Day
    ['2026-10-08 10:00', 2, '2026-10-10 10:00'], // the Saturday is worked
    ['2026-12-01 10:00', 0, '2026-12-01 10:00'],
  ])('%s and %i working days later is %s', (from, n, to) => expect(show(addWorkingDays(calendar, at(from), n))).toBe(to));

  test('seconds are kept', () => {
    expect(addWorkingDays(calendar, at('2026-12-01 10:00:07'), 1)).toBe(at('2026-12-02 10:00:07'));
  });

  test('exactly as many working days lie in between, and the last day is one', () => {
    const instant = fc.integer({ min: at('2024-01-01 00:00'), max: at('2026-10-01 00:00') });
    fc.assert(
      fc.property(instant, fc.integer({ min: 1, max: 40 }), (ms, n) => {
        const due = addWorkingDays(calendar, ms, n);
        expect(isWorkday(calendar, localDay(calendar, due))).toBe(true);
        expect(due).toBe(Array.from({ length: n }).reduce<number>((from) => addWorkingDays(calendar, from, 1), ms));
      }),
    );
  });
});

describe('working hours over several windows a day', () => {
  test.each([
    ['2026-12-01 09:00', 2, '2026-12-01 11:00'],
    ['2026-12-01 09:00', 3, '2026-12-01 12:00'], // used up as the window ends
    ['2026-12-01 09:00', 4, '2026-12-01 14:00'], // over lunch
    ['2026-12-01 12:30', 1, '2026-12-01 14:00'], // from lunch
    ['2026-12-01 17:00', 2, '2026-12-02 09:00'], // over night
    ['2026-12-04 17:00', 2, '2026-12-07 09:00'], // over a weekend
    ['2026-12-01 06:00', 9, '2026-12-01 18:00'], // a whole day
    ['2026-12-01 20:00', 0, '2026-12-01 20:00'],
  ])('%s and %i working hours is %s', (from, n, to) => expect(show(addWorkingHours(calendar, at(from), n))).toBe(to));

  test('asking for more hours in two steps comes to the same as in one', () => {
    const instant = fc.integer({ min: at('2024-01-01 00:00'), max: at('2026-10-01 00:00') });
    const some = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(instant, some, some, (ms, a, b) => {
        expect(addWorkingHours(calendar, addWorkingHours(calendar, ms, a), b)).toBe(addWorkingHours(calendar, ms, a + b));
        expect(addWorkingHours(calendar, ms, a)).toBeGreaterThanOrEqual(ms + a * HOUR_MS);
      }),
    );
  });

  test('a calendar without windows is a mistake that is told', () => {
    expect(() => addWorkingHours(defaultCalendar({ windows: [] }), at('2026-12-01 10:00'), 1)).toThrow('too few working hours');
    expect(() => addWorkingDays(defaultCalendar({ assumeWeekdays: false }), at('2026-12-31 10:00'), 1)).toThrow(
      'no public holidays for 2027',
    );
  });
});
