import './oven.chapter';
import { condition } from '@temporalio/workflow';
import type { ShopClock } from '../../../src/base/clock';
import { firstShut } from '../../../src/process/gates.rules';
import { hear } from '../../../workflows/process/acts';
import { handOn } from '../../../workflows/process/assignment';
import { answerTask, openTask, within } from '../../../workflows/process/human-task';
import { live, openProcess } from '../../../workflows/process/open-process';
import { checkAssignment, mustBeTheirs, openTaskOf } from '../../../workflows/process/task-checks';
import { TO_USE } from './oven.chapter';

/** An oven that is to burn within the hour; used when it does. */
export async function oven(clock: ShopClock, number: string): Promise<void> {
  let burns = false;
  let state = 'cold';
  const process = openProcess({
    process: { id: `oven/${number}`, kind: 'oven', number, storeId: 'main', aboutOrder: null, parentId: null },
    standing: () => ({ state, overlays: [], closedAt: state === 'used' ? process.now() : null }),
    clock,
    nextRung: { unit: 'hours', n: 1 },
  });
  hear(process, 'completeTask', {
    check: (act) => mustBeTheirs(openTaskOf(process, act.taskId), act),
    decide: ({ taskId, by, choices, textId }) =>
      answerTask(process, openTaskOf(process, taskId), { by, at: process.now(), choices, ...(textId && { textId }) }),
  });
  hear(process, 'assignTask', { check: (act) => checkAssignment(process, act), decide: (act) => handOn(process, act) });
  await live(process, async () => {
    while (firstShut(TO_USE, { burns })) {
      const answer = await openTask(process, 'light-the-oven', {
        due: within(process, { unit: 'hours', n: 1 }, 'requestedAt', 'TOY-01'),
      }).answered();
      burns = answer?.choices.burns === true;
      process.recorder.row('looks', { id: process.recorder.nextId(), burns, at: process.now() });
    }
    process.recorder.notice('role:store-manager', 'oven-burns', { degrees: 240 });
    process.recorder.event('oven.used', {}, { ruleId: 'TOY-02' });
    state = 'used';
    await condition(() => true);
  });
}
