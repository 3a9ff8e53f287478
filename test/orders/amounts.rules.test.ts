import fc from 'fast-check';
import { moneyOf } from '../../src/orders/amounts.rules';

const fen = fc.integer({ min: 0, max: 1_000_000_000 });

describe('BAK-32 what is outstanding follows from payments', () => {
  const order = { totalFen: 28_800, depositFen: 8_640, receivedFen: 0, refundedFen: 0 };

  test('total less received plus refunded', () => {
    expect(moneyOf(order).outstandingFen).toBe(28_800);
    expect(moneyOf({ ...order, receivedFen: 8_640 })).toEqual({ ...order, receivedFen: 8_640, outstandingFen: 20_160 });
    expect(moneyOf({ ...order, receivedFen: 28_800 }).outstandingFen).toBe(0);
    expect(moneyOf({ ...order, receivedFen: 28_800, refundedFen: 800 }).outstandingFen).toBe(800);
  });

  test('what the store forgave at receipt is paid back and not owed again', () => {
    expect(moneyOf({ ...order, receivedFen: 28_800, refundedFen: 800, allowanceFen: 800 }).outstandingFen).toBe(0);
  });

  test.each(['cancelled', 'declined'] as const)('a %s order owes nothing', (state) => {
    expect(moneyOf({ ...order, receivedFen: 8_640, refundedFen: 8_640, state }).outstandingFen).toBe(0);
  });

  test('is never negative, however much was paid', () => {
    fc.assert(
      fc.property(fen, fen, (totalFen, receivedFen) => {
        const { outstandingFen } = moneyOf({ totalFen, depositFen: 0, receivedFen, refundedFen: 0 });
        expect(outstandingFen).toBe(receivedFen > totalFen ? 0 : totalFen - receivedFen);
      }),
    );
  });
});
