import { workflowInfo } from '@temporalio/workflow';
import type { AssignTask, CompleteTask } from '../../src/contracts/order';
import { MINUTE_MS } from '../../src/domain/rulebook/rule';
import type { ShopClock } from '../../src/domain/clock';
import { hear } from '../../workflows/process/acts';
import { handOn } from '../../workflows/process/assignment';
import { answerTask, humanTask, within } from '../../workflows/process/human-task';
import { live, openProcess } from '../../workflows/process/process';
import { checkAssignment, mustBeTheirs, openTaskOf } from '../../workflows/process/task-checks';

/** A bell that somebody is to ring within the hour: a process of its own, without an order in it. */
export async function bell(clock: ShopClock): Promise<string> {
  const { workflowId } = workflowInfo();
  const process = openProcess({
    process: { id: workflowId, kind: 'bell', number: workflowId, storeId: 'main', aboutOrder: null, parentId: null },
    number: 'bell',
    standing: () => ({ state: 'hanging', overlays: [], closedAt: null }),
    clock,
    nextRung: { unit: 'hours', n: 1 },
    onAnswer: ({ id }, { by }) => process.recorder.event('bell.heard', { task: id }, { actor: by }),
  });
  hear<CompleteTask>(process, 'completeTask', {
    check: (act) => mustBeTheirs(openTaskOf(process, act.taskId), act),
    decide: ({ taskId, by, choices }) => answerTask(process, openTaskOf(process, taskId), { by, at: process.now(), choices }),
  });
  hear<AssignTask>(process, 'assignTask', { check: (act) => checkAssignment(process, act), decide: (act) => handOn(process, act) });
  return live(process, async () => {
    try {
      const { choices } = await humanTask(process, 'repair', {
        due: within(process, { unit: 'hours', n: 1 }, 'failedAt', 'BAK-41'),
        remindAt: [process.now() + 30 * MINUTE_MS],
      });
      return choices.action;
    } finally {
      process.recorder.event('bell.silent', {});
    }
  });
}
