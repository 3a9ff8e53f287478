import type { Actor } from '../../src/base/actor';
import { toMs } from '../../src/base/rule';
import { withdrawTasks } from '../process/human-task';
import { planAnew } from '../orders/change-state';
import { tellOf, type Problem } from '../orders/exception-record';
import { amend } from '../orders/header';
import { loadDays } from './load';
import { compress, nextPlan } from './plan-state';
import { makeAgain } from './production-state';
import { beginAnew } from './promise';
import type { Self } from './self';
import { openTaskSheet } from './task-sheet';

/**
 * BAK-76. What was brought is not good: another one is made, from making on, and brought at the hour agreed with the customer at the door.
 * It is the same version of the order at another hour: a new plan, whose sheet the baker signs (BAK-44), whose decoration is due when the
 * van leaves, and which is checked, packed and dispatched like the first. Nothing more is charged.
 */
export function replace(self: Self, problem: Problem, deliveryAt: number, by: Actor): void {
  withdrawTasks(self, 'another-made', (row) => row.kind === 'hand-over');
  makeAgain(self);
  amend(self, { deliveryAt });
  compress(self, { materialsDueAt: self.now(), decorationDueAt: deliveryAt - toMs(self.rules.dispatchCheck) });
  nextPlan(self);
  loadDays(self, { ...self.plan, plannedStartAt: self.now() });
  beginAnew(self);
  self.recorder.event(
    'order.replaced',
    { exception: problem.id, deliveryAt, planVersion: self.plan.version },
    { ruleId: 'BAK-76', actor: by },
  );
  openTaskSheet(self);
  self.recorder.notice(
    'customer',
    'order-delayed',
    { exception: problem.id, type: 'replacement', deliveryAt },
    { urgent: true, ruleId: 'BAK-76' },
  );
  tellOf(self, problem, ['role:production-supervisor', 'role:sales-consultant', 'role:store-manager'], 'BAK-76');
  planAnew(self);
}
