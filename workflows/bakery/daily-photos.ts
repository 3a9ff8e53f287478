import type { Actor } from '../../src/base/actor';
import type { TaskRow } from '../../src/process/process.messages';
import type { ContextOf } from '../../src/process/tasks/tasks.rules';
import type { ProductionDay } from '../../src/bakery/agenda.rules';
import { productKeySteps, type KeyStep } from '../../src/bakery/products.rules';
import { answerTask, findOpen, openTask, withdrawTasks } from '../process/human-task';
import { isOf, retell, type LiveTaskOf } from '../process/live-task';
import type { Header } from '../orders/header';
import type { Owned } from '../process/owned';
import type { Plan } from './plan-state';
import { stage, type Stages } from './stages';

/**
 * BAK-49, BAK-50. A production day is settled by a photo, uploaded that day, of each key step worked on it. Photos of all key steps settle it
 * by themselves; of fewer, the baker names the steps that were worked, and each of them needs its photo. When production is over every key
 * step has been worked, so what was never photographed stays missing until it is.
 */
type DayTask = LiveTaskOf<'daily-photos'>;
type Day = ContextOf<'daily-photos'>;

/** BAK-50. What the piece in hand has to show. */
export interface DailyPhotos {
  /** Key steps photographed since this piece was begun. */
  readonly photographed: ReadonlySet<string>;
}
/** Nothing is photographed yet; of a lost order's photos none is counted again. */
export const noDailyPhotos = (): DailyPhotos => ({ photographed: new Set() });

type Producing = Header<'bakery'> & { readonly plan: Plan; readonly stages: Stages };
type Daily = Producing & { readonly dailyPhotos: DailyPhotos };
type Owner = Producing & { readonly dailyPhotos: Owned<DailyPhotos> };

/** The key steps of what is ordered now; decoration is none where that stage does not apply (BAK-46). */
export const keyStepsOf = ({ facts }: Pick<Header, 'facts'>): KeyStep[] =>
  productKeySteps(facts.lines).filter((step) => step !== 'decoration' || facts.decoration);

const without = (steps: readonly KeyStep[], seen: ReadonlySet<string>): KeyStep[] => steps.filter((step) => !seen.has(step));

/** What a day still lacks: photos of the steps named as worked, of every key step when none is named or production is over. */
export function missingOf(self: Daily, { over, photographed }: Day, worked: readonly KeyStep[] = keyStepsOf(self)): KeyStep[] {
  return over ? without(keyStepsOf(self), self.dailyPhotos.photographed) : without(worked, new Set(photographed));
}

/** What was made before is made again: its photos and days are of another piece. */
export function beginDays(self: Owner): void {
  self.dailyPhotos.photographed = new Set();
  withdrawTasks(self, 'made-again', isDay);
}

export function openDay(self: Daily, { day, photosDueAt, photosRemindAt }: ProductionDay): void {
  openTask(self, 'daily-photos', {
    assignee: self.plan.assignees['making'],
    due: { at: photosDueAt, reason: { rule: 'BAK-49', base: 'productionDay', day, time: self.rules.photosDue.at }, strict: true },
    remindAt: [photosRemindAt],
    context: { day, photographed: [], missing: keyStepsOf(self) },
    onLate: () => dayLate(self),
  });
}

/** A day that the run before has left open. */
export function hearDay(self: Daily, context: Day): void {
  openTask(self, 'daily-photos', { context, onLate: () => dayLate(self) });
}

const dayLate = (self: Daily): void => stage(self, 'making', { breachedAt: self.now() });

/** A photo counts for the oldest open day that lacks its step: one photo is one day's. A photo of anything else counts for none. */
export function countPhoto(self: Owner, step: string, by: Actor): void {
  const key = keyStepsOf(self).find((known) => known === step);
  if (!key) return;
  self.dailyPhotos.photographed = new Set([...self.dailyPhotos.photographed, key]);
  const day = findOpen(self, 'daily-photos', ({ context }) => !context.photographed.includes(key));
  if (day) show(self, day, { photographed: [...day.row.context.photographed, key] });
  for (const task of openDays(self)) {
    if (missingOf(self, task.row.context).length === 0)
      answerTask(self, task, { by, at: self.now(), choices: { worked: true, steps: task.row.context.photographed } });
  }
}

/** Production is over: with every key step on file nobody is asked any more, otherwise the last day says what is missing. */
export function endDays(self: Daily): void {
  const days = openDays(self);
  const last = days.at(-1);
  if (last) show(self, last, { over: true });
  withdrawTasks(self, 'production-over', (row) => isDay(row) && (row.id !== last?.row.id || missingOf(self, row.context).length === 0));
}

const isDay = (row: TaskRow) => isOf(row, 'daily-photos');
const openDays = (self: Daily): DayTask[] =>
  [...self.tasks.values()].filter((task): task is DayTask => isDay(task.row) && task.row.state === 'open');

const show = (self: Daily, task: DayTask, news: Partial<Day>): void =>
  retell(self, task, { ...news, missing: missingOf(self, { ...task.row.context, ...news }) });
