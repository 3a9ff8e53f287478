import type { Moment } from '../../src/domain/agenda';
import { taskRule, TASKS, type TaskKind } from '../../src/domain/rulebook/tasks';
import type { Self } from './self';
import { tell } from '../process/telling';
import { momentOf } from './plan-state';
import { stage } from './stages';

/** Steps with a deadline before the promised hour, late even when nobody has come so far as to open them (Index E: from the plan). */
const AWAITED = ['decoration-done', 'dispatch-check'] as const satisfies readonly TaskKind[];
export type Awaited = (typeof AWAITED)[number];
/** The deadline of such a step, if the plan has it. */
const deadlineOf = (self: Self, kind: Awaited): Moment | undefined => momentOf(self, TASKS[kind].dueBy.due);

/**
 * BAK-22, BAK-39, BAK-52, BAK-70. Watches the promised hour and the deadlines before it from acceptance to delivery, wherever the order
 * is; watched anew when the hour moves.
 */
export function watchPromise(self: Self): void {
  self.promise.silence();
  const { deliveryAt } = self.facts;
  const alarms: (() => void)[] = [];
  // an instant itself is still on time; of one hour everybody hears once
  if (self.promise.brokenFor !== deliveryAt)
    alarms.push(self.timers.set(deliveryAt + 1, 'BAK-39 promised delivery hour', () => late(self)));
  for (const kind of AWAITED) {
    const moment = deadlineOf(self, kind);
    if (!moment || self.begun.has(kind) || moment.at < self.now()) continue;
    alarms.push(self.timers.set(moment.at + 1, `${moment.ruleId} ${moment.name}`, () => notBegun(self, kind)));
  }
  self.promise = { ...self.promise, silence: () => alarms.forEach((takeBack) => takeBack()) };
}

/** The step has come: from now on its task has its own clocks. */
export function begin(self: Self, kind: Awaited): void {
  self.begun.add(kind);
  watchPromise(self);
}

/** BAK-39. Lateness does not cancel by itself: it opens the customer's option, and everybody hears of it. */
function late(self: Self): void {
  self.promise = { ...self.promise, brokenFor: self.facts.deliveryAt };
  self.recorder.event('order.overdue', { deliveryAt: self.facts.deliveryAt }, { ruleId: 'BAK-39' });
  self.recorder.notice('customer', 'order-delayed', { type: 'overdue' }, { urgent: true, ruleId: 'BAK-39' });
  self.recorder.notice('role:sales-consultant', 'exception-reported', { type: 'overdue' }, { urgent: true, ruleId: 'BAK-39' });
}

/** BAK-52, BAK-70. The deadline of a step that has not even begun. */
function notBegun(self: Self, kind: Awaited): void {
  const moment = deadlineOf(self, kind);
  const { ladder, alsoTell = [], ruleIds } = taskRule(kind);
  const ruleId = ruleIds[0];
  if (kind === 'decoration-done') stage(self, 'decoration', { breachedAt: self.now() });
  self.recorder.event('step.not-begun', { kind, dueAt: moment?.at ?? null }, { ruleId });
  const facts = { kind, dueAt: moment?.at ?? null, reason: moment?.reason ?? null, rung: 1, notBegun: true };
  const told = [ladder[0], ...alsoTell].map((role) => `role:${role}`);
  tell(self, told, 'task-late', () => facts, { urgent: true, ruleId });
}
