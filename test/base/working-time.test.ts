import { zoneOffsets } from '../../src/platform/db/calendar.repository';
import { defaultCalendar, localDay, localTime } from '../../src/base/calendar';
import { calendarDays, hours, minutes, workingDays, workingHours } from '../../src/base/rule';
import { addWorkingDays, addWorkingHours, dueIn, nextOpening } from '../../src/base/working-time';

const calendar = defaultCalendar(); // 08:00–12:00 and 13:00–18:00
const at = (wall: string): number => Date.parse(`${wall.replace(' ', 'T')}+08:00`);
const show = (ms: number): string => `${localDay(calendar, ms)} ${localTime(calendar, ms)}`;

describe('from when working time is counted', () => {
  test.each([
    ['2026-12-01 10:00', '2026-12-01 10:00'],
    ['2026-12-01 08:00', '2026-12-01 08:00'],
    ['2026-12-01 06:30', '2026-12-01 08:00'],
    ['2026-12-01 12:00', '2026-12-01 13:00'], // the end of a window is not part of it
    ['2026-12-01 12:30', '2026-12-01 13:00'],
    ['2026-12-01 18:00', '2026-12-02 08:00'],
    ['2026-12-05 10:00', '2026-12-07 08:00'], // Saturday, though the shop sells
    ['2026-09-30 18:30', '2026-10-08 08:00'], // over National Day
    ['2026-10-10 10:00', '2026-10-10 10:00'], // a Saturday that is worked
  ])('a start at %s counts from %s', (from, to) => expect(show(nextOpening(calendar, at(from)))).toBe(to));
});

describe('working days', () => {
  // the two examples printed in docs/spec/order-service-procedure.md, "Working-day rule used throughout", and its hours
  const catalogue = defaultCalendar({ windows: [{ from: '08:30', to: '17:30' }] });
  test.each([
    ['Friday 15:00 is due Monday 15:00', '2026-12-04 15:00', '2026-12-07 15:00'],
    ['Saturday 10:00 is counted from Monday 08:30, due Tuesday 08:30', '2026-12-05 10:00', '2026-12-08 08:30'],
  ])('with opening hours 08:30–17:30, one working day from %s', (_, from, to) =>
    expect(show(addWorkingDays(catalogue, at(from), 1))).toBe(to),
  );

  test.each([
    ['2026-12-01 10:00', 1, '2026-12-02 10:00'],
    ['2026-12-04 10:00', 1, '2026-12-07 10:00'], // Friday to Monday
    ['2026-12-05 10:00', 1, '2026-12-08 08:00'], // from Saturday
    ['2026-12-01 20:00', 1, '2026-12-03 08:00'], // from after closing
    ['2026-12-01 12:10', 1, '2026-12-02 13:00'], // from lunch
    ['2026-09-30 10:00', 1, '2026-10-08 10:00'], // over National Day
    ['2026-10-08 10:00', 2, '2026-10-10 10:00'], // the Saturday is worked
    ['2026-12-01 10:00', 0, '2026-12-01 10:00'],
    ['2026-12-05 10:00', 0, '2026-12-07 08:00'],
  ])('%s and %i working days later is %s', (from, n, to) => expect(show(addWorkingDays(calendar, at(from), n))).toBe(to));

  test('seconds are kept', () => {
    expect(addWorkingDays(calendar, at('2026-12-01 10:00:07'), 1)).toBe(at('2026-12-02 10:00:07'));
  });

  test('a day on which the store is closed by its own word does not count, one on which it opens does', () => {
    const own = defaultCalendar({ closures: { '2026-12-02': 'closed', '2026-12-05': 'open' } });
    expect(show(addWorkingDays(own, at('2026-12-01 10:00'), 1))).toBe('2026-12-03 10:00');
    expect(show(addWorkingDays(own, at('2026-12-04 10:00'), 1))).toBe('2026-12-05 10:00');
    expect(show(addWorkingHours(own, at('2026-12-01 17:00'), 2))).toBe('2026-12-03 09:00');
  });

  test('the hour stays the same when the clocks change over the weekend', () => {
    const zone = 'America/New_York';
    const newYork = defaultCalendar({ zone, offsets: zoneOffsets(zone, Date.UTC(2026, 5, 1)) });
    expect(addWorkingDays(newYork, Date.parse('2026-03-06T10:00-05:00'), 1)).toBe(Date.parse('2026-03-09T10:00-04:00'));
    expect(addWorkingDays(newYork, Date.parse('2026-10-30T10:00-04:00'), 1)).toBe(Date.parse('2026-11-02T10:00-05:00'));
    expect(addWorkingHours(newYork, Date.parse('2026-03-06T17:00-05:00'), 2)).toBe(Date.parse('2026-03-09T09:00-04:00'));
  });
});

describe('working hours over several windows a day', () => {
  test.each([
    ['2026-12-01 09:00', 2, '2026-12-01 11:00'],
    ['2026-12-01 09:00', 0.5, '2026-12-01 09:30'],
    ['2026-12-01 09:00', 3, '2026-12-01 12:00'], // used up as the window ends
    ['2026-12-01 09:00', 4, '2026-12-01 14:00'], // over lunch
    ['2026-12-01 12:30', 1, '2026-12-01 14:00'], // from lunch
    ['2026-12-01 17:00', 2, '2026-12-02 09:00'], // over night
    ['2026-12-04 17:00', 2, '2026-12-07 09:00'], // over a weekend
    ['2026-12-05 10:00', 2, '2026-12-07 10:00'], // from Saturday
    ['2026-12-01 06:00', 9, '2026-12-01 18:00'], // a whole day
    ['2026-12-01 20:00', 0, '2026-12-02 08:00'],
  ])('%s and %d working hours is %s', (from, n, to) => expect(show(addWorkingHours(calendar, at(from), n))).toBe(to));

  test('a calendar without windows is a mistake that is told', () => {
    const never = defaultCalendar({ windows: [] });
    expect(() => addWorkingHours(never, at('2026-12-01 10:00'), 1)).toThrow('too few working hours');
    expect(() => addWorkingDays(never, at('2026-12-01 10:00'), 1)).toThrow('too few working hours');
    expect(() => addWorkingDays(defaultCalendar({ assumeWeekdays: false }), at('2026-12-31 10:00'), 1)).toThrow(
      'no public holidays for 2027',
    );
  });
});

describe('a span of any unit', () => {
  test('runs on the wall clock, or only while people work, as its unit says', () => {
    const friday = at('2026-12-04 17:00');
    const due = [minutes(90), hours(2), calendarDays(1), workingHours(2), workingDays(1)].map((span) => dueIn(calendar, friday, span));
    expect(due).toEqual([
      { at: at('2026-12-04 18:30') },
      { at: at('2026-12-04 19:00') },
      { at: at('2026-12-05 17:00') },
      { at: at('2026-12-07 09:00') },
      { at: at('2026-12-07 17:00') },
    ]);
  });

  test('says when it rests on a year whose holidays are not known; the wall clock rests on none', () => {
    expect(dueIn(calendar, at('2026-12-31 10:00'), workingDays(1))).toEqual({ at: at('2027-01-01 10:00'), assumedYear: 2027 });
    expect(dueIn(calendar, at('2026-12-31 10:00'), calendarDays(1))).toEqual({ at: at('2027-01-01 10:00') });
  });
});
