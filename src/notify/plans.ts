import type { NoticeTemplate } from '../contracts/order';
import type { CardName } from './cards';
import type { Audience, NoticeFacts } from './facts';
import { plannedStartOf } from './values';

/** What a letter must contain, or it is not written. */
export interface Demand {
  readonly what: string;
  readonly rule: string;
  readonly given: (facts: NoticeFacts) => boolean;
}

/** How one letter is put together; its words are in the locales. */
export interface LetterPlan {
  /** For whom it was made. */
  readonly audience: Audience;
  readonly cards: readonly CardName[];
  /** What a copy to anybody else shows in place of the private cards. */
  readonly others?: readonly CardName[];
  readonly demands?: readonly Demand[];
}

const blank = (x: string | null | undefined): boolean => (x ?? '').trim() === '';

/** BAK-34. Production cycle, delivery method and emergency contact: the letter refuses to be written without any of the three. */
const CONFIRMATION_DEMANDS: readonly Demand[] = [
  { what: 'the production cycle', rule: 'BAK-34', given: (facts) => plannedStartOf(facts) !== null },
  {
    what: 'the delivery method',
    rule: 'BAK-34',
    given: (facts) => facts.order.method !== null && (facts.order.method === 'pickup' || !blank(facts.order.address)),
  },
  { what: 'the emergency contact', rule: 'BAK-34', given: (facts) => !blank(facts.shop.emergencyContact) },
];

/** BAK-45. The delivery details the customer is asked to confirm. */
const REMINDER_DEMANDS: readonly Demand[] = [
  { what: 'the delivery method', rule: 'BAK-45', given: (facts) => facts.order.method !== null },
];

const customer = (cards: readonly CardName[], demands: readonly Demand[] = []): LetterPlan => ({ audience: 'customer', cards, demands });
const staff = (cards: readonly CardName[]): LetterPlan => ({ audience: 'staff', cards });
const supplier: LetterPlan = { audience: 'supplier', cards: [] };

/** Every letter of the service. */
export const LETTER_PLANS = {
  'task-opened': staff(['task', 'work']),
  'task-reminder': staff(['task', 'work']),
  'task-late': staff(['task', 'work']),
  'design-waiting': customer(['goods']),
  'deposit-due': customer(['goods', 'amounts', 'delivery']),
  'confirmation-letter': customer(['goods', 'schedule', 'delivery', 'amounts', 'refunds'], CONFIRMATION_DEMANDS),
  'change-window-closing': customer(['goods', 'delivery']),
  'order-changed': { audience: 'customer', cards: ['changes', 'goods', 'delivery', 'amounts'], others: ['changes', 'work'] },
  'change-refused': customer([]),
  'warm-reminder': customer(['delivery', 'goods'], REMINDER_DEMANDS),
  'details-corrected': customer(['delivery']),
  'making-started': customer(['delivery']),
  'order-ready': customer(['delivery']),
  'out-for-delivery': customer(['delivery']),
  'order-delivered': customer(['amounts']),
  'order-delayed': customer(['delivery']),
  'order-cancelled': customer(['calculation']),
  'order-declined': customer([]),
  'refund-paid': customer([]),
  'price-allowed': customer(['amounts']),
  alternatives: customer(['options', 'goods']),
  'exception-reported': staff(['exception', 'work']),
  'committee-called': staff(['exception', 'work']),
  'supplier-request': supplier,
  'supplier-withdrawn': supplier,
  'rating-invitation': customer([]),
  suggestion: staff(['suggestion', 'work']),
} as const satisfies Record<NoticeTemplate, LetterPlan>;
