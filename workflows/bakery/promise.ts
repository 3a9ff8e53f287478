import type { Resume } from '../../src/orders/repair.messages';
import type { Moment } from '../../src/bakery/agenda.rules';
import { recipientOf } from '../../src/base/departments';
import { taskRule, type TaskKind } from '../../src/process/tasks/tasks.rules';
import { TASKS } from '../../src/bakery/bakery.tasks';
import { tell } from '../process/telling';
import type { Header } from '../orders/header';
import type { Owned } from '../process/owned';
import { momentOf, type Plan } from './plan-state';
import { stage, type Stages } from './stages';

/** Steps with a deadline before the promised hour, late even when nobody has come so far as to open them (Index E: from the plan). */
const AWAITED = ['decoration-done', 'dispatch-check'] as const satisfies readonly TaskKind[];
type Awaited = (typeof AWAITED)[number];

/** BAK-39, BAK-75. The promised hour with the steps before it, and what came of it. */
export interface Delivery {
  /** Steps with a deadline of the plan that have begun. */
  readonly begun: ReadonlySet<Awaited>;
  /** The promised hour that has passed in vain, of which everybody has heard. */
  readonly brokenFor: number | null;
  /** When it was in the customer's hands, epoch ms of shop time. */
  readonly deliveredAt: number | null;
  /** Takes the watch over the promised hour back. */
  readonly silence: () => void;
}

/** Nothing has begun, or as the record of a lost order has it; nobody watches yet. */
export const openDelivery = (resume?: Resume): Delivery => ({
  begun: new Set(AWAITED.filter((step) => resume?.tasks.some(({ kind }) => kind === step))),
  brokenFor: resume?.overdueFor ?? null,
  deliveredAt: resume?.deliveredAt ?? null,
  silence: () => undefined,
});

type Owner = Header & { readonly plan: Plan; readonly stages: Stages; readonly delivery: Owned<Delivery> };

/** The deadline of such a step, if the plan has it. */
const deadlineOf = (self: Owner, kind: Awaited): Moment | undefined => momentOf(self, TASKS[kind].dueBy.due);

/**
 * BAK-22, BAK-39, BAK-52, BAK-70. Watches the promised hour and the deadlines before it from acceptance to delivery, wherever the order
 * is; watched anew when the hour moves. What lies behind `from` was heard.
 */
export function watchPromise(self: Owner, from = self.now()): void {
  const { facts, delivery } = self;
  const { deliveryAt } = facts;
  delivery.silence();
  const alarms: (() => void)[] = [];
  // an instant itself is still on time; of one hour everybody hears once
  if (delivery.brokenFor !== deliveryAt) alarms.push(self.timers.set(deliveryAt + 1, 'BAK-39 promised delivery hour', () => late(self)));
  for (const kind of AWAITED) {
    const moment = deadlineOf(self, kind);
    if (!moment || delivery.begun.has(kind) || moment.at < from) continue;
    alarms.push(self.timers.set(moment.at + 1, `${moment.ruleId} ${moment.name}`, () => notBegun(self, kind)));
  }
  delivery.silence = () => alarms.forEach((takeBack) => takeBack());
}

/** The step has come: from now on its task has its own clocks. */
export function begin(self: Owner, kind: Awaited): void {
  self.delivery.begun = new Set([...self.delivery.begun, kind]);
  watchPromise(self);
}

/** BAK-76. Another one is made: its steps are watched anew. */
export function beginAnew({ delivery }: Owner): void {
  delivery.begun = new Set();
}

/** BAK-75. It is in the customer's hands: nobody watches any more. */
export function delivered({ delivery }: Owner, at: number): void {
  delivery.silence();
  delivery.deliveredAt = at;
}

/** BAK-39. Lateness does not cancel by itself: it opens the customer's option, and everybody hears of it. */
function late(self: Owner): void {
  self.delivery.brokenFor = self.facts.deliveryAt;
  self.recorder.event('order.overdue', { deliveryAt: self.facts.deliveryAt }, { ruleId: 'BAK-39' });
  self.recorder.notice('customer', 'order-delayed', { type: 'overdue' }, { urgent: true, ruleId: 'BAK-39' });
  self.recorder.notice('role:sales-consultant', 'exception-reported', { type: 'overdue' }, { urgent: true, ruleId: 'BAK-39' });
}

/** BAK-52, BAK-70. The deadline of a step that has not even begun. */
function notBegun(self: Owner, kind: Awaited): void {
  const moment = deadlineOf(self, kind);
  const { ladder, alsoTell = [], ruleIds } = taskRule(kind);
  const ruleId = ruleIds[0];
  if (kind === 'decoration-done') stage(self, 'decoration', { breachedAt: self.now() });
  self.recorder.event('step.not-begun', { kind, dueAt: moment?.at ?? null }, { ruleId });
  const facts = { kind, dueAt: moment?.at ?? null, reason: moment?.reason ?? null, rung: 1, notBegun: true };
  const told = [...ladder.slice(0, 1), ...alsoTell].map(recipientOf);
  tell(self, told, 'task-late', () => facts, { urgent: true, ruleId });
}
