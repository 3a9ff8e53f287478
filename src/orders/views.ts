import type { z } from 'zod';
import type { ChangeView, ExceptionView } from './order-acts.schema';
import { goodsIn } from './goods';
import { maskedInLists } from './masked';
import type { ListedOrder } from './order-list.schema';
import type { MomentView, OrderSummary, OrderView } from './order.schema';
import type { ChangeRecord } from './change.repository';
import type { ExceptionRecord } from './exception-read.repository';
import type { ContactRecord, OrderAmongMany } from './order-read.repository';
import type { Moment } from '../base/moment';
import { kindOfOrder } from './define.order-kind';
import type { OrderKind, ShutGate } from './order-kinds.messages';
import { iso, isoOrNull } from '../platform/http/iso';
import { faultText } from '../platform/words/faults';
import { reasonText, type Reader } from '../platform/words/reasons';
import type { Phrasing } from '../process/outbox/phrasing';
import { actorView, person, readable, reasonView, type Names, type Words } from '../process/views';

/** What is shown of an order wherever it is. */
export const orderSummary = (order: OrderAmongMany, names: Names, p: Phrasing): OrderSummary => ({
  number: order.number,
  kind: order.kind,
  state: order.state,
  overlays: [...order.overlays],
  revision: order.revision,
  version: order.version,
  customer: order.customer,
  title: goodsIn(order.lines, p),
  lines: order.lines.map((line) => ({ ...line, requirements: [...line.requirements], allergens: [...line.allergens] })),
  occasion: order.occasion,
  urgency: order.urgency,
  complex: order.complex,
  takenAt: iso(order.intakeAt),
  takenBy: { id: order.takenBy, name: names.get(order.takenBy) ?? order.takenBy },
  deliveryAt: iso(order.deliveryAt),
  delivery: order.delivery,
  money: order.money,
  acceptedAt: isoOrNull(order.acceptedAt),
  changeWindowEndsAt: isoOrNull(order.changeWindowEndsAt),
  plannedStartAt: isoOrNull(order.plannedStartAt),
  deliveredAt: isoOrNull(order.deliveredAt),
  followUpAt: isoOrNull(order.followUpAt),
  closedAt: isoOrNull(order.closedAt),
  stages: order.stages.map((stage) => ({
    stage: stage.stage,
    assignee: person(stage.assignee, names),
    startedAt: isoOrNull(stage.startedAt),
    dueAt: isoOrNull(stage.dueAt),
    doneAt: isoOrNull(stage.doneAt),
    breachedAt: isoOrNull(stage.breachedAt),
    applicable: stage.applicable,
  })),
});

/** A named instant with its reason, as people read it. */
export const momentView = ({ name, at, ruleId, reason }: Moment, reader: Reader): z.output<typeof MomentView> => ({
  name,
  at: iso(at),
  ruleId,
  because: reasonText(reason, at, reader),
  reason: reasonView(reason),
});

const masked = <T extends ContactRecord>(contact: T): T => ({ ...contact, phone: maskedInLists(contact.phone) });

/** The same where many read many of them, with masked telephones; as a row without what fills a page. */
export function listedOrder({ customer, lines, delivery, stages, ...order }: OrderSummary, asRow: boolean): ListedOrder {
  const line = { ...order, customer: masked(customer) };
  if (asRow) return line;
  const { recipient } = delivery;
  return { ...line, lines, delivery: { ...delivery, ...(recipient && { recipient: masked(recipient) }) }, stages };
}

/** What a move waits for, as people read it. */
export const missingView = (kind: OrderKind, { move, rule, why }: ShutGate, reader: Reader): OrderView['missing'][number] => ({
  move,
  title: kindOfOrder(kind).moves[move][reader.language],
  rule,
  text: faultText(why, reader),
});

/** What stands in one field of a free text; null where nothing was said. */
export const said = (words: Words, textId: string | null, field: string): string | null => {
  const word = textId === null ? undefined : words.get(textId)?.[field];
  return typeof word === 'string' ? word : null;
};

export const changeView = (change: ChangeRecord, names: Names, words: Words): z.infer<typeof ChangeView> => ({
  id: change.id,
  order: change.orderNumber,
  state: change.state,
  patch: readable(change.patch, names) as Record<string, unknown>,
  preview: readable(change.preview, names) as Record<string, unknown>,
  previewHash: change.previewHash,
  reason: said(words, change.textId, 'reason'),
  requestedAt: iso(change.requestedAt),
  requestedBy: actorView(change.requestedBy, names),
  decidedAt: isoOrNull(change.decidedAt),
  decidedBy: change.decidedBy && actorView(change.decidedBy, names),
  decisionReason: said(words, change.decisionTextId, 'reason'),
});

export const exceptionView = (exception: ExceptionRecord, words: Words): z.infer<typeof ExceptionView> => ({
  id: exception.id,
  order: exception.orderNumber,
  type: exception.type,
  foundAt: iso(exception.foundAt),
  reportedAt: iso(exception.reportedAt),
  late: exception.late,
  item: exception.item,
  state: exception.state,
  outcome: exception.outcome,
  description: said(words, exception.textId, 'description'),
});
