import { allHandlersFinished, condition, defineSignal, defineUpdate, proxyActivities, setHandler } from '@temporalio/workflow';
import { ACTS, type ActName } from '../src/contracts/acts';
import { readChoices } from '../src/contracts/choices';
import { repairWorkflowId } from '../src/contracts/names';
import type { CheckedSeal } from '../src/contracts/seal';
import type { Act, AssignTask, CompleteTask, Recorded, TaskAnswer } from '../src/contracts/order';
import type { OrderActivities } from '../src/contracts/ports';
import { fenceAfter, type RepairInput, type Restarted } from '../src/contracts/repair';
import type { AnswerOf } from '../src/contracts/tasks';
import { REPAIRS } from '../src/domain/repairs';
import { admit } from './parts/admit';
import { mayRepairBy } from './parts/answer-checks';
import { handOn } from './parts/assignment';
import { answerTask, openTask, withdraw, withdrawTasks, within } from './parts/human-task';
import { checkAssignment, mustBeTheirs, openTaskOf } from './parts/listen-checks';
import { createRecorder } from './parts/recorder';
import { bad, refusing } from './parts/refusing';
import type { LiveTask } from './parts/self';
import type { TaskHolder } from './parts/task-holder';
import { ownerOf, taskFacts } from './parts/telling';
import { createTurns } from './parts/turns';
import { createWheel, nowIn } from './parts/wheel';

/** What was decided is done, however long Postgres or Temporal are away. */
const { restartOrder } = proxyActivities<OrderActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
  summary: 'take the order up from its record',
});

const completeTask = defineUpdate<Recorded, [CompleteTask, CheckedSeal | undefined]>(ACTS.completeTask.update);
const assignTask = defineUpdate<Recorded, [AssignTask, CheckedSeal | undefined]>(ACTS.assignTask.update);
/** A repair hears a handful of acts, so that it has no budget of its own. */
const UNSPENT = { actCount: 0 } as const;
/** The order lives again: somebody has reset or started it. */
export const foundAlive = defineSignal('foundAlive');

/**
 * An order whose workflow is gone while its record says that it lives: the store manager decides whether it starts again from the record,
 * ends with everything given back, or is written off. The order itself is not touched before that, so that an order which comes back
 * by itself finds everything as it was.
 */
export async function repair(input: RepairInput): Promise<Restarted> {
  const holder = holderOf(input);
  const { recorder, wheel } = holder;
  withdrawTasks(holder, 'newer-repair');
  recorder.event('order.lost', { how: input.how, state: input.state, heldFen: input.heldFen });
  const { id } = openTask(holder, 'repair', {
    due: within(holder, input.rules.exceptionResponse, 'foundAt', 'BAK-86'),
    context: {
      what: 'workflow-lost',
      how: input.how,
      actions: REPAIRS['workflow-lost'],
      startsAgainIn: input.state,
      heldFen: input.heldFen,
      outstandingFen: input.outstandingFen,
    },
  });
  const task = openTaskOf(holder, id);
  recorder.notice(ownerOf(task.row), 'task-opened', taskFacts(task.row), { urgent: true });
  let alive = false;
  listen(holder);
  setHandler(foundAlive, () => void (alive = true));
  let ended = false;
  const clockwork = Promise.all([wheel.run(), recorder.run(() => ended)]);

  await condition(() => alive || task.row.state !== 'open');
  const outcome = await settle(input, holder, task);

  await condition(allHandlersFinished);
  ended = true;
  wheel.stop();
  await clockwork;
  return outcome;
}

function holderOf({ number, clock, rules, earlier }: RepairInput): TaskHolder {
  const now = (): number => nowIn(clock);
  const after = earlier.revision === 0 ? 0 : fenceAfter(earlier.revision);
  return {
    input: { number: `${number}-repair` },
    rules,
    now,
    wheel: createWheel(clock),
    recorder: createRecorder({ workflowId: repairWorkflowId(number), orderNumber: number, now, turns: createTurns(), after }),
    tasks: new Map(earlier.open.map((row): [string, LiveTask] => [row.id, { row, silence: () => undefined }])),
    taskCount: earlier.taskCount,
    exceptions: new Map(),
  };
}

/** The task's two acts, as an order hears them. */
function listen(holder: TaskHolder): void {
  const act = <A extends Act>(
    update: ReturnType<typeof defineUpdate<Recorded, [A, CheckedSeal | undefined]>>,
    name: ActName,
    check: (a: A) => void,
    decide: (a: A) => void,
  ): void =>
    setHandler(
      update,
      async (message: A) => {
        refusing(() => decide(message));
        return { revision: await holder.recorder.recorded() };
      },
      { validator: (message: A, seal: CheckedSeal | undefined) => refusing(() => check(admit<A>(UNSPENT, name, message, seal))) },
    );
  act(
    completeTask,
    'completeTask',
    (a) => checkRepair(openTaskOf(holder, a.taskId), a),
    (a) => {
      const { taskId, by, choices, textId } = a;
      answerTask(holder, openTaskOf(holder, taskId), { by, at: holder.now(), choices, ...(textId && { textId }) });
    },
  );
  act(
    assignTask,
    'assignTask',
    (a) => checkAssignment(holder, a),
    (a) => handOn(holder, a),
  );
}

function checkRepair(task: LiveTask, act: CompleteTask): void {
  const { row } = task;
  mustBeTheirs(task, act);
  const { action } = readChoices(row.kind, act.choices) as AnswerOf<'repair'>;
  mayRepairBy(action, row.context);
  if (action === 'write-off' && !act.textId) throw bad('/answer/reason', { code: 'write-off-unexplained' }, 'BAK-41');
}

/** Does what was decided, unless the order lives already. */
async function settle(input: RepairInput, holder: TaskHolder, task: LiveTask): Promise<Restarted> {
  const answer = task.row.answers[0];
  if (task.row.state !== 'done' || !answer) {
    withdraw(holder, task, 'workflow-lives');
    holder.recorder.event('order.found-alive', {});
    return 'alive';
  }
  const { action } = answer.choices as AnswerOf<'repair'>;
  const outcome = await restartOrder({
    number: input.number,
    after: fenceAfter(input.revision),
    ending: action === 'refund' || action === 'write-off' ? { action } : null,
    ...whoAndWhy(answer),
  });
  holder.recorder.event(outcome === 'alive' ? 'order.found-alive' : 'repair.decided', { action }, { actor: answer.by });
  return outcome;
}

const whoAndWhy = ({ by, textId }: TaskAnswer): Pick<TaskAnswer, 'by' | 'textId'> => ({ by, ...(textId && { textId }) });
