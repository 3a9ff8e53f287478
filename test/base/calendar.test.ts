import fc from 'fast-check';
import {
  addDays,
  atTime,
  defaultCalendar,
  isAssumed,
  isOpenDay,
  isWorkday,
  localDay,
  localTime,
  nextOpenDay,
  quietUntil,
  weekdayOf,
  type Calendar,
} from '../../src/base/calendar';
import { HOLIDAYS, HOLIDAY_YEARS, MAKE_UP_DAYS } from '../../src/base/holidays.data';
import { bakeryRules } from '../../src/bakery/rulebook.rules';
import { DAY_MS, HOUR_MS } from '../../src/base/rule';

const china = defaultCalendar();
/** New York around the changes of March and November 2026: a zone with daylight saving finds forgotten zones. */
const newYork = defaultCalendar({
  zone: 'America/New_York',
  offsets: [
    { fromMs: Date.UTC(2025, 10, 2, 6), minutes: -300 },
    { fromMs: Date.UTC(2026, 2, 8, 7), minutes: -240 },
    { fromMs: Date.UTC(2026, 10, 1, 6), minutes: -300 },
  ],
});
const daysOf = (year: number): string[] =>
  Array.from({ length: 366 }, (_, n) => addDays(`${year}-01-01`, n)).filter((day) => day.startsWith(`${year}-`));

describe('store days', () => {
  test('a day begins at midnight of the store, which is 16:00 UTC of the day before', () => {
    expect(localDay(china, Date.parse('2026-12-01T15:59:59.999Z'))).toBe('2026-12-01');
    expect(localDay(china, Date.parse('2026-12-01T16:00:00Z'))).toBe('2026-12-02');
    expect(localTime(china, Date.parse('2026-12-01T16:00:00Z'))).toBe('00:00');
    expect(atTime(china, '2026-12-02', '00:00')).toBe(Date.parse('2026-12-01T16:00:00Z'));
  });

  test('weekdays are numbered as ISO does', () => {
    expect(['2026-11-30', '2026-12-05', '2026-12-06'].map(weekdayOf)).toEqual([1, 6, 7]);
  });

  test('days are added across months, leap days and years', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28');
  });

  test('what is not a day or a time is refused', () => {
    expect(() => atTime(china, '2026-13-01', '10:00')).toThrow(RangeError);
    expect(() => atTime(china, '2026-12-01', '25:00')).toThrow(RangeError);
  });

  test('an hour the clock skips is taken as much later; of one it repeats, the first counts', () => {
    expect(atTime(newYork, '2026-03-08', '02:30')).toBe(Date.parse('2026-03-08T07:30:00Z')); // the clock shows 03:30
    expect(atTime(newYork, '2026-11-01', '01:30')).toBe(Date.parse('2026-11-01T05:30:00Z'));
    expect(atTime(newYork, '2026-11-01', '02:30')).toBe(Date.parse('2026-11-01T07:30:00Z'));
  });

  test.each([
    ['Shanghai', china],
    ['New York', newYork],
  ])('the clock of %s shows the time that was asked for, whenever there is such a time', (_, calendar) => {
    const minute = fc.integer({ min: Date.UTC(2026, 0, 1) / 60_000, max: Date.UTC(2026, 11, 31) / 60_000 });
    fc.assert(
      fc.property(minute, (minutes) => {
        const ms = minutes * 60_000;
        const back = atTime(calendar, localDay(calendar, ms), localTime(calendar, ms));
        expect(localTime(calendar, back)).toBe(localTime(calendar, ms));
        expect([0, HOUR_MS]).toContain(ms - back); // an hour apart only in the hour that is shown twice
      }),
    );
  });
});

describe('working days', () => {
  test('2026 follows the calendar of the State Council: 248 working days, six of them at weekends', () => {
    const workdays = daysOf(2026).filter((day) => isWorkday(china, day));
    expect(workdays).toHaveLength(248);
    expect(workdays.filter((day) => weekdayOf(day) > 5)).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    expect(isWorkday(china, '2026-10-05')).toBe(false);
  });

  test('the committed holidays are those that chinese-days carries', () => {
    const source = jest.requireActual<Record<'holidays' | 'workdays', Record<string, string>>>('chinese-days/dist/chinese-days.json');
    const covered = (table: Record<string, string>): string[] =>
      Object.keys(table)
        .filter((day) => Number(day.slice(0, 4)) >= 2024)
        .sort();
    expect(HOLIDAYS).toEqual(covered(source.holidays));
    expect(MAKE_UP_DAYS).toEqual(covered(source.workdays));
    expect(HOLIDAY_YEARS).toEqual([2024, 2025, 2026]);
  });

  test('of a year without holidays nothing is guessed, unless the calendar says that weekdays may be assumed', () => {
    const strict = defaultCalendar({ assumeWeekdays: false });
    expect(() => isWorkday(strict, '2027-01-04')).toThrow('no public holidays for 2027');
    expect(() => isOpenDay(strict, '2027-01-04')).toThrow('no public holidays for 2027');
    expect(isWorkday(china, '2027-01-04')).toBe(true);
    expect([isAssumed(china, '2027-01-04'), isAssumed(china, '2026-12-31')]).toEqual([true, false]);
  });

  test("the store's own word on a day counts before everything, also in a year without holidays", () => {
    const own = defaultCalendar({
      assumeWeekdays: false,
      closures: { '2026-12-01': 'closed', '2026-10-01': 'open', '2027-01-04': 'open' },
    });
    expect(['2026-12-01', '2026-10-01', '2027-01-04'].map((day) => isOpenDay(own, day))).toEqual([false, true, true]);
    expect(isAssumed(own, '2027-01-04')).toBe(false);
  });

  test('a store opens on its own weekdays and on make-up days, and rests on public holidays', () => {
    const weekly = defaultCalendar({ weekdays: [2, 3, 4, 5, 6] });
    expect(isOpenDay(weekly, '2026-12-05')).toBe(true); // Saturday
    expect(isOpenDay(weekly, '2026-12-07')).toBe(false); // Monday
    expect(isOpenDay(weekly, '2026-09-20')).toBe(true); // Sunday worked for National Day
    expect(isOpenDay(weekly, '2026-10-06')).toBe(false); // Tuesday in National Day week
  });

  test('the next open day is the day itself when open; a store that never opens is a mistake that is told', () => {
    expect(nextOpenDay(china, '2026-09-30')).toBe('2026-09-30');
    expect(nextOpenDay(china, '2026-10-01')).toBe('2026-10-08');
    expect(() => nextOpenDay(defaultCalendar({ weekdays: [], makeUpDays: [] }), '2026-12-01')).toThrow('no open day within a year');
  });

  test('a calendar is plain data: it survives a journey as JSON', () => {
    expect(JSON.parse(JSON.stringify(china)) as Calendar).toEqual(china);
  });
});

describe('BAK-08 quiet hours hold what is not urgent from 21:00 to 08:00', () => {
  const { quietFrom, quietUntil: quietEnd } = bakeryRules();
  const sent = (wall: string): string => {
    const ms = quietUntil(china, quietFrom.at, quietEnd.at, Date.parse(`${wall}+08:00`));
    return `${localDay(china, ms)} ${localTime(china, ms)}`;
  };

  test.each([
    ['2026-12-01T20:59:59', '2026-12-01 20:59'],
    ['2026-12-01T21:00:00', '2026-12-02 08:00'],
    ['2026-12-01T21:00:01', '2026-12-02 08:00'],
    ['2026-12-02T07:59:59', '2026-12-02 08:00'],
    ['2026-12-02T08:00:00', '2026-12-02 08:00'],
    ['2026-12-31T23:59:59', '2027-01-01 08:00'],
  ])('a notice of %s goes at %s', (queued, goes) => expect(sent(queued)).toBe(goes));

  test('hours within one day work as well', () => {
    const ms = Date.parse('2026-12-01T13:00:00+08:00');
    expect(quietUntil(china, '12:00', '14:00', ms)).toBe(ms + HOUR_MS);
    expect(quietUntil(china, '12:00', '14:00', ms + HOUR_MS)).toBe(ms + HOUR_MS);
  });

  test('whenever a notice is queued, it waits less than a day, never goes early and never goes in the quiet hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 0, 1) }), (ms) => {
        const goes = quietUntil(china, '21:00', '08:00', ms);
        expect(goes).toBeGreaterThanOrEqual(ms);
        expect(goes - ms).toBeLessThan(DAY_MS);
        expect(localTime(china, goes) >= '08:00' && localTime(china, goes) < '21:00').toBe(true);
        expect(quietUntil(china, '21:00', '08:00', goes)).toBe(goes);
      }),
    );
  });
});
