import { DAY_MS, HOUR_MS } from '../../base/rule';
import type { OrderContext } from '../../orders/letter-context.repository';
import { defineLetterSamples, defineSampleContext, type SamplesOf } from '../../process/outbox/letter-samples';
import { bakeryRules } from '../rulebook.rules';
import type { BAKERY_LETTERS } from './index.letters';

/** A birthday cake of an invented customer, taken today and brought in eight days. */
const anOrder = (at: number): OrderContext['order'] => ({
  number: '20260101001',
  kind: 'bakery',
  state: 'materials',
  version: 1,
  occasion: 'birthday',
  consultant: '陈静',
  lines: [
    {
      product: 'birthday-cake',
      quantity: 1,
      flavour: '草莓奶油',
      size: '8-inch',
      unitPriceFen: 28_800,
      requirements: ['low-sugar'],
      allergens: ['egg', 'milk', 'gluten'],
    },
  ],
  method: 'courier',
  address: '上海市示例路 1 号',
  recipient: { name: '王示例', phone: '13800000000' },
  deliveryAt: at + 8 * DAY_MS,
  totalFen: 28_800,
  depositFen: 8_640,
  receivedFen: 8_640,
  refundedFen: 0,
  outstandingFen: 20_160,
  costsFen: 5_000,
  acceptedAt: at,
  changeWindowEndsAt: at + 3 * DAY_MS,
  plannedStartAt: at + 7 * DAY_MS,
  deliveredAt: at + 8 * DAY_MS,
});

defineSampleContext<OrderContext>('order', (at) => ({ kind: 'order', order: anOrder(at), before: null, rules: bakeryRules() }));

const anException = (at: number) => ({ exception: 'sample', item: 'cream', dueAt: at + 4 * HOUR_MS });

defineLetterSamples({
  'design-waiting': () => ({ draft: 1, again: true }),
  'deposit-due': () => ({ missingFen: 8_640, changed: false }),
  'confirmation-letter': () => ({ version: 1 }),
  'change-window-closing': (at) => ({ endsAt: at + 12 * HOUR_MS }),
  'order-changed': () => ({ version: 2 }),
  'change-refused': () => ({ change: 'sample' }),
  'warm-reminder': (at) => ({ plannedStartAt: at + DAY_MS }),
  'details-corrected': () => ({ address: true, recipient: true }),
  'making-started': () => ({}),
  'order-ready': () => ({ method: 'courier' }),
  'out-for-delivery': () => ({}),
  'order-delivered': () => ({ balanceFen: 20_160 }),
  'order-delayed': () => ({ type: 'severe-weather' }),
  'order-cancelled': () => ({ cause: 'customer', receivedFen: 8_640, refundedFen: 0, costsFen: 5_000, refundFen: 3_640 }),
  'order-declined': () => ({ refundFen: 0 }),
  'refund-paid': () => ({ refundFen: 3_640 }),
  'price-allowed': () => ({ allowanceFen: 2_000, refundFen: 0 }),
  alternatives: () => ({ exception: 'sample', item: 'strawberry' }),
  'exception-reported': (at) => ({ ...anException(at), type: 'ingredient-shortage' }),
  'committee-called': (at) => ({ ...anException(at), type: 'food-safety', round: 1 }),
  'rating-invitation': () => ({ again: false }),
  suggestion: () => ({ attempt: 1 }),
} satisfies SamplesOf<typeof BAKERY_LETTERS>);
