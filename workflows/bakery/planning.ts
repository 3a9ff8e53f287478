import { proxyLocalActivities } from '@temporalio/workflow';
import type { BakeryActivities } from '../../src/bakery/ports.messages';
import type { AgendaFacts, ProductionDay } from '../../src/bakery/agenda.rules';
import { bakeryRule } from '../../src/bakery/bakery.tasks';
import { moveDue } from '../process/task-clock';
import { keepMoments, momentOf } from './plan-state';
import { keepDay } from './production-state';
import type { Self } from './self';

// Calendars live in the database; the result stands in history, so a new calendar never changes a replay.
const { planAgenda, planProductionDay } = proxyLocalActivities<BakeryActivities>({
  startToCloseTimeout: '5s',
  retry: { initialInterval: '200ms', maximumInterval: '5s' },
  summary: 'agenda',
});

/** Computes the order's moments anew from what is known and moves the clocks that hang on them. */
export async function plan(self: Self): Promise<void> {
  const { input, rules } = self;
  keepMoments(self, await self.oneAtATime(() => planAgenda({ storeId: input.storeId, facts: agendaFacts(self), rules })));
  retime(self);
}

const agendaFacts = (self: Self): AgendaFacts => ({
  intakeAt: self.input.intakeAt,
  reviewAt: self.plan.reviewAt,
  feasibleAt: self.plan.feasibleAt,
  acceptedAt: self.acceptance.acceptedAt,
  plannedStartAt: self.plan.plannedStartAt,
  deliveryAt: self.facts.deliveryAt,
  deliveredAt: self.delivery.deliveredAt,
  followUpTriedAt: self.followUp.triedAt,
  decoration: self.facts.decoration,
  courier: self.facts.method === 'courier',
  compressed: self.plan.compressed,
});

/** The cut-offs of the production day that `from` falls in (BAK-49, BAK-51): not asked for again while they hold. `from` never goes back. */
export async function productionDayOf(self: Self, from: number): Promise<ProductionDay> {
  const { input, rules, production } = self;
  if (production.day !== null && from < production.day.photosDueAt) return production.day;
  const day = await self.oneAtATime(() => planProductionDay({ storeId: input.storeId, from, rules }));
  keepDay(self, day);
  return day;
}

/** Tasks whose deadline is a moment of the plan move when the plan moves (BAK-38). */
function retime(self: Self): void {
  for (const task of self.tasks.values()) {
    const names = bakeryRule(task.row.kind)?.dueBy;
    const due = names && momentOf(self, names.due);
    if (!due) continue;
    const remind = names.remind && momentOf(self, names.remind);
    moveDue(self, task, due, { remindAt: remind ? [remind.at] : [], anew: true, ruleId: due.ruleId });
  }
}
