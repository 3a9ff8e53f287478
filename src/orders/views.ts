import { taskRule } from '../process/tasks/tasks.rules';
import type { z } from 'zod';
import type { Actor } from '../base/actor';
import type { ChangeView, ExceptionView } from './order-acts.schema';
import type { OrderSummary, OrderView, TimelineItem } from './order.schema';
import type { ReasonView } from '../base/common.schema';
import type { TaskView } from '../process/tasks/task-view.schema';
import { formOf } from '../process/tasks/forms';
import type { ChangeRecord } from './change.repository';
import type { ExceptionRecord } from './exception-read.repository';
import type { OrderRecord } from './order-read.repository';
import type { TaskRecord } from '../process/tasks/task-read.repository';
import type { TimelineRecord } from '../process/record/timeline-read.repository';
import type { Reason } from '../base/reason';
import { MOVES, type ShutGate } from '../bakery/gates.rules';
import { faultText } from '../platform/words/faults';
import { reasonText, type Reader } from '../platform/words/reasons';
import { summaryOf } from '../process/record/timeline-words';

export type Names = ReadonlyMap<string, string>;
export type Words = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** What stands for an instant that no calendar of ours can write. */
const UNREADABLE = '0001-01-01T00:00:00.000Z';
const FOUR_DIGITS = /^\d{4}-/;

/**
 * An instant as answers give it. Rows older than the ranges of `domain/instants.ts` may hold one of the year 0 or 10000, which the database's
 * driver hands over as NaN: one such row must not take down the list it stands in, nor break the answer's own schema.
 */
export function iso(at: number): string {
  const date = new Date(at);
  const text = Number.isNaN(date.getTime()) ? UNREADABLE : date.toISOString();
  return FOUR_DIGITS.test(text) ? text : UNREADABLE;
}
export const isoOrNull = (at: number | null): string | null => (at === null ? null : iso(at));

/** A person by id, with the name people know. */
export const person = (id: string | null, names: Names): { id: string; name: string } | null =>
  id === null ? null : { id, name: names.get(id) ?? id };

/** Who acted, with the name people know. Roles are not repeated: they were the actor's then, not now. */
export const actorView = ({ kind, id, via }: Actor, names: Names): z.infer<typeof TimelineItem>['actor'] => {
  const name = id === undefined ? undefined : names.get(id);
  return { kind, via, ...(id === undefined ? {} : { id }), ...(name === undefined ? {} : { name }) };
};

/** An order as lists show it. */
export const orderSummary = (order: OrderRecord, names: Names): OrderSummary => ({
  number: order.number,
  kind: order.kind,
  state: order.state,
  overlays: [...order.overlays],
  revision: order.revision,
  version: order.version,
  customer: order.customer,
  lines: order.lines.map((line) => ({ ...line, requirements: [...line.requirements], allergens: [...line.allergens] })),
  occasion: order.occasion,
  urgency: order.urgency,
  complex: order.complex,
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

/** Fields of a task's context that hold an instant, by their name. */
const isInstant = (key: string, value: unknown): value is number =>
  /^(?:at|from|to)$|(?:At|From|Until)$/.test(key) && typeof value === 'number';

/** Ids become people and instants become text: what the workflow knows, as people read it. */
export function readable(value: unknown, names: Names, key = ''): unknown {
  if (isInstant(key, value)) return iso(value);
  if (Array.isArray(value)) return value.map((item) => readable(item, names));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([name, inner]) => {
      const known = typeof inner === 'string' ? names.get(inner) : undefined;
      return [[name, readable(inner, names, name)], ...(known ? [[`${name}Name`, known]] : [])] as [string, unknown][];
    }),
  );
}

/** Every string below a value: where ids of people may stand. */
export function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}

/** Why a deadline is when it is, as data. */
export const reasonView = ({ baseAt, missedAt, movedFrom, ...reason }: Reason): z.infer<typeof ReasonView> => ({
  ...reason,
  ...(baseAt === undefined ? {} : { baseAt: iso(baseAt) }),
  ...(missedAt === undefined ? {} : { missedAt: iso(missedAt) }),
  ...(movedFrom === undefined ? {} : { movedFrom: iso(movedFrom) }),
});

/** What a move waits for, as people read it. */
export const missingView = ({ move, rule, why }: ShutGate, reader: Reader): OrderView['missing'][number] => ({
  move,
  title: MOVES[move][reader.language],
  rule,
  text: faultText(why, reader),
});

/** A task as the inbox shows it. `more` is what people need beside the workflow's own context. */
export const taskView = (
  task: TaskRecord,
  names: Names,
  words: Words,
  reader: Reader,
  more: Readonly<Record<string, unknown>> = {},
): TaskView => ({
  id: task.id,
  kind: task.kind,
  title: taskRule(task.kind)[reader.language],
  order: task.orderNumber,
  role: task.role,
  assignee: person(task.assignee, names),
  department: task.department,
  openedAt: iso(task.openedAt),
  startedAt: iso(task.startedAt),
  dueAt: isoOrNull(task.dueAt),
  firstDueAt: isoOrNull(task.firstDueAt),
  pausedSince: isoOrNull(task.pausedSince),
  pausedMs: task.pausedMs,
  because: task.reason && task.dueAt !== null ? reasonText(task.reason, task.dueAt, reader) : null,
  reason: task.reason && reasonView(task.reason),
  ruleIds: [...task.ruleIds],
  breachedAt: isoOrNull(task.breachedAt),
  rung: task.rung,
  state: task.state,
  closedAt: isoOrNull(task.closedAt),
  form: formOf(task.kind),
  context: { ...(readable(task.context, names) as Record<string, unknown>), ...more },
  answers: task.answers.map((answer) => {
    const text = answer.textId === undefined ? undefined : words.get(answer.textId);
    return {
      by: actorView(answer.by, names),
      at: iso(answer.at),
      choices: readable(answer.choices, names) as Record<string, unknown>,
      ...(text ? { text } : {}),
    };
  }),
});

export const timelineView = (event: TimelineRecord, names: Names, words: Words, reader: Reader): z.infer<typeof TimelineItem> => {
  const text = event.textId === null ? undefined : words.get(event.textId);
  return {
    process: event.process,
    seq: event.seq,
    at: iso(event.at),
    kind: event.kind,
    actor: actorView(event.actor, names),
    summary: summaryOf(event, names, reader),
    ...(event.ruleId === null ? {} : { ruleId: event.ruleId }),
    // As it is chained: whoever checks the hashes needs the recorded data, not a readable one.
    data: event.data,
    ...(text ? { text } : {}),
    hash: event.hash,
  };
};

const said = (words: Words, textId: string | null, field: string): string | null => {
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
