import type { CancelCause, DeliveryMethod, ExceptionType } from '../../../orders/order.messages';
import type { CallReason } from '../../../bakery/answers.messages';
import type { Allergen, Requirement } from '../../../bakery/products.rules';
import type { Audience } from '../facts';

export const LABELS = [
  'number',
  'deliveryAt',
  'method',
  'address',
  'shopAddress',
  'recipient',
  'collector',
  'recipientPhone',
  'acceptedAt',
  'windowEndsAt',
  'cycle',
  'total',
  'deposit',
  'received',
  'outstanding',
  'refunded',
  'cause',
  'emergency',
  'due',
  'because',
  'rung',
  'exceptionType',
  'item',
  'goods',
  'flavour',
  'size',
  'requirements',
  'allergens',
  'note',
  'words',
  'refundDue',
  'why',
  'product',
  'quantity',
] as const;
export type Label = (typeof LABELS)[number];

/** One language's words. */
export interface Locale {
  readonly frame: {
    readonly greetings: Readonly<Record<Audience, string>>;
    readonly orderLine: string;
    readonly signature: string;
    readonly footers: Readonly<Record<Audience, readonly string[]>>;
  };
  readonly headings: Readonly<
    Record<'order' | 'goods' | 'schedule' | 'delivery' | 'amounts' | 'refunds' | 'calculation' | 'task' | 'exception' | 'changes', string>
  >;
  readonly labels: Readonly<Record<Label, string>>;
  /** ICU messages of small things: quantities, the production cycle, refund rules. */
  readonly phrases: Readonly<Record<'quantity' | 'cycle' | 'goods' | 'changed' | 'none' | 'ofLine', string>>;
  /** BAK-08. Why the customer is to be telephoned, for whoever telephones. */
  readonly calls: Readonly<Record<CallReason, string>>;
  readonly refundRules: readonly string[];
  readonly lists: { readonly and: string; readonly colon: string };
  /** BAK-23. How the catalogue's sizes are written, by unit: `8-inch` is `{n} 寸`. */
  readonly sizes: Readonly<Record<'inch' | 'tier' | 'piece' | 'person', string>>;
  readonly names: {
    readonly requirement: Readonly<Record<Requirement, string>>;
    readonly allergen: Readonly<Record<Allergen, string>>;
    readonly exception: Readonly<Record<ExceptionType | 'overdue', string>>;
    readonly cause: Readonly<Record<CancelCause, string>>;
    readonly method: Readonly<Record<DeliveryMethod, string>>;
  };
}
