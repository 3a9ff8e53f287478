import '../../src/orders/orders.chapter';
import { condition, defineSignal, proxyActivities, setHandler } from '@temporalio/workflow';
import { repairWorkflowId } from '../../src/orders/names.messages';
import type { CompleteTask, TaskAnswer } from '../../src/process/process.messages';
import type { OrderActivities } from '../../src/orders/ports.messages';
import { fenceAfter } from '../../src/process/fence.rules';
import { type RepairInput, type Restarted } from '../../src/orders/repair.messages';
import { readChoices, type AnswerOf } from '../../src/process/tasks/tasks.rules';
import { REPAIRS } from '../../src/process/repairs.rules';
import { mayRepairBy } from '../process/repairs';
import { hear } from '../process/acts';
import { handOn } from '../process/assignment';
import { answerTask, openTask, withdraw, withdrawTasks, within } from '../process/human-task';
import { unset, type LiveTask } from '../process/live-task';
import { live, openProcess } from '../process/open-process';
import type { Process } from '../process/process';
import { bad } from '../process/refusing';
import { checkAssignment, mustBeTheirs, openTaskOf } from '../process/task-checks';
import { ownerOf, taskFacts } from '../process/telling';

/** What was decided is done, however long Postgres or Temporal are away. */
const { restartOrder } = proxyActivities<OrderActivities>({
  startToCloseTimeout: '30s',
  retry: { initialInterval: '1s', backoffCoefficient: 2, maximumInterval: '30s' },
  summary: 'take the order up from its record',
});

/** The order lives again: somebody has reset or started it. */
export const foundAlive = defineSignal('foundAlive');

/**
 * An order whose workflow is gone while its record says that it lives: the store manager decides whether it starts again from the record,
 * ends with everything given back, or is written off. The order itself is not touched before that, so that an order which comes back
 * by itself finds everything as it was.
 */
export async function repair(input: RepairInput): Promise<Restarted> {
  let closedAt: number | null = null;
  const process = openRepair(input, () => closedAt);
  const { recorder } = process;
  withdrawTasks(process, 'newer-repair');
  recorder.event('order.lost', { how: input.how, state: input.state, heldFen: input.heldFen });
  const { id } = openTask(process, 'repair', {
    due: within(process, input.rules.exceptionResponse, 'foundAt', 'BAK-86'),
    context: {
      what: 'workflow-lost',
      how: input.how,
      actions: REPAIRS['workflow-lost'],
      startsAgainIn: input.state,
      heldFen: input.heldFen,
      outstandingFen: input.outstandingFen,
    },
  });
  const task = openTaskOf(process, id);
  recorder.notice(ownerOf(task.row), 'task-opened', taskFacts(task.row), { urgent: true });
  let alive = false;
  listen(process);
  setHandler(foundAlive, () => void (alive = true));
  return live(process, async () => {
    await condition(() => alive || task.row.state !== 'open');
    const outcome = await settle(input, process, task);
    closedAt = process.now();
    return outcome;
  });
}

/** A repair writes beside the order it is about, after whatever an earlier one has written. */
function openRepair({ number, storeId, clock, rules, earlier }: RepairInput, closedAt: () => number | null): Process {
  const process = openProcess({
    process: { id: repairWorkflowId(number), kind: 'repair', number, storeId, aboutOrder: number, parentId: null },
    number: `${number}-repair`,
    standing: () => ({ state: closedAt() === null ? 'open' : 'closed', overlays: [], closedAt: closedAt() }),
    clock,
    nextRung: rules.nextRung,
    after: earlier.revision === 0 ? 0 : fenceAfter(earlier.revision),
  });
  for (const row of earlier.open) process.tasks.set(row.id, unset(row));
  process.taskCount = earlier.taskCount;
  return process;
}

/** The task's two acts, as an order hears them. */
function listen(process: Process): void {
  hear(process, 'completeTask', {
    check: (act) => checkRepair(openTaskOf(process, act.taskId), act),
    decide: ({ taskId, by, choices, textId }) =>
      answerTask(process, openTaskOf(process, taskId), { by, at: process.now(), choices, ...(textId && { textId }) }),
  });
  hear(process, 'assignTask', {
    check: (act) => checkAssignment(process, act),
    decide: (act) => handOn(process, act),
  });
}

function checkRepair(task: LiveTask, act: CompleteTask): void {
  const { row } = task;
  mustBeTheirs(task, act);
  const { action } = readChoices(row.kind, act.choices) as AnswerOf<'repair'>;
  mayRepairBy(action, row.context);
  if (action === 'write-off' && !act.textId) throw bad('/answer/reason', { code: 'write-off-unexplained' }, 'BAK-41');
}

/** Does what was decided, unless the order lives already. */
async function settle(input: RepairInput, process: Process, task: LiveTask): Promise<Restarted> {
  const answer = task.row.answers[0];
  if (task.row.state !== 'done' || !answer) {
    withdraw(process, task, 'workflow-lives');
    process.recorder.event('order.found-alive', {});
    return 'alive';
  }
  const { action } = answer.choices as AnswerOf<'repair'>;
  const outcome = await restartOrder({
    number: input.number,
    after: fenceAfter(input.revision),
    ending: action === 'refund' || action === 'write-off' ? { action } : null,
    ...whoAndWhy(answer),
  });
  process.recorder.event(outcome === 'alive' ? 'order.found-alive' : 'repair.decided', { action }, { actor: answer.by });
  return outcome;
}

const whoAndWhy = ({ by, textId }: TaskAnswer): Pick<TaskAnswer, 'by' | 'textId'> => ({ by, ...(textId && { textId }) });
