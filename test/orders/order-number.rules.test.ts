import fc from 'fast-check';
import { addDays, defaultCalendar } from '../../src/base/calendar';
import { formatOrderNumber, isOrderNumber, numberingDay, parseOrderNumber } from '../../src/orders/order-number.rules';

const day = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('2000-01-01', n).replaceAll('-', ''));

describe('BAK-16 an order number is the intake day and a serial of at least three digits', () => {
  test.each([
    ['20250131', 7, '20250131007'],
    ['20261123', 1, '20261123001'],
    ['20261123', 999, '20261123999'],
    ['20261123', 1000, '202611231000'],
  ])('%s and %i make %s', (date, serial, number) => {
    expect(formatOrderNumber(date, serial)).toBe(number);
    expect(parseOrderNumber(number)).toEqual({ day: date, serial });
  });

  test('whatever is written can be read again and has the pattern of the rule', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 1_000_000 }), (date, serial) => {
        const number = formatOrderNumber(date, serial);
        expect(number).toMatch(/^\d{8}\d{3,}$/);
        expect(parseOrderNumber(number)).toEqual({ day: date, serial });
      }),
    );
  });

  test('two orders never share a number', () => {
    const order = fc.tuple(day, fc.integer({ min: 1, max: 20_000 }));
    fc.assert(
      fc.property(order, order, (a, b) => {
        expect(formatOrderNumber(...a) === formatOrderNumber(...b)).toBe(a[0] === b[0] && a[1] === b[1]);
      }),
    );
  });

  test.each([
    '',
    '20261123',
    '2026112301',
    '20261301001',
    '20260230001',
    '0007060000000', // 0007-06-00 alone would be read as 6 July 2000
    '20260600001',
    '20261123000',
    '202611230001',
    '20261123001a',
    ' 20261123001',
    '２０261123001',
  ])('"%s" is not an order number', (text) => expect(isOrderNumber(text)).toBe(false));

  test('no text whatever makes the reader stumble', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{9,14}$/)), (text) => {
        expect(() => isOrderNumber(text)).not.toThrow();
      }),
    );
  });

  test('a day that does not exist or a serial below 1 is never numbered', () => {
    expect(() => formatOrderNumber('20260229', 1)).toThrow(RangeError);
    expect(() => formatOrderNumber('2026-11-23', 1)).toThrow(RangeError);
    expect(() => formatOrderNumber('20261123', 0)).toThrow(RangeError);
    expect(() => formatOrderNumber('20261123', 1.5)).toThrow(RangeError);
  });

  test('the day is the intake date in the zone of the store', () => {
    expect(numberingDay(defaultCalendar(), Date.parse('2026-11-23T15:59:59Z'))).toBe('20261123');
    expect(numberingDay(defaultCalendar(), Date.parse('2026-11-23T16:00:00Z'))).toBe('20261124');
  });
});
