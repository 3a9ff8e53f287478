import { defaultCalendar } from '../../src/base/calendar';
import { totalOf } from '../../src/base/money';
import { calendarDays, count, hours, minutes, percent, type Count } from '../../src/base/rule';
import { previewOf } from '../../src/orders/change-preview';
import {
  alternativeIds,
  defineOrderKind,
  isOrderKind,
  kindOfOrder,
  moveNames,
  numbersOf,
  orderWorkflows,
  type KindOfOrder,
} from '../../src/orders/define.order-kind';
import { faultsOf } from '../../src/orders/intake';
import type { OrderRecord } from '../../src/orders/order-read.repository';
import type { OrderRules } from '../../src/orders/order-kinds.messages';
import { NewOrder, OrderView } from '../../src/orders/order.schema';
import type { Services } from '../../src/orders/services';
import { missingView } from '../../src/orders/views';

// A kind of order without a cake: a buffet, which is set out two hours before its guests come.

const HOUR = 3_600_000;
const RULES = {
  depositShare: percent(50),
  changeWindow: hours(1),
  refundDue: calendarDays(1),
  shortageReport: hours(1),
  receiptProblem: minutes(10),
  exceptionResponse: hours(1),
  nextRung: hours(1),
  guests: count(20),
} satisfies OrderRules & { readonly guests: Count };

const CLAUSES = Object.fromEntries(
  Object.entries(RULES).map(([name, value]) => [name, { id: 'TOY-01', zh: name, en: name, value, source: 'reading' }]),
) as KindOfOrder<'catering'>['rulebook']['clauses'];

declare module '../../src/orders/order-kinds.messages' {
  interface OrderKinds {
    readonly catering: { readonly rules: typeof RULES; readonly moment: 'set-out'; readonly move: 'set-out' };
  }
}

const BUFFET: KindOfOrder<'catering'> = {
  name: 'catering',
  story: { workflow: 'buffet', title: '自助餐', details: '' },
  rulebook: { version: 'catering-1', numbers: () => RULES, clauses: CLAUSES },
  products: { buffet: { sizes: [], sizeRequired: false, flavourRequired: false } },
  lineFaults: (lines) =>
    lines.flatMap(({ product }, n) => (product === 'buffet' ? [] : [{ pointer: `/lines/${n}/product`, code: 'unknown-product' }])),
  factsOf: (ordered) => ({
    ...ordered,
    decoration: false,
    fragile: false,
    highRisk: false,
    totalFen: totalOf(ordered.lines),
  }),
  agendaOf: () =>
    Promise.resolve(({ deliveryAt }) => [
      { name: 'set-out', at: deliveryAt - 2 * HOUR, ruleId: 'TOY-01', reason: { rule: 'TOY-01', base: 'deliveryAt', before: hours(2) } },
    ]),
  agendaAhead: () => () => [],
  work: { serving: { zh: '服务', en: 'serving', role: 'delivery-staff' } },
  workAhead: () => [],
  moves: { 'set-out': { zh: '摆台', en: 'Set out' } },
  proofs: { table: { ruleId: 'TOY-02', zh: '餐台', en: 'the table' } },
  benches: { hall: { zh: '餐厅', en: 'Hall' } },
  sheet: null,
  trackedBy: null,
  papers: {},
  alternatives: ['other-dish'],
  swapFaults: () => [],
  measures: null,
};
const SERVED = Date.parse('2026-12-08T18:00:00+08:00');
const LINE = { product: 'buffet', quantity: 1, unitPriceFen: 200_000, requirements: ['none'], allergens: [] };
const ORDER = {
  kind: 'catering',
  rulesVersion: 'catering-1',
  lines: [LINE],
  occasion: 'corporate',
  urgency: 'normal',
  complex: false,
  deliveryAt: SERVED,
  delivery: { method: 'pickup' },
  facts: { lines: [LINE], deliveryAt: SERVED, totalFen: 200_000 },
  money: { receivedFen: 0, refundedFen: 0, totalFen: 200_000 },
  state: 'awaiting-deposit',
  costsFen: 0,
  version: 1,
  planVersion: 0,
} as unknown as OrderRecord;

/** What is wrong with the kind of a new order that says nothing else. */
const kindFaults = (kind: string): string[] =>
  (NewOrder.safeParse({ kind }).error?.issues ?? []).filter(({ path }) => path[0] === 'kind').map(({ message }) => message);

test('a kind that no chapter has opened is not taken', () => {
  expect(kindFaults('catering')).toEqual(['kind-not-taken']);
  expect(() => kindOfOrder('catering')).toThrow('no chapter has a kind of order called catering');
});

describe('a chapter opens its kind of order', () => {
  beforeAll(() => {
    defineOrderKind(BUFFET);
    defineOrderKind(BUFFET); // again
  });

  test('and such orders are taken', () => {
    expect(kindFaults('catering')).toEqual([]);
    expect(kindFaults('produce')).toEqual(['kind-not-taken']);
  });

  test('whose lines it judges itself', () => {
    const clock = { now: SERVED - 48 * HOUR, calendar: defaultCalendar(), aheadDays: 30 };
    const faults = (kind: string, product: string): string[] =>
      faultsOf(kindOfOrder(kind), { lines: [{ ...LINE, product }] }, clock).map(({ pointer }) => pointer);
    expect([faults('catering', 'buffet'), faults('catering', 'cookie-box')]).toEqual([[], ['/lines/0/product']]);
    expect(faults('bakery', 'buffet')).toEqual(['/lines/0/product']);
  });

  test('which carry the numbers of its own rulebook', () => {
    expect(numbersOf('catering', 'catering-1').changeWindow).toEqual({ unit: 'hours', n: 1 });
    expect(numbersOf('bakery', 'bakery-1').changeWindow).toEqual({ unit: 'hours', n: 72 });
    for (const version of ['bakery-1', null]) expect(() => numbersOf('catering', version)).toThrow('does not know the rulebook');
  });

  test('and a change of which is previewed by its agenda and its prepayment', async () => {
    const { preview } = await previewOf({} as Services, ORDER, { lines: [{ ...LINE, quantity: 2 }], deliveryAt: SERVED + HOUR });
    expect(preview).toMatchObject({
      priceDiffFen: 200_000,
      depositTopUpFen: 200_000,
      movedMoments: [{ name: 'set-out', from: SERVED - 2 * HOUR, to: SERVED - HOUR }],
    });
  });

  test('and no order is previewed by other numbers than those stamped on it', async () => {
    const other = { ...ORDER, rulesVersion: 'catering-0' };
    await expect(previewOf({} as Services, other, { deliveryAt: SERVED + HOUR })).rejects.toThrow('does not know the rulebook catering-0');
  });

  test('what its orders wait for is told by the name of its move', () => {
    const reader = { language: 'zh', when: String } as const;
    const view = missingView('catering', { move: 'set-out', rule: 'TOY-01', why: { code: 'task-open' } }, reader);
    expect(view).toMatchObject({ move: 'set-out', title: '摆台' });
    expect(OrderView.shape.missing.element.safeParse(view).success).toBe(true);
  });

  test('its names stand beside those of other kinds', () => {
    expect(orderWorkflows()).toEqual(['order', 'buffet']);
    expect(moveNames()).toEqual(expect.arrayContaining(['dispatch', 'set-out']));
    expect(alternativeIds()).toEqual(expect.arrayContaining(['later-date', 'other-dish']));
  });

  test('and no other chapter may open one of its name', () => {
    expect(() => defineOrderKind({ ...BUFFET })).toThrow('two chapters have a kind of order called catering');
  });
});

test('BAK-87 a kind of order whose weights do not total 100 % is refused, and never opened', () => {
  const weighed = (weight: number): KindOfOrder<'catering'> => ({
    ...BUFFET,
    name: 'weighed' as 'catering',
    measures: {
      onTime: { standard: 90, graceMs: 0, weight },
      satisfaction: { standard: 4, weight: 25 },
      response: { limitMs: HOUR, weight: 25 },
    },
  });
  for (const weight of [49, 51]) expect(() => defineOrderKind(weighed(weight))).toThrow('BAK-87');
  expect(isOrderKind('weighed')).toBe(false);
  defineOrderKind(weighed(50));
  expect(isOrderKind('weighed')).toBe(true);
});
