import { letterPaper } from '../../orders/papers/letter-paper';
import type { OrderPaper } from '../../orders/papers/order-paper';
import { PACKING_LABEL } from '../../orders/papers/packing-label';
import { RECEIPT } from '../../orders/papers/receipt';

/** What is printed of a bakery order, by name, in the order in which it is needed. */
export const BAKERY_PAPERS: Readonly<Record<string, OrderPaper>> = {
  letter: letterPaper('confirmation-letter'),
  receipt: RECEIPT,
  label: PACKING_LABEL,
};
