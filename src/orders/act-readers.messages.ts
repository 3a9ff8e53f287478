import { fen, flag, id, instant, listOf, oneOf, optional, orNull, shape, token, whole, type Optional, type Reader } from '../base/read';
import { POSITIONS } from '../base/departments';
import type { Person } from '../base/actor';
import type { Actor } from '../base/actor';
import type { HandContact, SupplierAnswer } from '../purchasing/sourcing.messages';
import type { LineFacts, OrderFacts } from './order.messages';

/** Readers of what several acts say. The compiler asks for a new one when a type of `order.ts` gets a new field. */

const PARTIES = ['staff', 'customer', 'supplier', 'system'] as const;
const VIAS = ['http', 'temporal', 'link', 'timer'] as const;
/** A preview's hash and its basis. */
export const hash = token(256);
/** An order's most lines, and the most tags of one line, as the order's form has them. */
const MOST_LINES = 50;
const MOST_TAGS = 30;
const MOST_QUANTITY = 10_000;
/** People whom one person stands in for at a time. */
const MOST_ABSENT = 100;

const roles = listOf(oneOf(...POSITIONS), POSITIONS.length);
const actorShape = shape<Actor>({ kind: oneOf(...PARTIES), id: optional(id), roles: optional(roles), via: oneOf(...VIAS) });
/** Staff are known by their id and hold a role. */
const actor: Reader<Actor> = (x, pointer, faults) => {
  const before = faults.length;
  const by = actorShape(x, pointer, faults);
  if (faults.length === before && by.kind === 'staff' && (by.id === undefined || by.roles === undefined || by.roles.length === 0))
    faults.push({ pointer, code: 'staff-unnamed' });
  return by;
};
/** What every act says: who, and where its words lie. */
export const said = { by: actor, textId: optional(id) };
/** Whom the doer stands in for (BAK-04). */
export const deputyFor: Optional<readonly Person[]> = optional(listOf(shape<Person>({ id, roles }), MOST_ABSENT));

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
const answered = { supplierId: id, available: flag, promisedAt: orNull(instant) };
/** BAK-59. A supplier's answer, and what the supervisor heard of one. */
export const supplierAnswer = shape<SupplierAnswer>(answered);
export const handContact = shape<HandContact>({ ...answered, by: actor });
