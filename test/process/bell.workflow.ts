import { defineUpdate, setHandler, workflowInfo } from '@temporalio/workflow';
import type { PauseReason } from '../../src/process/process.messages';
import { MINUTE_MS } from '../../src/base/rule';
import type { ShopClock } from '../../src/base/clock';
import { hear } from '../../workflows/process/acts';
import { handOn } from '../../workflows/process/assignment';
import { answerTask, openTask, withdraw, within, type HumanTaskOptions } from '../../workflows/process/human-task';
import type { LiveTask } from '../../workflows/process/live-task';
import { live, openProcess } from '../../workflows/process/open-process';
import type { Process } from '../../workflows/process/process';
import { moveDue, pause, resume, type MoveMore } from '../../workflows/process/task-clock';
import { checkAssignment, mustBeTheirs, openTaskOf } from '../../workflows/process/task-checks';

/** How a bell differs from the plain one. `startedAt` is epoch ms of shop time. */
export type Hung = Pick<HumanTaskOptions, 'department' | 'ladder' | 'remindEveryMs' | 'startedAt'>;

/** What may be done to a bell beside ringing it. */
export interface Tampering {
  readonly putOff: [at: number, more?: MoveMore];
  readonly muffle: [why: PauseReason];
  readonly unmuffle: [];
  readonly takeDown: [];
}

declare module '../../src/process/events.messages' {
  interface EventData {
    readonly 'bell.heard': { readonly task: string };
    readonly 'bell.silent': Readonly<Record<string, never>>;
  }
}

/** A bell that somebody is to ring within the hour: a process of its own, without an order in it. */
export async function bell(clock: ShopClock, hung: Hung = {}): Promise<string> {
  const { workflowId } = workflowInfo();
  const process = openProcess({
    process: { id: workflowId, kind: 'bell', number: workflowId, storeId: 'main', aboutOrder: null, parentId: null },
    number: 'bell',
    standing: () => ({ state: 'hanging', overlays: [], closedAt: null }),
    clock,
    nextRung: { unit: 'hours', n: 1 },
    onAnswer: ({ id }, { by }) => process.recorder.event('bell.heard', { task: id }, { actor: by }),
  });
  hear(process, 'completeTask', {
    check: (act) => mustBeTheirs(openTaskOf(process, act.taskId), act),
    decide: ({ taskId, by, choices }) => answerTask(process, openTaskOf(process, taskId), { by, at: process.now(), choices }),
  });
  hear(process, 'assignTask', { check: (act) => checkAssignment(process, act), decide: (act) => handOn(process, act) });
  tamperWith(process);
  return live(process, async () => {
    try {
      const answer = await openTask(process, 'repair', {
        due: within(process, { unit: 'hours', n: 1 }, 'failedAt', 'BAK-41', hung.startedAt),
        remindAt: [process.now() + 30 * MINUTE_MS],
        ...hung,
      }).answered();
      return answer?.choices.action ?? 'taken down';
    } finally {
      process.recorder.event('bell.silent', {});
    }
  });
}

function tamperWith(process: Process): void {
  const on = <N extends keyof Tampering>(name: N, change: (task: LiveTask, ...args: Tampering[N]) => void): void =>
    setHandler(defineUpdate<void, Tampering[N]>(name), async (...args) => {
      const task = process.tasks.get('bell-1');
      if (task) change(task, ...args);
      await process.recorder.recorded();
    });
  on('putOff', (task, at, more) => moveDue(process, task, { at, reason: { rule: 'BAK-61', base: 'promise' } }, more));
  on('muffle', (task, why) => pause(process, task, why));
  on('unmuffle', (task) => resume(process, task));
  on('takeDown', (task) => withdraw(process, task, 'nothing-owed'));
}
