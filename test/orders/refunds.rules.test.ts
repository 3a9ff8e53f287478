import fc from 'fast-check';
import { Refusal } from '../../src/base/refusals';
import { refundFor, type RefundCause } from '../../src/orders/refunds.rules';

const fen = fc.integer({ min: 0, max: 1_000_000_000 });
const held = (receivedFen: number, refundedFen = 0) => ({ receivedFen, refundedFen });
const cause = fc.constantFrom<RefundCause>('store', 'customer', 'neither');

test("BAK-39 for a cause on the store's side everything received is refunded, whatever it has cost", () => {
  expect(refundFor('store', held(8_640), 5_000)).toMatchObject({ refundFen: 8_640, ruleId: 'BAK-39' });
  fc.assert(fc.property(fen, fen, (received, costs) => refundFor('store', held(received), costs).refundFen === received));
});

describe("BAK-40 for a cause on the customer's side costs already incurred are deducted", () => {
  test('and the calculation is shown', () => {
    expect(refundFor('customer', held(8_640), 5_000)).toEqual({
      refundFen: 3_640,
      ruleId: 'BAK-40',
      lines: [
        { key: 'received', amountFen: 8_640, zh: '已收款', en: 'Received' },
        { key: 'costs-incurred', amountFen: -5_000, zh: '扣除已产生成本', en: 'Costs already incurred' },
        { key: 'refund', amountFen: 3_640, zh: '应退金额', en: 'Refund' },
      ],
    });
  });

  test('one fen below, at and above what was received: nothing more is ever collected', () => {
    expect(refundFor('customer', held(8_640), 8_639).refundFen).toBe(1);
    expect(refundFor('customer', held(8_640), 8_640).refundFen).toBe(0);
    expect(refundFor('customer', held(8_640), 8_641).refundFen).toBe(0);
    expect(refundFor('customer', held(8_640), 9_000).lines).toContainEqual(
      expect.objectContaining({ key: 'costs-not-collected', amountFen: 360 }),
    );
  });

  test('what fits neither side is decided by the store manager, by default in full', () => {
    expect(refundFor('neither', held(8_640), 5_000).refundFen).toBe(8_640);
    expect(refundFor('neither', held(8_640), 5_000, 4_000)).toMatchObject({
      refundFen: 4_000,
      lines: [{}, { key: 'kept-by-decision', amountFen: -4_640 }, {}],
    });
    expect(() => refundFor('neither', held(8_640), 0, 8_641)).toThrow(Refusal);
    expect(() => refundFor('neither', held(8_640), 0, -1)).toThrow(Refusal);
    expect(() => refundFor('neither', held(8_640), 0, 0.5)).toThrow(Refusal);
  });
});

test('BAK-41 the deduction is limited to costs that have arisen: without costs there is none', () => {
  fc.assert(
    fc.property(fen, fen, (received, costs) => {
      expect(refundFor('customer', held(received), 0).refundFen).toBe(received);
      expect(received - refundFor('customer', held(received), costs).refundFen).toBeLessThanOrEqual(costs);
    }),
  );
});

test('whatever the cause, a refund lies between nothing and what was received, and its lines add up to it', () => {
  fc.assert(
    fc.property(cause, fen, fen, (why, received, costs) => {
      const { refundFen, lines } = refundFor(why, held(received), costs);
      expect(refundFen).toBeGreaterThanOrEqual(0);
      expect(refundFen).toBeLessThanOrEqual(received);
      expect(lines.slice(0, -1).reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(refundFen);
      expect(lines.at(-1)).toMatchObject({ key: 'refund', amountFen: refundFen });
    }),
  );
});

test('BAK-39 BAK-40 what was refunded before is shown, and never given back twice', () => {
  expect(refundFor('store', held(28_800, 18_800), 0)).toMatchObject({
    refundFen: 10_000,
    lines: [
      { key: 'received', amountFen: 28_800 },
      { key: 'refunded-before', amountFen: -18_800, zh: '此前已退款' },
      { key: 'refund', amountFen: 10_000 },
    ],
  });
  expect(refundFor('customer', held(28_800, 18_800), 4_000).refundFen).toBe(6_000);
  expect(refundFor('customer', held(28_800, 18_800), 12_000).refundFen).toBe(0);
  expect(refundFor('neither', held(28_800, 18_800), 4_000).refundFen).toBe(10_000);
  expect(() => refundFor('neither', held(28_800, 18_800), 0, 10_001)).toThrow(Refusal);
  fc.assert(
    fc.property(cause, fen, fen, fen, (why, received, share, costs) => {
      const refunded = Math.min(received, share);
      const { refundFen, lines } = refundFor(why, held(received, refunded), costs);
      expect(refunded + refundFen).toBeLessThanOrEqual(received);
      expect(lines.slice(0, -1).reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(refundFen);
    }),
  );
});
