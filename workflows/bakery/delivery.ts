import { condition } from '@temporalio/workflow';
import { packingLines } from '../../src/bakery/packing.rules';
import { TASKS } from '../../src/bakery/bakery.tasks';
import { findOpen, humanTask, leftOpen, openTask, withdrawTasks, within } from '../process/human-task';
import { ownerOf, taskFacts, tell } from '../process/telling';
import { closeChangeWindow } from './acceptance-state';
import { passed } from './gates';
import { become } from '../orders/header';
import { outstandingOf } from '../orders/ledger';
import { momentOf, remindersAt } from './plan-state';
import { plan } from './planning';
import { begin, delivered } from './promise';
import type { Self } from './self';
import { enter, forgetWhereLeft, isBehind } from './taken-up';

/**
 * BAK-62…76. Packed line by line, checked an hour before, handed over with signature and photo. False when the customer is to have another
 * one instead, which is made, packed and brought like the first.
 */
export async function deliver(self: Self): Promise<boolean> {
  await pack(self);
  if (self.facts.method === 'courier') await dispatch(self);
  return handOver(self);
}

/** BAK-62…68. Packing cannot be completed with a line open; for an order without decoration the change window closes here (BAK-36). */
async function pack(self: Self): Promise<void> {
  if (isBehind(self, 'packing')) return;
  enter(self, 'packing', { ruleId: 'BAK-62' });
  closeChangeWindow(self, 'packing');
  await humanTask(self, 'packing-checklist', {
    assignee: self.plan.assignees['packing'],
    context: { version: self.version, lines: packingLines(self.facts) },
  });
  await passed(self, 'make-ready');
  become(self, 'ready', { ruleId: 'BAK-62' });
  self.recorder.notice('customer', 'order-ready', { method: self.facts.method }, { ruleId: 'BAK-08' });
}

/** BAK-69…74. Vehicle, route and vest are ticked an hour before; severe weather starts the backup plan. A pick-up order skips it. */
async function dispatch(self: Self): Promise<void> {
  if (isBehind(self, 'ready') || leftOpen(self, 'hand-over')) return;
  if (!leftOpen(self, 'dispatch-check')) begin(self, 'dispatch-check');
  const answer = await humanTask(self, 'dispatch-check', {
    assignee: self.plan.assignees['delivery'],
    due: momentOf(self, 'dispatch-due'),
    remindAt: remindersAt(self, 'dispatch-remind'),
    context: { version: self.version },
  });
  if (answer.choices.weather === 'severe') {
    self.recorder.event('delivery.backup-plan', { plan: answer.choices.backupPlan ?? null }, { ruleId: 'BAK-71', actor: answer.by });
    self.recorder.notice(
      'customer',
      'order-delayed',
      { type: 'severe-weather', plan: answer.choices.backupPlan ?? null },
      { urgent: true, ruleId: 'BAK-71' },
    );
    self.recorder.notice(
      'role:sales-consultant',
      'exception-reported',
      { type: 'severe-weather', step: 'dispatch-check' },
      { urgent: true, ruleId: 'BAK-71' },
    );
  }
  await passed(self, 'dispatch');
  if (answer.choices.backupPlan === 'pick-up') return askToCollect(self);
  become(self, 'out-for-delivery', { ruleId: 'BAK-70' });
  self.recorder.notice('customer', 'out-for-delivery', {}, { urgent: true, ruleId: 'BAK-08' });
}

/** BAK-71. Nobody drives in this weather: the customer is asked to come, and the order is handed over at the counter. */
function askToCollect(self: Self): void {
  self.recorder.notice('customer', 'order-ready', { method: 'pickup' }, { urgent: true, ruleId: 'BAK-71' });
}

/** BAK-75. Delivered with both the signature and the photo; the later of the two is the moment. */
async function handOver(self: Self): Promise<boolean> {
  forgetWhereLeft(self); // a replacement goes through every step
  const answer = await openTask(self, 'hand-over', {
    assignee: self.plan.assignees['delivery'],
    due: momentOf(self, 'delivery-promised'),
    context: { version: self.version, balanceFen: outstandingOf(self) },
  }).answered();
  if (!answer) return false; // BAK-76: it is replaced
  const { photoId, signatureId, signeeIsOther = false } = answer.choices;
  const deliveredAt = Math.max(...[photoId, signatureId].map((id) => self.photos.onFile.get(id)?.takenAt ?? answer.at));
  delivered(self, deliveredAt);
  become(self, 'delivered', { ruleId: 'BAK-75', actor: answer.by });
  withdrawTasks(self, 'order-delivered', (row) => ['telephone-customer', 'cancellation-decision'].includes(row.kind));
  self.recorder.event(
    'order.delivered',
    { deliveredAt, late: deliveredAt > self.facts.deliveryAt, photoId, signatureId, signeeIsOther },
    { ruleId: 'BAK-75', actor: answer.by, ...(answer.textId && { textId: answer.textId }) },
  );
  self.recorder.notice('customer', 'order-delivered', { balanceFen: outstandingOf(self) }, { ruleId: 'BAK-08' });
  await plan(self);
  return true;
}

/** BAK-77. The balance is settled on delivery; unpaid, it stays a task of finance and the order stays open. */
export async function settle(self: Self): Promise<void> {
  if (outstandingOf(self) <= 0) return;
  const wasAsked = leftOpen(self, 'settle-balance') !== undefined;
  openTask(self, 'settle-balance', {
    due: within(self, self.rules.balanceDue, 'deliveredAt', 'BAK-77'),
    context: { outstandingFen: outstandingOf(self) },
  });
  const task = findOpen(self, 'settle-balance');
  if (task && !wasAsked) {
    const owner = ownerOf(task.row);
    const told = [owner, ...TASKS['settle-balance'].alsoTell.map((role) => `role:${role}`)];
    tell(self, told, 'task-opened', (to) => ({ ...taskFacts(task.row), ...(to === owner && { yours: true }) }), { ruleId: 'BAK-77' });
  }
  await condition(() => outstandingOf(self) <= 0);
  self.recorder.event('order.settled', { receivedFen: self.ledger.receivedFen }, { ruleId: 'BAK-77' });
}
