import { condition } from '@temporalio/workflow';
import type { TaskKind } from '../../src/process/tasks/tasks.rules';
import type { Moment } from '../../src/base/moment';
import { humanTask, leftOpen, openTask, type OpenedTask } from '../process/human-task';
import { SYSTEM } from '../process/draft';
import { closeChangeWindow } from './acceptance-state';
import { qualityClocks, withDailyChecks } from './daily-checks';
import { keyStepsOf } from './daily-photos';
import { stepIn } from './escalation';
import { report, settleException } from './exceptions';
import { isOpen, passed } from './gates';
import { momentOf, remindersAt } from './plan-state';
import { productionDayOf } from './planning';
import { makingBegun, makingDone } from './production-state';
import { begin } from './promise';
import type { Self } from './self';
import { stage } from './stages';
import { enter, isBehind } from './taken-up';
import { openTaskSheet } from './task-sheet';
import { keepReminding, remindWarmly, telephoneUnlessConfirmed } from './warm-reminder';

/**
 * BAK-46…52. Making and decoration in order, quality beside them every day, and one passed check after decoration. A change of what was
 * made already, and the store manager's word, go back to making.
 */
export async function produce(self: Self): Promise<void> {
  if (isBehind(self, 'final-check')) return;
  do {
    if (!isBehind(self, 'decoration'))
      await withDailyChecks(self, async () => {
        await making(self);
        await decoration(self);
      });
    await finalCheck(self);
    await condition(() => self.production.remake || isOpen(self, 'pack'));
  } while (self.production.remake);
}

/** BAK-44, 47, 48. Settled within 8 h, complete within 24 h, the task sheet signed; the warm reminder goes out meanwhile (BAK-45). */
export async function materials(self: Self): Promise<void> {
  if (isBehind(self, 'materials')) return;
  const begins = enter(self, 'materials');
  const due = momentOf(self, 'materials-due');
  if (begins) {
    stage(self, 'materials', { startedAt: self.now(), dueAt: due?.at ?? null });
    remindWarmly(self);
  } else keepReminding(self);
  const isAwaited = (kind: TaskKind): boolean => begins || leftOpen(self, kind) !== undefined;
  const settled = isAwaited('materials-settled') && openMaterialsSettled(self, due);
  const complete = isAwaited('materials-complete') && openMaterialsComplete(self);
  if (begins) openTaskSheet(self);
  if (settled) await settled.answered();
  if (complete) await complete.answered();
  stage(self, 'materials', { doneAt: self.now() });
  settleException(self, materialsLate(self), 'complete');
  await passed(self, 'begin-making');
}

const openMaterialsSettled = (self: Self, due: Moment | undefined): OpenedTask<'materials-settled'> =>
  openTask(self, 'materials-settled', {
    assignee: self.plan.assignees['materials'],
    due,
    remindAt: remindersAt(self, 'materials-remind'),
    onLate: () => stage(self, 'materials', { breachedAt: self.now() }),
  });
const openMaterialsComplete = (self: Self): OpenedTask<'materials-complete'> =>
  openTask(self, 'materials-complete', {
    assignee: self.plan.assignees['materials'],
    due: momentOf(self, 'materials-complete-due'),
    onLate: () => lateMaterials(self),
  });

const materialsLate = (self: Self): string => `${self.input.number}/materials`;

/** BAK-47. The hard limit has passed: an exception, and the store manager hears of it. */
function lateMaterials(self: Self): void {
  report(self, { id: materialsLate(self), type: 'other', foundAt: self.now(), by: SYSTEM });
}

/** BAK-46. The baker makes it; the sheet of the current version must be signed before it is done. */
async function making(self: Self): Promise<void> {
  if (isBehind(self, 'making')) return;
  if (enter(self, 'making', { ruleId: 'BAK-46' })) {
    makingBegun(self);
    telephoneUnlessConfirmed(self);
    if (self.stages.making.startedAt === null) self.recorder.notice('customer', 'making-started', {}, { ruleId: 'BAK-08' });
    stage(self, 'making', { startedAt: self.stages.making.startedAt ?? self.now(), doneAt: null });
  }
  await humanTask(self, 'making-done', {
    assignee: self.plan.assignees['making'],
    context: { version: self.version, keySteps: keyStepsOf(self) },
  });
  makingDone(self);
  stage(self, 'making', { doneAt: self.now() });
  await passed(self, 'leave-making');
}

/** BAK-52. Done only with a completion photo, a day before delivery. The change window closes as it starts (BAK-36). */
async function decoration(self: Self): Promise<void> {
  if (!self.facts.decoration || self.production.remake) return;
  const due = momentOf(self, 'decoration-due');
  if (enter(self, 'decoration', { ruleId: 'BAK-46' })) {
    closeChangeWindow(self, 'decoration');
    begin(self, 'decoration-done');
    stage(self, 'decoration', { startedAt: self.stages.decoration.startedAt ?? self.now(), dueAt: due?.at ?? null, doneAt: null });
  }
  await humanTask(self, 'decoration-done', {
    assignee: self.plan.assignees['decoration'] ?? self.plan.assignees['making'],
    due,
    remindAt: remindersAt(self, 'decoration-remind'),
    onLate: () => stage(self, 'decoration', { breachedAt: self.now() }),
  });
  stage(self, 'decoration', { doneAt: self.now() });
  await passed(self, 'leave-decoration');
}

/**
 * BAK-51. Packing needs one passed check made after decoration. A fail opens an exception and the store manager decides (BAK-61); ends
 * without a pass when what is made is to be made again.
 */
async function finalCheck(self: Self): Promise<void> {
  if (self.production.remake) return;
  enter(self, 'final-check', { ruleId: 'BAK-51' });
  while (!self.production.remake) {
    const context = { final: true, version: self.version } as const;
    const clocks = leftOpen(self, 'quality-check', context) ? {} : qualityClocks(self, await productionDayOf(self, self.now()));
    const answer = await humanTask(self, 'quality-check', { assignee: self.plan.assignees['quality-check'], ...clocks, context });
    await passed(self, 'conclude-check');
    if (answer.choices.result === 'pass') return stage(self, 'quality-check', { doneAt: self.now() });
    const id = `${self.input.number}/check-${self.taskCount}`;
    await stepIn(self, { id, type: 'process-problem', foundAt: self.now(), by: answer.by });
  }
}
