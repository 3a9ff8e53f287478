import type { WorkflowClient, WorkflowHandle } from '@temporalio/client';

/** Real milliseconds between looks, and after which a workflow that will not come to rest is a fault of the test. */
const LOOK_MS = 5;
const PATIENCE_MS = 20_000;
/** `PENDING_ACTIVITY_STATE_SCHEDULED` of Temporal's API. */
const SCHEDULED = 1;

/**
 * Waits until a workflow and its children have done all that they can do before time passes or somebody acts. That is read from their
 * histories and not waited for: no workflow task is owed, no activity, message or start of a child is under way, and no timer is due. What
 * is not on record then has not happened: so "nothing happened" is proved, on however slow a machine.
 * @param dueBy the instant of the server's own time up to which a timer counts as due.
 */
export async function atRest(client: WorkflowClient, workflowId: string, dueBy: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const busy = await busyWith(client, workflowId, dueBy);
    if (busy === null) return;
    if (Date.now() > until) throw new Error(`${workflowId} did not come to rest: ${busy}`);
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** What a workflow is still about to do; null when it rests. */
async function busyWith(client: WorkflowClient, workflowId: string, dueBy: number): Promise<string | null> {
  const handle = client.getHandle(workflowId);
  const { ended, tasks, activities, timers, messages, children } = openIn((await handle.fetchHistory()).events ?? []);
  for (const child of children.values()) {
    const busy = await busyWith(client, child, dueBy);
    if (busy !== null) return `${child}: ${busy}`;
  }
  if (ended === 'continued') return 'it goes on in another run';
  if (ended) return null;
  if (tasks > 0) return 'a workflow task is owed';
  if (messages.size > 0) return 'a message or the start of a child is under way';
  if ([...timers.values()].some((dueAt) => dueAt <= dueBy)) return 'a timer is due';
  if (activities.size > 0 && !(await waitForRetry(handle, activities.size))) return 'an activity is under way';
  return null;
}

/** Activities that failed and are to be tried again wait for time to pass. */
async function waitForRetry(handle: WorkflowHandle, activities: number): Promise<boolean> {
  const pending = (await handle.describe()).raw.pendingActivities ?? [];
  return pending.length === activities && pending.every(({ state, attempt }) => (state as number) === SCHEDULED && (attempt ?? 1) > 1);
}

/** How many runs a workflow has had so far: each was continued by the next. */
export async function runsOf(client: WorkflowClient, workflowId: string): Promise<number> {
  let { runId } = await client.getHandle(workflowId).describe();
  for (let runs = 1; ; runs += 1) {
    const [started] = (await client.getHandle(workflowId, runId).fetchHistory()).events ?? [];
    const before = started?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (!before) return runs;
    runId = before;
  }
}

type History = Awaited<ReturnType<WorkflowHandle['fetchHistory']>>;
type HistoryEvent = NonNullable<History['events']>[number];
/** Of an event's attributes, those that name an earlier event. */
interface Naming {
  readonly scheduledEventId?: bigint | number;
  readonly startedEventId?: bigint | number;
  readonly initiatedEventId?: bigint | number;
}

/** What a history has begun and not ended, by the id of the event that began it. */
interface Open {
  ended: boolean | 'continued';
  /** Workflow tasks owed. */
  tasks: number;
  readonly activities: Set<string>;
  /** With the real instant at which each is due. */
  readonly timers: Map<string, number>;
  /** Signals and cancel requests to other workflows, and starts of children. */
  readonly messages: Set<string>;
  /** Workflow ids of children that live. */
  readonly children: Map<string, string>;
}

function openIn(events: readonly HistoryEvent[]): Open {
  const open: Open = { ended: false, tasks: 0, activities: new Set(), timers: new Map(), messages: new Set(), children: new Map() };
  for (const event of events) read(event, open);
  return open;
}

const millis = (time: { readonly seconds?: unknown; readonly nanos?: number | null } | null | undefined): number =>
  Number(time?.seconds ?? 0) * 1000 + (time?.nanos ?? 0) / 1e6;

function read(event: HistoryEvent, open: Open): void {
  const id = String(event.eventId);
  // exactly one field holds the event's attributes, and its name says what happened
  const [field = '', attributes] = Object.entries(event).find(([name, value]) => name.endsWith('EventAttributes') && value) ?? [];
  const what = field.replace('EventAttributes', '');
  const { scheduledEventId, startedEventId, initiatedEventId } = (attributes ?? {}) as Naming;

  if (what === 'workflowExecutionContinuedAsNew') open.ended = 'continued';
  else if (/^workflowExecution(Completed|Failed|Canceled|Terminated|TimedOut)$/.test(what)) open.ended = true;
  else if (what === 'workflowTaskScheduled') open.tasks += 1;
  else if (/^workflowTask(Completed|Failed|TimedOut)$/.test(what)) open.tasks -= 1;
  else if (what === 'activityTaskScheduled') open.activities.add(id);
  else if (/^activityTask(Completed|Failed|Canceled|TimedOut)$/.test(what)) open.activities.delete(String(scheduledEventId));
  else if (what === 'timerStarted')
    open.timers.set(id, millis(event.eventTime) + millis(event.timerStartedEventAttributes?.startToFireTimeout));
  else if (/^timer(Fired|Canceled)$/.test(what)) open.timers.delete(String(startedEventId));
  else if (/Initiated$/.test(what)) open.messages.add(id);
  else if (initiatedEventId !== undefined) {
    open.messages.delete(String(initiatedEventId));
    const started = event.childWorkflowExecutionStartedEventAttributes?.workflowExecution?.workflowId;
    if (started) open.children.set(String(initiatedEventId), started);
    else open.children.delete(String(initiatedEventId));
  }
}
