import fc from 'fast-check';
import { Refusal } from '../../src/base/refusals';
import {
  assertMove,
  canMove,
  inProduction,
  isFinal,
  isMoot,
  isUnderWay,
  ORDER_STATES,
  OVERLAYS,
  TRANSITIONS,
  type OrderState,
} from '../../src/orders/order-state.rules';

const next = (state: OrderState): readonly OrderState[] => TRANSITIONS[state];
const reachable = (from: OrderState): Set<OrderState> => {
  const seen = new Set<OrderState>([from]);
  for (const state of seen) next(state).forEach((to) => seen.add(to)); // a set is walked as it grows
  return seen;
};
const state = fc.constantFrom(...ORDER_STATES);
const refused = (act: () => void): boolean => {
  try {
    act();
    return false;
  } catch (error) {
    return error instanceof Refusal;
  }
};

/** BAK-94, as the chapter draws it: what may follow each state. */
const FOLLOWS: Readonly<Record<OrderState, string>> = {
  draft: 'awaiting-design feasibility-review cancelled',
  'awaiting-design': 'feasibility-review cancelled',
  'feasibility-review': 'awaiting-deposit declined cancelled',
  'awaiting-deposit': 'materials feasibility-review cancelled',
  materials: 'making cancelled',
  making: 'decoration final-check materials cancelled',
  decoration: 'final-check making materials cancelled',
  'final-check': 'packing making decoration materials cancelled',
  packing: 'ready cancelled',
  ready: 'out-for-delivery delivered making cancelled',
  'out-for-delivery': 'delivered making cancelled',
  delivered: 'closed',
  closed: '',
  declined: '',
  cancelled: '',
};

test.each(ORDER_STATES)('BAK-94 what may follow %s', (from) => {
  expect(ORDER_STATES.filter((to) => canMove(from, to)).sort()).toEqual(FOLLOWS[from].split(' ').filter(Boolean).sort());
});

test('BAK-37 BAK-58 BAK-61 BAK-03 BAK-39 what can be said of an order beside its state', () => {
  expect(OVERLAYS.join(' ')).toBe('change-pending exception-open escalated breached overdue workflow-lost record-refused');
});

describe('BAK-94 the life of an order', () => {
  test('every state can be reached from draft', () => {
    expect([...reachable('draft')].sort()).toEqual([...ORDER_STATES].sort());
  });

  test('every state that is not an end has a way to closed, or to declined or cancelled before delivery', () => {
    expect(ORDER_STATES.filter(isFinal)).toEqual(['closed', 'declined', 'cancelled']);
    for (const from of ORDER_STATES.filter((one) => !isFinal(one))) {
      expect(reachable(from)).toContain('closed');
    }
    expect(ORDER_STATES.filter((from) => !next(from).includes('cancelled'))).toEqual(['delivered', 'closed', 'declined', 'cancelled']);
  });

  test('the straight way runs as the regulation does', () => {
    const way: OrderState[] = [
      'draft',
      'awaiting-design',
      'feasibility-review',
      'awaiting-deposit',
      'materials',
      'making',
      'decoration',
      'final-check',
      'packing',
      'ready',
      'out-for-delivery',
      'delivered',
      'closed',
    ];
    way.slice(1).forEach((to, n) => expect(canMove(way[n] ?? to, to)).toBe(true));
    expect(canMove('making', 'final-check')).toBe(true); // a product without decoration (BAK-46)
  });

  test('an illegal step is refused with the rule, a legal one is not, and no state follows itself', () => {
    fc.assert(
      fc.property(state, state, (from, to) => {
        expect(refused(() => assertMove(from, to))).toBe(!next(from).includes(to));
        expect(canMove(from, from)).toBe(false);
      }),
    );
    expect(() => assertMove('closed', 'making')).toThrow(
      expect.objectContaining({ code: 'not-in-this-state', more: { rule: 'BAK-94' } }) as Error,
    );
  });

  test('production is part of being under way, and nothing under way is an end', () => {
    for (const one of ORDER_STATES) {
      expect(inProduction(one) && !isUnderWay(one)).toBe(false);
      expect(isUnderWay(one) && isFinal(one)).toBe(false);
    }
    expect(ORDER_STATES.filter(isUnderWay).map((one) => [one, inProduction(one)])).toEqual([
      ['materials', true],
      ['making', true],
      ['decoration', true],
      ['final-check', true],
      ['packing', false],
      ['ready', false],
      ['out-for-delivery', false],
    ]);
  });
});

test('what an order was on its way to is moot once it was handed over, what follows is not; and everything once it has ended', () => {
  const moment = (base: 'deliveryAt' | 'acceptedAt' | 'deliveredAt') => ({ reason: { rule: 'BAK-52', base } });
  const moot = (state: OrderState, deliveredAt: number | null) =>
    (['deliveryAt', 'acceptedAt', 'deliveredAt'] as const).map((base) => isMoot(moment(base), { state, deliveredAt }));
  expect([moot('making', null), moot('delivered', 5), moot('closed', 5), moot('cancelled', null)]).toEqual([
    [false, false, false],
    [true, true, false],
    [true, true, true],
    [true, true, true],
  ]);
});
