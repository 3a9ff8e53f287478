import { letterPaper } from '../../orders/papers/letter-paper';
import type { OrderPaper } from '../../orders/papers/order-paper';
import { PACKING_LABEL } from '../../orders/papers/packing-label';
import { RECEIPT } from '../../orders/papers/receipt';
import { GREETING_CARD } from './greeting-card';
import { QUALITY_CARD } from './quality-card';
import { TASK_SHEET } from './task-sheet';

/** What is printed of a bakery order, by name, in the order in which it is needed. */
export const BAKERY_PAPERS: Readonly<Record<string, OrderPaper>> = {
  letter: letterPaper('confirmation-letter'),
  receipt: RECEIPT,
  'task-sheet': TASK_SHEET,
  label: PACKING_LABEL,
  'quality-card': QUALITY_CARD,
  'greeting-card': GREETING_CARD,
};
