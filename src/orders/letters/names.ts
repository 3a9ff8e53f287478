import type { Words } from '../../platform/words/instants';
import { defineNames } from '../../process/outbox/names';
import type { CancelCause } from '../order.messages';
import type { ExceptionType } from '../exceptions.messages';
import { EXCEPTIONS } from '../words/choices';
import { DELIVERY_METHODS } from '../words/lists';

/** The lists of names of an order; a kind of order adds the names of what it makes. */
interface OrderNames {
  readonly product: true;
  /** What is bought for it. */
  readonly item: true;
  readonly requirement: true;
  readonly allergen: true;
  /** How a size is written, by its unit: ICU messages over `n` (BAK-23). */
  readonly unit: true;
  readonly exception: true;
  readonly cause: true;
  readonly method: true;
}
declare module '../../process/outbox/names' {
  interface NameLists extends OrderNames {}
}

const exception: Readonly<Record<ExceptionType | 'overdue', Words>> = {
  ...EXCEPTIONS,
  'receipt-problem': { ...EXCEPTIONS['receipt-problem'], en: 'problem at receipt' },
  overdue: { zh: '交付逾期', en: 'delivery overdue' },
  other: { zh: '其他异常', en: 'other' },
};
const cause: Readonly<Record<CancelCause, Words>> = {
  store: { zh: '我方原因', en: 'ours' },
  customer: { zh: '顾客原因', en: "the customer's" },
  neither: { zh: '非双方原因', en: "nobody's" },
};
defineNames({ exception, cause, method: DELIVERY_METHODS });
