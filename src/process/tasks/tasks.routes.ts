import { Completion, CompletionCheck, Reassignment, TaskPage, TaskQuery, TaskView } from './task-view.schema';
import { answerForm, splitAnswer } from './forms';
import type { TaskFilter, TaskRecord } from './task-read.repository';
import { Refusal } from '../../base/refusals';
import { takesAnswers, taskRule } from './tasks.rules';
import { assertMayAnswer, assertMayBeGiven, assertMayReassign, type Answerer } from './task-rights.rules';
import { actWithText } from '../act';
import { answererOf, standingIn } from './answerer';
import type { Answer, Call, Route } from '../../platform/http/route';
import { listRoute, route } from '../permissions';
import type { Services } from '../services';
import { bucketEdges, type BucketEdges } from './inbox.rules';
import { showTask, showTaskLines, showTasks } from './show-tasks';
import { taskSheet } from './task-sheet';
import { naming } from '../answered';
import { invalid, parse } from '../../platform/http/zod-problem';

/** In place of a person's id: the tasks that are nobody's. */
const NOBODY = 'nobody';

const ACT_REFUSALS = ['no-such-task', 'already-answered', 'not-in-this-state', 'act-budget-spent', 'busy', 'unavailable'] as const;

/** @throws {Refusal} `no-such-task`, for another store's tasks too. */
async function taskOf(services: Services, id: string, storeId: string): Promise<TaskRecord> {
  const task = await services.tasks.find(id);
  if (!task || task.storeId !== storeId) throw new Refusal('no-such-task', { code: 'no-task-here' });
  return task;
}

/** @throws {Refusal} `already-answered` with the first answer's who and when. */
async function assertOpen(services: Services, task: TaskRecord): Promise<void> {
  if (task.state === 'open') return assertTakesAnswers(task);
  const [first] = task.answers;
  if (task.state === 'withdrawn' || !first) throw new Refusal('not-in-this-state', { code: 'task-withdrawn' });
  const answered = { by: { id: first.by.id ?? first.by.kind }, at: first.at, choices: first.choices };
  throw await naming(services, new Refusal('already-answered', { code: 'answered-already' }, { answered }));
}

/** @throws {Refusal} `not-in-this-state` for what no answer brings about: nobody listens for one. */
function assertTakesAnswers({ kind, context }: TaskRecord): void {
  if (takesAnswers(kind, context)) return;
  throw new Refusal('not-in-this-state', { code: 'closes-by-itself' });
}

/** The task as it stands after an act of this request. */
const after = async (services: Services, call: Call, id: string, who: Answerer): Promise<Answer> => ({
  status: 200,
  body: await showTask(services, await taskOf(services, id, call.staff.storeId), { who, language: call.language, now: call.now }),
});

/** Whose tasks a person finds when they ask for their own: those of their roles, and of the people they stand in for. */
const forWhom = ({ id, roles, deputyFor }: Answerer): TaskFilter['mine'] => ({
  id,
  roles: [...roles, ...deputyFor.flatMap((person) => person.roles)],
  deputyFor: deputyFor.map((person) => person.id),
});

/** A request for a list of tasks, with who asks. */
type InboxCall = Pick<Call, 'staff' | 'now'> & { readonly query: Omit<TaskQuery, 'limit' | 'cursor'>; readonly owner: Answerer };

function filterOf({ query, staff, owner }: InboxCall): TaskFilter {
  const { mine, assignee, decision, rows: _rows, counts: _counts, sort: _sort, ...filter } = query;
  return {
    ...filter,
    storeId: staff.storeId,
    ...(assignee === undefined ? {} : { assignee: assignee === NOBODY ? null : assignee }),
    ...(decision === 'true' ? { decision: true } : {}),
    ...(mine === 'true' ? { mine: forWhom(owner) } : {}),
  };
}

const edgesOf = async (services: Services, { staff, now }: InboxCall): Promise<BucketEdges> =>
  bucketEdges(await services.calendars.calendarOf(staff.storeId), now);

/** The task a request is about, and who asks. @throws {Refusal} `no-such-task`. */
async function asked(services: Services, call: Call<{ readonly id: string }>): Promise<{ task: TaskRecord; who: Answerer }> {
  const task = await taskOf(services, call.params.id, call.staff.storeId);
  return { task, who: await answererOf(services, call.staff, call.now) };
}

/** Gives a task to somebody, or back to its role. What it is already, the process need not hear. */
async function assign(
  services: Services,
  call: Call,
  task: TaskRecord,
  { deputyFor }: Answerer,
  to: string | null,
  reason: string | null = null,
): Promise<void> {
  if (task.assignee === to) return;
  await actWithText(services, call, task, reason === null ? null : { reason }, (said, desk) =>
    desk.assignTask(task, call.key, { ...said, ...standingIn(deputyFor), taskId: task.id, to }),
  );
}

/** The inbox: every human step. */
export const taskRoutes = (services: Services): Route[] => [
  ...readingRoutes(services),
  ...assigningRoutes(services),
  completionRoute(services),
];

function readingRoutes(services: Services): Route[] {
  return [
    listRoute(services, {
      key: 'GET /tasks',
      summary: 'The inbox',
      tag: 'tasks',
      query: TaskQuery,
      answer: TaskPage,
      owner: { find: ({ staff, now }) => answererOf(services, staff, now) },
      sortedBy: { sort: String, at: Number, id: String },
      async rows(call, limit, after) {
        const { sort } = call.query;
        if (after && after.sort !== sort) throw new Refusal('invalid-cursor', { code: 'cursor-damaged' });
        const place = after && { ...after, sort };
        return services.tasks.list(filterOf(call), sort, await edgesOf(services, call), limit, place);
      },
      exported: { name: 'tasks', sheet: (call) => taskSheet(services, call) },
      views(tasks, { query, owner: who, language }) {
        const onlooker = { who, language };
        return query.rows === 'true' ? showTaskLines(services, tasks, onlooker) : showTasks(services, tasks, onlooker);
      },
      async beside(call) {
        if (call.query.counts !== 'true') return {};
        return { counts: await services.tasks.count(filterOf(call), await edgesOf(services, call)) };
      },
    }),
    route({
      key: 'GET /tasks/{id}',
      summary: 'One task',
      tag: 'tasks',
      status: 200,
      answer: TaskView,
      refusals: ['no-such-task'],
      async handle(call) {
        const { task, who } = await asked(services, call);
        return { status: 200, body: await showTask(services, task, { who, language: call.language, now: call.now }) };
      },
    }),
  ];
}

function assigningRoutes(services: Services): Route[] {
  return [
    route({
      key: 'POST /tasks/{id}/claim',
      summary: 'Take a task',
      tag: 'tasks',
      status: 200,
      answer: TaskView,
      refusals: ACT_REFUSALS,
      async handle(call) {
        const { task, who } = await asked(services, call);
        assertMayAnswer(task, who);
        await assertOpen(services, task);
        await assign(services, call, task, who, who.id);
        return after(services, call, task.id, who);
      },
    }),
    route({
      key: 'POST /tasks/{id}/release',
      summary: 'Give a task back to its role',
      tag: 'tasks',
      status: 200,
      answer: TaskView,
      refusals: ACT_REFUSALS,
      async handle(call) {
        const { task, who } = await asked(services, call);
        if (task.assignee !== who.id) assertMayReassign(task, who);
        await assertOpen(services, task);
        await assign(services, call, task, who, null);
        return after(services, call, task.id, who);
      },
    }),
    route({
      key: 'POST /tasks/{id}/reassign',
      summary: 'Hand a task to somebody else',
      tag: 'tasks',
      body: Reassignment,
      status: 200,
      answer: TaskView,
      refusals: [...ACT_REFUSALS, 'no-such-staff'],
      async handle(call) {
        const { task, who } = await asked(services, call);
        if (task.assignee !== who.id) assertMayReassign(task, who);
        await assertOpen(services, task);
        const to = await services.people.find(call.staff.storeId, call.body.to);
        if (!to)
          throw new Refusal('no-such-staff', { code: 'no-staff-here' }, { errors: [{ pointer: '/to', code: 'not-staff-of-this-store' }] });
        assertMayBeGiven(task, await answererOf(services, to, call.now));
        await assign(services, call, task, who, to.id, call.body.reason);
        return after(services, call, task.id, who);
      },
    }),
  ];
}

const completionRoute = (services: Services): Route =>
  route({
    key: 'POST /tasks/{id}/completion',
    summary: 'Answer a task',
    tag: 'tasks',
    body: Completion,
    status: 200,
    answer: TaskView,
    check: CompletionCheck,
    refusals: ACT_REFUSALS,
    async handle(call) {
      const { task, who } = await asked(services, call);
      assertMayAnswer(task, who);
      await complete(services, call, task, call.body.answer, who.deputyFor);
      if (call.check) return { status: 200, body: { ok: true } satisfies CompletionCheck };
      return after(services, call, task.id, who);
    },
  });

/** Parses an answer with the schema its form shows, keeps its free text, and gives the choices to the process. */
export async function complete(
  services: Services,
  call: Call,
  task: TaskRecord,
  given: unknown,
  deputyFor: Answerer['deputyFor'] = [],
): Promise<void> {
  const { schema, check, around } = answerForm(task.kind);
  const answer = parse(schema, given, ['answer']);
  if (task.state === 'open') assertTakesAnswers(task);
  const bad = (await check?.(services, task, answer as never, call.now)) ?? [];
  if (bad.length > 0) throw invalid(bad);
  const { choices, text } = splitAnswer(task.kind, answer);
  const answerIt = async (): Promise<void> => {
    await actWithText(services, call, task, text, (said, desk) =>
      desk.completeTask(task, call.key, { ...said, ...standingIn(deputyFor), taskId: task.id, choices }),
    );
  };
  try {
    if (around) await around(services, { call, task, deputyFor }, answerIt);
    else await answerIt();
  } catch (error) {
    // The process is asked first: of an answer repeated under its key it knows that it is the same one, the record only that there is one.
    if (isOver(error) && !taskRule(task.kind).votes) await assertOpen(services, task);
    throw error;
  }
}

const isOver = (error: unknown): boolean =>
  error instanceof Refusal && (error.code === 'already-answered' || error.code === 'not-in-this-state');
