import type { FieldError } from '../../base/faults';
import type { Block } from '../../platform/papers/paper';
import type { StoreRecord } from '../../platform/people/staff-read.repository';
import type { Phrasing } from '../../process/outbox/phrasing';
import { piecesOf } from '../letters/changes';
import { LABELS, type Label } from '../letters/words';
import type { OrderRecord } from '../order-read.repository';
import type { PaymentRecord } from '../payment-read.repository';
import { METHODS } from '../words/choices';
import { PAPER_NAMES, PAPER_WORDS } from '../words/papers';
import { footOf } from './on-paper';
import type { OrderPaper, Written } from './order-paper';
import { shopOf } from './shop-of';

/** More payments than an order has. */
const MOST_PAYMENTS = 200;

/** BAK-31, BAK-32. What came in, what went back, and what is still owed. */
export const RECEIPT: OrderPaper = {
  names: PAPER_NAMES.receipt,
  reader: 'customer',
  byLink: true,
  async prepare(services, order, { now }) {
    const [payments, shop] = await Promise.all([services.payments.list(order.number, MOST_PAYMENTS), shopOf(services, order)]);
    const none: FieldError = { pointer: '/order/payments', code: 'lacks-payment', rule: 'BAK-31' };
    return {
      lacks: payments.length === 0 ? [none] : [],
      write: (p) => written({ order, shop, payments, now }, p),
    };
  },
};

interface Facts {
  readonly order: OrderRecord;
  readonly shop: StoreRecord;
  readonly payments: readonly PaymentRecord[];
  readonly now: number;
}

function written({ order, shop, payments, now }: Facts, p: Phrasing): Written {
  const say = (word: keyof typeof PAPER_WORDS, values = {}): string => p.say(p.named(PAPER_WORDS[word]), values);
  return {
    size: 'a4',
    header: shop.name,
    footer: footOf({ ...shop, complaintPhone: shop.phone }, p),
    blocks: [
      { kind: 'title', text: p.named(PAPER_NAMES.receipt), note: say('order', { order: order.number }) },
      { kind: 'rows', rows: [{ label: say('customer'), value: order.customer.name }] },
      { kind: 'heading', text: say('goods') },
      goods(order, p),
      { kind: 'heading', text: say('payments') },
      movements(payments, p),
      { kind: 'room', height: 3 },
      { kind: 'rows', rows: sums(order, p) },
      { kind: 'room', height: 4 },
      { kind: 'text', text: say('noInvoice'), tone: 'quiet' },
      { kind: 'text', text: say('printedAt', { at: p.when(now) }), tone: 'quiet' },
    ],
  };
}

const goods = ({ lines }: OrderRecord, p: Phrasing): Block => ({
  kind: 'table',
  columns: [
    { head: p.named(PAPER_WORDS.product), share: 4 },
    { head: p.named(PAPER_WORDS.price), share: 3, align: 'right' },
    { head: p.named(PAPER_WORDS.amount), share: 2, align: 'right' },
  ],
  rows: lines.map((line) => [
    p.name('product', line.product),
    `${p.money(line.unitPriceFen)} × ${piecesOf(line, p)}`,
    p.money(line.unitPriceFen * line.quantity),
  ]),
});

/** Payments and refunds in the order in which they happened; what went back carries its sign. */
const movements = (payments: readonly PaymentRecord[], p: Phrasing): Block => ({
  kind: 'table',
  columns: [
    { head: p.named(PAPER_WORDS.at), share: 5 },
    { head: p.named(PAPER_WORDS.paidBy), share: 3 },
    { head: p.named(PAPER_WORDS.amount), share: 2, align: 'right' },
  ],
  rows: payments.map(({ receivedAt, direction, method, amountFen }) => [
    p.when(receivedAt),
    [p.named(direction === 'in' ? PAPER_WORDS.cameIn : PAPER_WORDS.wentBack), methodOf(method, p)].filter(Boolean).join(' · '),
    `${direction === 'in' ? '' : '− '}${p.money(amountFen)}`,
  ]),
});

const methodOf = (method: string, p: Phrasing): string =>
  Object.hasOwn(METHODS, method) ? p.named(METHODS[method as keyof typeof METHODS]) : method;

function sums({ money }: OrderRecord, p: Phrasing) {
  const row = (label: Label, fen: number, strong = false) => ({ label: p.named(LABELS[label]), value: p.money(fen), strong });
  return [
    row('total', money.totalFen),
    row('received', money.receivedFen),
    ...(money.refundedFen > 0 ? [row('refunded', money.refundedFen)] : []),
    row('outstanding', money.outstandingFen, true),
  ];
}
