import fc from 'fast-check';
import { zoneOffsets } from '../../src/platform/db/calendar.repository';
import { addDays, defaultCalendar, isWorkday, localDay, localTime, type Calendar } from '../../src/base/calendar';
import { addWorkingDays, addWorkingHours, nextOpening } from '../../src/base/working-time';

const QUARTER_MS = 900_000;

/** A store with hours of its own in a zone; the holidays are China's wherever it stands. */
const storeIn = (zone: string, own: Partial<Calendar> = {}): Calendar =>
  defaultCalendar({ zone, offsets: zoneOffsets(zone, Date.UTC(2025, 5, 1)), ...own });

const stores: [string, Calendar][] = [
  ['Shanghai, closed over lunch', storeIn('Asia/Shanghai')],
  ['Shanghai, with days of its own', storeIn('Asia/Shanghai', { closures: { '2025-03-04': 'closed', '2025-03-08': 'open' } })],
  // its clocks change by an hour, on Sundays; two of those Sundays are worked
  [
    'New York',
    storeIn('America/New_York', { windows: [{ from: '08:30', to: '17:30' }], closures: { '2025-03-09': 'open', '2025-11-02': 'open' } }),
  ],
  ['Lord Howe, where the clocks change by half an hour', storeIn('Australia/Lord_Howe')],
];

/** What the catalogues mean by working time, asked of one instant: it is a working day and the store's clock shows a window. */
const isWorked = (store: Calendar, ms: number): boolean =>
  isWorkday(store, localDay(store, ms)) && store.windows.some(({ from, to }) => from <= localTime(store, ms) && localTime(store, ms) < to);
const workedQuarters = (store: Calendar, from: number, until: number): number =>
  Array.from({ length: (until - from) / QUARTER_MS }, (_, n) => from + n * QUARTER_MS).filter((ms) => isWorked(store, ms)).length;

const quarter = fc.integer({ min: Date.UTC(2024, 0, 1) / QUARTER_MS, max: Date.UTC(2026, 9, 1) / QUARTER_MS }).map((n) => n * QUARTER_MS);
const someHours = fc.integer({ min: 1, max: 30 });
const someDays = fc.integer({ min: 1, max: 30 });

describe.each(stores)('working time of a store in %s', (_, store) => {
  test('a start while nobody works counts as the next opening, which is the first moment in which somebody does', () => {
    fc.assert(
      fc.property(quarter, someHours, someDays, (ms, h, d) => {
        const opening = nextOpening(store, ms);
        expect(isWorked(store, opening)).toBe(true);
        expect(workedQuarters(store, ms, opening)).toBe(0);
        expect(addWorkingHours(store, ms, h)).toBe(addWorkingHours(store, opening, h));
        expect(addWorkingDays(store, ms, d)).toBe(addWorkingDays(store, opening, d));
      }),
    );
  });

  test('until working hours are up, exactly so many were worked, the last of them at the end', () => {
    fc.assert(
      fc.property(quarter, someHours, (ms, n) => {
        const due = addWorkingHours(store, ms, n);
        expect(workedQuarters(store, ms, due)).toBe(4 * n);
        expect(isWorked(store, due - 1)).toBe(true);
      }),
    );
  });

  test('until working days are up, exactly so many working days were begun, and it is the hour at which they were counted from', () => {
    fc.assert(
      fc.property(quarter, someDays, (ms, n) => {
        const opening = nextOpening(store, ms);
        const due = addWorkingDays(store, ms, n);
        let begun = 0;
        for (let day = localDay(store, opening); day !== localDay(store, due);) {
          day = addDays(day, 1);
          if (isWorkday(store, day)) begun += 1;
        }
        expect(begun).toBe(n);
        expect(isWorked(store, due)).toBe(true);
        expect(localTime(store, due)).toBe(localTime(store, opening));
      }),
    );
  });

  test('asking for more in two steps comes to the same as in one', () => {
    fc.assert(
      fc.property(quarter, someHours, someHours, (ms, a, b) => {
        expect(addWorkingHours(store, addWorkingHours(store, ms, a), b)).toBe(addWorkingHours(store, ms, a + b));
        expect(addWorkingDays(store, addWorkingDays(store, ms, a), b)).toBe(addWorkingDays(store, ms, a + b));
      }),
    );
  });

  test('who starts later is never due earlier, and who has longer neither', () => {
    const later = fc.integer({ min: 0, max: 10 * 96 }).map((n) => n * QUARTER_MS);
    fc.assert(
      fc.property(quarter, later, someHours, fc.integer({ min: 0, max: 5 }), (ms, wait, n, more) => {
        for (const add of [addWorkingHours, addWorkingDays]) {
          expect(add(store, ms + wait, n)).toBeGreaterThanOrEqual(add(store, ms, n));
          expect(add(store, ms, n + more)).toBeGreaterThanOrEqual(add(store, ms, n));
        }
      }),
    );
  });
});
