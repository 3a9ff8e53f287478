import fc from 'fast-check';
import { depositFen, formatYuan, totalOf } from '../../src/base/money';
import { bakeryRules } from '../../src/bakery/rulebook.rules';
import { percent } from '../../src/base/rule';

const fen = fc.integer({ min: 0, max: 1_000_000_000 });

describe('BAK-31 the prepayment is 30 % of the total, rounded half up to 1 fen', () => {
  const { depositShare } = bakeryRules();

  test.each([
    [28_800, 8_640],
    [0, 0],
    [1, 0], // 0.3
    [2, 1], // 0.6
    [5, 2], // 1.5
    [15, 5], // 4.5
    [14, 4], // 4.2
  ])('of %i fen it is %i fen', (total, deposit) => expect(depositFen(total, depositShare)).toBe(deposit));

  test('is a whole number of fen, within half a fen of the share, and never falls as the total rises', () => {
    fc.assert(
      fc.property(fen, (total) => {
        const deposit = depositFen(total, depositShare);
        expect(Number.isSafeInteger(deposit)).toBe(true);
        expect(Math.abs(deposit * 10 - total * 3)).toBeLessThanOrEqual(5);
        expect(depositFen(total + 1, depositShare)).toBeGreaterThanOrEqual(deposit);
      }),
    );
  });

  test('other shares work too, halves and hundredths included', () => {
    expect(depositFen(1_000, percent(100))).toBe(1_000);
    expect(depositFen(1_000, percent(0))).toBe(0);
    expect(depositFen(1_000, percent(12.5))).toBe(125);
    expect(depositFen(10_000, percent(33.33))).toBe(3_333);
  });
});

test('lines come to quantity times price', () => {
  expect(totalOf([])).toBe(0);
  expect(
    totalOf([
      { quantity: 2, unitPriceFen: 28_800 },
      { quantity: 12, unitPriceFen: 150 },
    ]),
  ).toBe(59_400);
});

test.each([
  [28_800, '¥288.00'],
  [5, '¥0.05'],
  [0, '¥0.00'],
  [100, '¥1.00'],
  [-1_234, '-¥12.34'],
])('%i fen are shown as %s', (amount, text) => expect(formatYuan(amount)).toBe(text));
