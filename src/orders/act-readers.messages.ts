import { fen, flag, id, instant, listOf, oneOf, optional, shape, token, whole } from '../base/read';
import { said } from '../process/act-readers.messages';
import type { LineFacts, OrderFacts, WorkMinutes } from './order.messages';

/** Readers of what several acts of an order say. The compiler asks for a new one when a type of `order.messages.ts` gets a new field. */

/** A preview's hash and its basis. */
export const hash = token(256);
/** An order's most lines, and the most tags of one line, as the order's form has them. */
const MOST_LINES = 50;
const MOST_TAGS = 30;
const MOST_QUANTITY = 10_000;
/** More kinds of work than any kind of order has. */
const MOST_WORK = 20;

const line = shape<LineFacts>({
  product: id,
  quantity: whole(1, MOST_QUANTITY),
  unitPriceFen: fen,
  requirements: listOf(id, MOST_TAGS),
  allergens: listOf(id, MOST_TAGS),
});
const facts = shape<OrderFacts>({
  lines: listOf(line, MOST_LINES, 1),
  occasion: oneOf('birthday', 'wedding', 'corporate', 'other'),
  urgency: oneOf('normal', 'rush'),
  complex: flag,
  deliveryAt: instant,
  method: oneOf('pickup', 'courier'),
  decoration: flag,
  fragile: flag,
  highRisk: flag,
  totalFen: fen,
  workMinutes: optional(listOf(shape<WorkMinutes>({ work: id, minutes: whole(0) }), MOST_WORK)),
});
/** What an act says of a change: what it does, and from what that was computed (BAK-37). */
export const preview = {
  ...said,
  changeId: id,
  facts,
  previewHash: hash,
  basis: hash,
  allergensAdded: listOf(id, MOST_LINES * MOST_TAGS),
  needsFeasibility: flag,
};
