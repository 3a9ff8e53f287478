import { defaultCalendar } from '../../src/base/calendar';
import {
  dayOf,
  fullDay,
  otherInstants,
  roomFor,
  takenBy,
  type CapacityBook,
  type Limits,
  type WorkClaim,
} from '../../src/orders/capacity.rules';

/** A shop that is closed on Sundays; 2026-12-06 is one. */
const calendar = defaultCalendar({ weekdays: [1, 2, 3, 4, 5, 6] });
const at = (day: string, time = '15:00'): number => Date.parse(`${day}T${time}:00+08:00`);
const book = (limits: Partial<Limits>, loads: readonly (WorkClaim & { readonly order: string })[] = []): CapacityBook => {
  const by = { calendar, limits: { weekly: {}, days: {}, ...limits } };
  return { ...by, taken: takenBy(loads, by) };
};
const claim = (own: Partial<WorkClaim> = {}): WorkClaim => ({ work: 'making', minutes: 40, at: at('2026-12-04'), deadline: true, ...own });
const WEEK = { making: [100, 100, 100, 100, 100, 100, 100] };

describe('BAK-29 the day on which work falls', () => {
  test('is that of its deadline, or the last one before that has any capacity; work that is begun falls on its very day', () => {
    const limited = book({ weekly: WEEK, days: { '2026-12-05': { making: 0 } } });
    const days = [
      claim(),
      claim({ at: at('2026-12-07') }),
      claim({ at: at('2026-12-06') }),
      claim({ at: at('2026-12-06'), deadline: false }),
    ];
    expect(days.map((one) => dayOf(one, limited))).toEqual(['2026-12-04', '2026-12-07', '2026-12-04', '2026-12-06']);
  });

  test('is that of its deadline where nothing was said, or where no day near has any', () => {
    const sunday = claim({ at: at('2026-12-06') });
    expect(dayOf(sunday, book({}))).toBe('2026-12-06');
    expect(dayOf(sunday, book({ weekly: { making: [0, 0, 0, 0, 0, 0, 0] } }))).toBe('2026-12-06');
  });

  test('is a day of the store, whatever UTC says', () => {
    expect(dayOf(claim({ at: at('2026-12-04', '00:30') }), book({ weekly: WEEK }))).toBe('2026-12-04');
  });
});

describe('BAK-29 the room on a day', () => {
  const others = [claim({ minutes: 30 }), claim({ minutes: 31 }), claim({ work: 'decoration', minutes: 500 })].map((one, n) => ({
    ...one,
    order: `o${n}`,
  }));

  test('is what can be done less what others take of that work; exactly what is left still fits', () => {
    const limited = book({ weekly: WEEK }, others);
    const [fits] = roomFor([claim({ minutes: 39 })], limited);
    expect(fits).toEqual({
      work: 'making',
      day: '2026-12-04',
      minutes: 39,
      limitMinutes: 100,
      takenMinutes: 61,
      fits: true,
      oversize: false,
    });
    expect(roomFor([claim({ minutes: 40 })], limited)[0]?.fits).toBe(false);
  });

  test('has no limit where nothing was said, and what takes nothing needs none', () => {
    expect(roomFor([claim({ minutes: 9_999 })], book({}, others))[0]).toMatchObject({ limitMinutes: null, fits: true });
    expect(roomFor([claim({ minutes: 0 })], book({ weekly: WEEK }))).toEqual([]);
  });

  test('on a closed day is none, unless the day says otherwise', () => {
    const begun = claim({ at: at('2026-12-06'), deadline: false });
    expect(roomFor([begun], book({ weekly: WEEK }))[0]).toMatchObject({ limitMinutes: 0, fits: false });
    expect(roomFor([begun], book({ weekly: WEEK, days: { '2026-12-06': { making: 40 } } }))[0]).toMatchObject({
      limitMinutes: 40,
      fits: true,
    });
  });

  test('is missing for what an emptier day could take; what no weekday could take alone is no day’s fault', () => {
    const full = book({ weekly: WEEK }, others);
    expect(fullDay(roomFor([claim({ minutes: 100 })], full))).toMatchObject({ fits: false, oversize: false });
    expect(fullDay(roomFor([claim({ minutes: 101 })], full))).toBeUndefined();
    expect(fullDay(roomFor([claim({ minutes: 1 })], book({ weekly: { making: [0, 0, 0, 0, 0, 0, 0] } })))).toBeDefined(); // not done at all
  });
});

describe('BAK-29 other promises', () => {
  const DAY = 24 * 3_600_000;
  const claimsFor = (promise: number): WorkClaim[] => [claim({ at: promise - DAY })];
  const full = (...days: string[]) => days.map((day, n) => ({ ...claim({ at: at(day), minutes: 100 }), order: `o${n}` }));
  const others = (wanted: number, limited: CapacityBook, own: object = {}): string[] =>
    otherInstants({ at: wanted, notBefore: at('2026-11-20'), notAfter: at('2027-01-01'), claimsFor, ...own }, limited).map((instant) =>
      new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16),
    );

  test('are the two nearest days before and after that have room, at the hour that was wanted; closed days are none', () => {
    const limited = book({ weekly: WEEK }, full('2026-12-02', '2026-12-04', '2026-12-08'));
    // Saturday's and Thursday's work would be Friday's and Wednesday's; of Monday it would be Saturday's
    expect(others(at('2026-12-05'), limited)).toEqual(['2026-12-02T15:00', '2026-12-04T15:00', '2026-12-07T15:00', '2026-12-08T15:00']);
  });

  test('come at the nearest whole hour at which the store is open', () => {
    expect(others(at('2026-12-05', '23:00'), book({ weekly: WEEK })).map((one) => one.slice(11))).toEqual([
      '17:00',
      '17:00',
      '17:00',
      '17:00',
    ]);
    expect(others(at('2026-12-05', '12:00'), book({ weekly: WEEK }))[0]).toMatch(/T(11|13):00$/); // noon is a break
  });

  test('are neither over, nor too near to be worked, nor too far ahead; none is an answer', () => {
    expect(others(at('2026-12-05'), book({ weekly: WEEK }), { notBefore: at('2026-12-03'), notAfter: at('2026-12-07') })).toEqual([
      '2026-12-04T15:00',
      '2026-12-07T15:00',
    ]);
    expect(others(at('2026-12-05'), book({ weekly: { making: [0, 0, 0, 0, 0, 0, 0] } }))).toEqual([]);
  });
});
