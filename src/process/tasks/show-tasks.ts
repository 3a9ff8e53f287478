import { formOf } from './forms';
import type { Tongue } from '../../platform/words/instants';
import { iso, isoOrNull } from '../../platform/http/iso';
import { reasonText, type Reader } from '../../platform/words/reasons';
import { listedName } from '../../platform/words/register';
import { contextOf } from '../define.http';
import { photographersOf } from '../photos/photo-rights.rules';
import type { Services } from '../services';
import { actorView, person, readable, readerOf, reasonView, stringsIn, type Names, type Words } from '../views';
import { boundForm, wordedForm } from './bound-form';
import { peopleOf } from './bound-options';
import { deedsOf } from './deeds.rules';
import type { TaskRecord } from './task-read.repository';
import { holdsOneOf, mayBeGiven, type Answerer } from './task-rights.rules';
import type { TaskLine, TaskView } from './task-view.schema';
import { isGivenAtOnce, taskRule } from './tasks.rules';

/** Who looks at tasks, and in which language. */
export interface Onlooker {
  readonly who: Answerer;
  readonly language: Tongue;
}

/** BAK-03. When it is raised next and to whom; one that is raised again at the top of its ladder is told to the top once more. */
function nextRungOf({ nextRungAt, ladder, rung }: TaskRecord, language: Tongue): TaskLine['nextRung'] {
  if (nextRungAt === null) return null;
  const to = ladder[Math.min(rung, ladder.length - 1)];
  return { at: iso(nextRungAt), to: to === undefined ? null : { id: to, name: listedName('roles', to, language) ?? to } };
}

/** What a list shows of a task. */
const taskLine = (task: TaskRecord, names: Names, reader: Reader, who: Answerer): TaskLine => ({
  id: task.id,
  kind: task.kind,
  title: taskRule(task.kind)[reader.language],
  order: task.aboutOrder,
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
  nextRung: nextRungOf(task, reader.language),
  state: task.state,
  closedAt: isoOrNull(task.closedAt),
  decision: taskRule(task.kind).decides === true,
  atOnce: isGivenAtOnce(task.kind),
  may: deedsOf(task, who),
});

/** What answering needs beside. `more` is what people need beside the workflow's own context. */
const taskBody = (
  task: TaskRecord,
  names: Names,
  words: Words,
  more: Readonly<Record<string, unknown>>,
): Pick<TaskView, 'form' | 'context' | 'answers'> => ({
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

/** Rows of an inbox: tasks without their form, context and answers. */
export async function showTaskLines(services: Services, tasks: readonly TaskRecord[], { who, language }: Onlooker): Promise<TaskLine[]> {
  const [first] = tasks;
  if (!first) return [];
  const names = await services.people.namesOf(tasks.flatMap(({ assignee }) => assignee ?? []));
  const reader = await readerOf(services, first.storeId, language); // a list never crosses stores
  return tasks.map((task) => taskLine(task, names, reader, who));
}

/** Tasks with names, words and what their chapters say of the order each is about. */
export async function showTasks(services: Services, tasks: readonly TaskRecord[], { who, language }: Onlooker): Promise<TaskView[]> {
  const contexts = await contextOf(services, [...new Set(tasks.flatMap((task) => task.aboutOrder ?? []))]);
  const names = await services.people.namesOf(
    tasks.flatMap((task) => [...(task.assignee ? [task.assignee] : []), ...stringsIn(task.context), ...stringsIn(task.answers)]),
  );
  const words = await services.texts.findMany(
    tasks.flatMap((task) => [...task.answers.flatMap((answer) => answer.textId ?? []), ...stringsIn(task.context['textId'])]),
  );
  const [first] = tasks;
  if (!first) return [];
  const reader = await readerOf(services, first.storeId, language); // a list never crosses stores
  return tasks.map((task) => {
    const said = typeof task.context['textId'] === 'string' ? words.get(task.context['textId']) : undefined;
    const more = { ...(task.aboutOrder !== null && contexts(task.aboutOrder)), ...(said ? { text: said } : {}) };
    return { ...taskLine(task, names, reader, who), ...taskBody(task, names, words, more) };
  });
}

/** One task in the same way, with the form of an open one as somebody fills it in. `now` is shop time. */
export async function showTask(
  services: Services,
  task: TaskRecord,
  { now, ...onlooker }: Onlooker & { readonly now: number },
): Promise<TaskView> {
  const [view] = await showTasks(services, [task], onlooker);
  if (!view) throw new Error('a task was not shown');
  if (task.state !== 'open') return { ...view, form: wordedForm(task.kind, onlooker.language) };
  const reader = { language: onlooker.language, now };
  const form = await boundForm(services, task, reader);
  const photos = await photosOf(services, task, onlooker);
  if (!view.may.includes('reassign')) return { ...view, photos, form };
  const fitting = (await peopleOf(services, task.storeId, reader))((to) => mayBeGiven(task, to));
  return { ...view, photos, form, candidates: fitting.map(({ const: id, title: name }) => ({ id, name })) };
}

/** BAK-50. What somebody photographs for a task while it is open, and how much of it there is. */
async function photosOf(
  services: Services,
  { kind, context, processId }: TaskRecord,
  { who, language }: Onlooker,
): Promise<TaskView['photos']> {
  const { photographed } = taskRule(kind);
  const steps = (photographed === undefined ? [] : stringsIn(context[photographed])).filter((step) =>
    holdsOneOf(who, photographersOf(step)),
  );
  if (steps.length === 0) return [];
  const taken = await services.photoRows.countByStep(processId, steps);
  return steps.map((step) => ({ step, title: listedName('step', step, language) ?? step, taken: taken.get(step) ?? 0 }));
}
