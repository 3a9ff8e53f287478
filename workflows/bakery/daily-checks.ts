import { CancellationScope, isCancellation } from '@temporalio/workflow';
import type { ProductionDay } from '../../src/bakery/agenda.rules';
import type { AnswerOf, ContextOf, TaskKind } from '../../src/process/tasks/tasks.rules';
import { leftTasks, openTask, withdrawTasks, type HumanTaskOptions } from '../process/human-task';
import { isOf, type Answered } from '../process/live-task';
import { beginDays, endDays, hearDay, openDay } from './daily-photos';
import { report } from './exceptions';
import { productionDayOf } from './planning';
import type { Self } from './self';
import { stage } from './stages';
import { goesOnIn } from './taken-up';

/** BAK-51. A check is on time before the day's cut-off, not at it. */
export const qualityClocks = (
  self: Self,
  { day, qualityDueAt, qualityRemindAt }: ProductionDay,
): Pick<HumanTaskOptions, 'due' | 'remindAt'> => ({
  due: { at: qualityDueAt, reason: { rule: 'BAK-51', base: 'productionDay', day, time: self.rules.qualityDue.at }, strict: true },
  remindAt: [qualityRemindAt],
});

/** BAK-49, BAK-51. Beside making and decoration: on every production day photos of the key steps before 17:00 and a sample before 18:00. */
export async function withDailyChecks(self: Self, production: () => Promise<void>): Promise<void> {
  const goesOn = goesOnIn(self, 'making') || goesOnIn(self, 'decoration');
  if (!goesOn) beginDays(self);
  const days = new CancellationScope();
  const daily = days
    .run(() => checkDaily(self, goesOn ? self.production.day : null))
    .catch((error: unknown) => {
      if (!isCancellation(error)) throw error; // it ends by being cancelled below
    });
  try {
    await production();
  } finally {
    days.cancel();
    await daily;
    endDays(self);
    withdrawTasks(self, 'production-over', (row) => row.kind === 'quality-check');
  }
}

/** `under`: the production day that the run before has begun. */
async function checkDaily(self: Self, under: ProductionDay | null): Promise<void> {
  if (!under) stage(self, 'quality-check', { startedAt: self.stages['quality-check'].startedAt ?? self.now(), doneAt: null });
  for (let day = under ?? (await begunDay(self, self.now())); ; day = await begunDay(self, day.qualityDueAt)) {
    await self.timers.sleepUntil(day.qualityDueAt, 'BAK-49 next production day');
  }
}

/** The production day that `from` falls in, with its photos and its sample asked for. */
async function begunDay(self: Self, from: number): Promise<ProductionDay> {
  const day = await productionDayOf(self, from);
  stage(self, 'making', { dueAt: day.photosDueAt });
  stage(self, 'quality-check', { dueAt: day.qualityDueAt });
  openDay(self, day);
  openSample(self, { day: day.day, mustSample: self.plan.risk }, qualityClocks(self, day));
  return day;
}

function openSample(self: Self, context: ContextOf<'quality-check'>, clocks: Pick<HumanTaskOptions, 'due' | 'remindAt'> = {}): void {
  openTask(self, 'quality-check', {
    assignee: self.plan.assignees['quality-check'],
    ...clocks,
    context,
    onDone: (answer) => failedSample(self, answer),
    onLate: () => stage(self, 'quality-check', { breachedAt: self.now() }),
  });
}

/** An order that goes on in another run: the photos and samples that days have left open are heard as before. */
export function hearDays(self: Self): void {
  for (const row of leftTasks(self)) {
    if (isOf(row, 'daily-photos')) hearDay(self, row.context);
    if (isOf(row, 'quality-check') && !row.context.final) openSample(self, row.context);
  }
}

/** BAK-51. A failed sample is a process problem: the store manager steps in, and packing waits for the decision. */
function failedSample(self: Self, answer: Answered<TaskKind>): void {
  if ((answer.choices as AnswerOf<'quality-check'>).result !== 'fail') return;
  report(self, { id: `${self.input.number}/sample-${self.taskCount}`, type: 'process-problem', foundAt: answer.at, by: answer.by });
}
