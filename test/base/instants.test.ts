import fc from 'fast-check';
import { ANY_INSTANT, deliveries, happenings, instantFault, plans, promises } from '../../src/base/instants';

const at = (iso: string): number => Date.parse(iso);
const NOON = at('2026-11-23T12:00:00Z');
const DAY = 86_400_000;

test.each([
  ['the first moment of the year 2000', '2000-01-01T00:00:00Z', null],
  ['a moment before it', '1999-12-31T23:59:59.999Z', 'unreadable'],
  ['the last moment of the year 2199', '2199-12-31T23:59:59.999Z', null],
  ['a moment after it', '2200-01-01T00:00:00Z', 'unreadable'],
  ['the year 0', '0000-01-01T00:00:00Z', 'unreadable'],
  ['the year 9999', '9999-12-31T23:00:00Z', 'unreadable'],
])('of all instants, %s (%s) is %s', (_what, iso, fault) => {
  expect(instantFault(at(iso))).toBe(fault);
});

test.each([NaN, Infinity, 1.5, null, undefined, '2026-11-23', new Date(NOON)])('%p is no instant', (given) => {
  expect(instantFault(given)).toBe('unreadable');
});

test('whatever passes is written with a year of four digits, in every zone', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e14, max: 1e14 }), fc.integer({ min: -14, max: 14 }), (given, hours) => {
      fc.pre(instantFault(given) === null);
      return /^\d{4}-/.test(new Date(given + hours * 3_600_000).toISOString());
    }),
  );
  for (const end of [ANY_INSTANT.from - 14 * 3_600_000, ANY_INSTANT.to + 14 * 3_600_000]) {
    expect(new Date(end).toISOString()).toMatch(/^\d{4}-/);
  }
});

test('BAK-22 a delivery lies after this moment, and no further ahead than the shop looks', () => {
  const range = deliveries(NOON, 2 * DAY);
  expect([NOON, NOON + 1, NOON + 2 * DAY, NOON + 2 * DAY + 1].map((given) => instantFault(given, range))).toEqual([
    'too-early',
    null,
    null,
    'too-late',
  ]);
});

test('what happened to an order happened since the minute it was taken in, and not later than now', () => {
  const range = happenings(at('2026-11-23T10:20:30.400Z'), NOON);
  expect(
    ['2026-11-23T10:19:59.999Z', '2026-11-23T10:20:00Z', '2026-11-23T12:00:00Z', '2026-11-23T12:00:00.001Z'].map((iso) =>
      instantFault(at(iso), range),
    ),
  ).toEqual(['too-early', null, null, 'too-late']);
});

test('BAK-59 a supplier promises for later than now, and within the year', () => {
  expect([NOON, NOON + 1, NOON + 366 * DAY, NOON + 367 * DAY].map((given) => instantFault(given, promises(NOON)))).toEqual([
    'too-early',
    null,
    null,
    'too-late',
  ]);
});

test('BAK-29 a step is planned between the intake and the delivery', () => {
  const range = plans(NOON, NOON + DAY);
  expect([NOON - 1, NOON, NOON + DAY, NOON + DAY + 1].map((given) => instantFault(given, range))).toEqual([
    'too-early',
    null,
    null,
    'too-late',
  ]);
});
