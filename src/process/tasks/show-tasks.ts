import { formOf } from './forms';
import type { Tongue } from '../../platform/words/instants';
import { iso, isoOrNull } from '../../platform/http/iso';
import { reasonText, type Reader } from '../../platform/words/reasons';
import { contextOf } from '../define.http';
import type { Services } from '../services';
import { actorView, person, readable, readerOf, reasonView, stringsIn, type Names, type Words } from '../views';
import type { TaskRecord } from './task-read.repository';
import type { TaskView } from './task-view.schema';
import { taskRule } from './tasks.rules';

/** A task as the inbox shows it. `more` is what people need beside the workflow's own context. */
const taskView = (task: TaskRecord, names: Names, words: Words, reader: Reader, more: Readonly<Record<string, unknown>>): TaskView => ({
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
  state: task.state,
  closedAt: isoOrNull(task.closedAt),
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

/** Tasks with names, words and what their chapters say of the order each is about. */
export async function showTasks(services: Services, tasks: readonly TaskRecord[], language: Tongue): Promise<TaskView[]> {
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
    return taskView(task, names, words, reader, {
      ...(task.aboutOrder !== null && contexts(task.aboutOrder)),
      ...(said ? { text: said } : {}),
    });
  });
}

/** One task in the same way. */
export async function showTask(services: Services, task: TaskRecord, language: Tongue): Promise<TaskView> {
  const [view] = await showTasks(services, [task], language);
  if (!view) throw new Error('a task was not shown');
  return view;
}
