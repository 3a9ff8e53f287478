import { CancellationScope, condition } from '@temporalio/workflow';
import type { AnswerOf } from '../../src/contracts/tasks';
import type { TaskKind } from '../../src/domain/rulebook/tasks';
import { productKeySteps } from '../../src/domain/rulebook/products';
import { clock, closeChangeWindow, depositGap } from './acceptance';
import { stepIn } from './escalation';
import { closeException, openException } from './exception-record';
import { report } from './exceptions';
import { hasOpen, humanTask, openTask, withdrawTasks } from './human-task';
import { productionDayOf } from './planning';
import { become, momentOf, released, stage, type Answered, type Self } from './self';

/** BAK-44…52. Materials, making and decoration in order, quality beside them every day, and one passed check after decoration. */
export async function produce(self: Self): Promise<void> {
  await materials(self);
  let passed = false;
  while (!passed) {
    await withDailyChecks(self, async () => {
      await making(self);
      await decoration(self);
      passed = await finalCheck(self);
    });
  }
}

/** BAK-44, 47, 48. Settled within 8 h, complete within 24 h, the task sheet signed; the warm reminder goes out meanwhile (BAK-45). */
async function materials(self: Self): Promise<void> {
  const due = momentOf(self, 'materials-due');
  stage(self, 'materials', { startedAt: self.now(), dueAt: due?.at ?? null });
  remindWarmly(self);
  const supervisor = self.assignees['materials'];
  const settled = openTask(self, 'materials-settled', {
    assignee: supervisor,
    due,
    remindAt: [momentOf(self, 'materials-remind')?.at ?? self.now()],
    onLate: () => stage(self, 'materials', { breachedAt: self.now() }),
  });
  const complete = openTask(self, 'materials-complete', {
    assignee: supervisor,
    due: momentOf(self, 'materials-complete-due'),
    onLate: () => lateMaterials(self),
  });
  openTaskSheet(self);
  await settled.answered();
  await complete.answered();
  stage(self, 'materials', { doneAt: self.now() });
  closeException(self, (exception) => exception.id.endsWith('/materials'), 'complete');
  await condition(() => sheetSigned(self) && depositGap(self) <= 0 && !self.reviewPending && !self.allergenPending); // BAK-44, BAK-31, BAK-38
  await released(self);
}

/** BAK-47. The hard limit has passed: an exception, and the store manager hears of it. */
function lateMaterials(self: Self): void {
  openException(self, { id: `${self.input.number}/materials`, type: 'other', foundAt: self.now(), by: { kind: 'system', via: 'timer' } });
}

/** BAK-44. The baker signs the sheet of the current version; a new version asks again. */
export function openTaskSheet(self: Self): void {
  const { version } = self;
  withdrawTasks(self, 'a new version voids the task sheet', (row) => row.kind === 'sign-task-sheet');
  openTask(self, 'sign-task-sheet', {
    assignee: self.assignees['making'],
    ...(self.plannedStartAt !== null && {
      due: { at: self.plannedStartAt, because: 'signed by planned production start (BAK-44)' },
    }),
    context: { version, planVersion: self.planVersion },
    onDone: () => (self.signedVersion = version),
  });
}
const sheetSigned = (self: Self): boolean => self.signedVersion === self.version;

/** BAK-45. 《温馨提示》 on the day before making, at once when that is past; no answer by making start: the consultant telephones. */
export function remindWarmly(self: Self): void {
  if (self.warmReminder.for === self.plannedStartAt) return; // the plan has not moved: it is armed, or sent
  self.warmReminder.silence();
  const takeBack = [
    clock(self, 'warm-reminder', () => {
      self.recorder.event('reminder.sent', { plannedStartAt: self.plannedStartAt }, { ruleId: 'BAK-45' });
      self.recorder.notice(
        'customer',
        'warm-reminder',
        { plannedStartAt: self.plannedStartAt, version: self.version },
        { ruleId: 'BAK-45' },
      );
    }),
    clock(self, 'planned-start', () => telephoneUnlessConfirmed(self)),
  ];
  self.warmReminder = { for: self.plannedStartAt, silence: () => takeBack.forEach((cancel) => cancel()) };
}

/** BAK-45. The customer has not answered by making start, whichever comes first: the hour planned or the baker. */
function telephoneUnlessConfirmed(self: Self): void {
  self.warmReminder.silence();
  if (self.detailsConfirmed || hasOpen(self, 'telephone-customer')) return;
  openTask(self, 'telephone-customer', { assignee: self.input.takenBy, context: { why: 'details-unconfirmed' } });
}

/** BAK-46. The baker makes it; the sheet of the current version must be signed before it is done. */
async function making(self: Self): Promise<void> {
  become(self, 'making', { ruleId: 'BAK-46' });
  telephoneUnlessConfirmed(self);
  stage(self, 'making', { startedAt: self.stages.making.startedAt ?? self.now(), doneAt: null });
  self.recorder.notice('customer', 'making-started', {}, { ruleId: 'BAK-08' });
  await humanTask(self, 'making-done', {
    assignee: self.assignees['making'],
    context: { version: self.version, keySteps: productKeySteps(self.facts.lines) },
  });
  await condition(() => sheetSigned(self));
  self.makingDoneAt = self.now();
  stage(self, 'making', { doneAt: self.now() });
  await released(self);
}

/** BAK-52. Done only with a completion photo, a day before delivery. The change window closes as it starts (BAK-36). */
async function decoration(self: Self): Promise<void> {
  if (!self.facts.decoration) return;
  become(self, 'decoration', { ruleId: 'BAK-46' });
  closeChangeWindow(self, 'decoration');
  const due = momentOf(self, 'decoration-due');
  stage(self, 'decoration', { startedAt: self.now(), dueAt: due?.at ?? null, doneAt: null });
  await humanTask(self, 'decoration-done', {
    assignee: self.assignees['decoration'] ?? self.assignees['making'],
    due,
    remindAt: [momentOf(self, 'decoration-remind')?.at ?? self.now()],
    onLate: () => stage(self, 'decoration', { breachedAt: self.now() }),
  });
  stage(self, 'decoration', { doneAt: self.now() });
  await released(self);
}

/** BAK-51. Packing needs one passed check made after decoration. A fail opens an exception and the store manager decides (BAK-61). */
async function finalCheck(self: Self): Promise<boolean> {
  become(self, 'final-check', { ruleId: 'BAK-51' });
  for (;;) {
    const day = await productionDayOf(self, self.now());
    const answer = await humanTask(self, 'quality-check', {
      assignee: self.assignees['quality-check'],
      due: { at: day.qualityDueAt, because: `before 18:00 on ${day.day} (BAK-51)`, strict: true },
      remindAt: [day.qualityRemindAt],
      context: { final: true, version: self.version },
    });
    await released(self);
    if (answer.choices.result === 'pass') {
      stage(self, 'quality-check', { doneAt: self.now() });
      return true;
    }
    if (answer.choices.result === 'not-sampled') continue; // every order is sampled at least once, after decoration
    const verdict = await stepIn(self, {
      id: `${self.input.number}/check-${self.taskCount}`,
      type: 'process-problem',
      foundAt: self.now(),
      by: answer.by,
    });
    if (verdict === 'rework') return false;
  }
}

/** BAK-49, BAK-51. Beside making and decoration: on every production day a key-step photo before 17:00 and a sample before 18:00. */
async function withDailyChecks(self: Self, production: () => Promise<void>): Promise<void> {
  const days = new CancellationScope();
  const daily = days.run(() => checkDaily(self)).catch(() => undefined); // ends by being cancelled below
  try {
    await production();
  } finally {
    days.cancel();
    await daily;
    withdrawTasks(
      self,
      'production is over',
      (row) => row.kind === 'daily-photos' || (row.kind === 'quality-check' && row.context['final'] !== true),
    );
  }
}

async function checkDaily(self: Self): Promise<void> {
  let from = self.now();
  stage(self, 'quality-check', { startedAt: self.stages['quality-check'].startedAt ?? from, doneAt: null });
  for (;;) {
    const day = await productionDayOf(self, from);
    stage(self, 'making', { dueAt: day.photosDueAt });
    stage(self, 'quality-check', { dueAt: day.qualityDueAt });
    openTask(self, 'daily-photos', {
      assignee: self.assignees['making'],
      due: { at: day.photosDueAt, because: `before 17:00 on ${day.day} (BAK-49)`, strict: true },
      remindAt: [day.photosRemindAt],
      context: { day: day.day },
      onLate: () => stage(self, 'making', { breachedAt: self.now() }),
    });
    openTask(self, 'quality-check', {
      assignee: self.assignees['quality-check'],
      due: { at: day.qualityDueAt, because: `before 18:00 on ${day.day} (BAK-51)`, strict: true },
      remindAt: [day.qualityRemindAt],
      context: { day: day.day, mustSample: self.risk },
      onDone: (answer) => failedSample(self, answer),
      onLate: () => stage(self, 'quality-check', { breachedAt: self.now() }),
    });
    await self.wheel.sleepUntil(day.qualityDueAt, 'BAK-49 next production day');
    from = day.qualityDueAt;
  }
}

/** BAK-51. A failed sample is a process problem: the store manager steps in, and packing waits for the decision. */
function failedSample(self: Self, answer: Answered<TaskKind>): void {
  if ((answer.choices as AnswerOf<'quality-check'>).result !== 'fail') return;
  report(self, { id: `${self.input.number}/sample-${self.taskCount}`, type: 'process-problem', foundAt: answer.at, by: answer.by });
}
