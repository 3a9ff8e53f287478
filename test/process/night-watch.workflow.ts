import { CancellationScope, condition, continueAsNew } from '@temporalio/workflow';
import type { ShopClock } from '../../src/base/clock';
import { flag } from '../../src/base/read';
import { defineChapter } from '../../src/process/define.chapter';
import { choices } from '../../src/process/tasks/choices.rules';
import type { AnswersOf, TaskRule } from '../../src/process/tasks/tasks.rules';
import { hear } from '../../workflows/process/acts';
import { handOn } from '../../workflows/process/assignment';
import type { HandedOver } from '../../workflows/process/continuation';
import { answerTask, hasOpen, openTask, within } from '../../workflows/process/human-task';
import { live, openProcess } from '../../workflows/process/open-process';
import { checkAssignment, mustBeTheirs, openTaskOf } from '../../workflows/process/task-checks';

const OWN = { role: 'store-manager', ladder: ['management'], answer: choices({ done: flag }) } as const;
const TASKS = {
  gate: { ...OWN, ruleIds: ['TOY-03'], zh: '修门', en: 'Mend the gate' },
  round: { ...OWN, ruleIds: ['TOY-04'], about: ['after'], zh: '巡查', en: 'Make a round' },
} as const satisfies Record<string, TaskRule>;

declare module '../../src/process/tasks/tasks.rules' {
  interface TaskAnswers extends AnswersOf<typeof TASKS> {}
  interface TaskContext {
    readonly round: { readonly after: number };
  }
}
declare module '../../src/process/events.messages' {
  interface EventData {
    readonly 'gate.mended': { readonly rounds: number };
  }
}
defineChapter({ name: 'watch', tasks: TASKS });

/** What a run of the watch begins with. */
export interface Watch {
  readonly clock: ShopClock;
  readonly number: string;
  /** Acts after which a run is continued. */
  readonly afterActs: number;
  /** The run that this one continues forgets to ask for the gate again. */
  readonly forgetful?: boolean;
  /** Of the run that this one continues. */
  readonly continued?: { readonly process: HandedOver; readonly rounds: number };
}

/** A night watch: the gate is to be mended within two hours, and round follows round until it is, whoever asks Temporal to cancel it. Answers how many there were. */
export const nightWatch = (watch: Watch): Promise<number> => CancellationScope.nonCancellable(() => keepWatch(watch));

async function keepWatch(watch: Watch): Promise<number> {
  const { clock, number, afterActs, forgetful, continued } = watch;
  let rounds = continued?.rounds ?? 0;
  const process = openProcess({
    process: { id: `watch/${number}`, kind: 'watch', number, storeId: 'store-1', aboutOrder: null, parentId: null },
    standing: () => ({ state: 'watching', overlays: [], closedAt: null }),
    clock,
    nextRung: { unit: 'hours', n: 1 },
    handedOver: continued?.process,
  });
  hear(process, 'completeTask', {
    check: (act) => mustBeTheirs(openTaskOf(process, act.taskId), act),
    decide: ({ taskId, by, choices }) => answerTask(process, openTaskOf(process, taskId), { by, at: process.now(), choices }),
  });
  hear(process, 'assignTask', { check: (act) => checkAssignment(process, act), decide: (act) => handOn(process, act) });

  const gateIsOpen = (): boolean => hasOpen(process, 'gate');
  const askForGate = (): void =>
    void openTask(process, 'gate', {
      due: within(process, { unit: 'hours', n: 2 }, 'reportedAt', 'TOY-03'),
      remindAt: [process.now() + 30 * 60_000],
      remindEveryMs: 50 * 60_000,
      onDone: () => process.recorder.event('gate.mended', { rounds }),
    });
  const story = async (): Promise<number> => {
    if (!(forgetful && continued)) askForGate();
    while (gateIsOpen()) {
      const round = openTask(process, 'round', { context: { after: rounds } });
      await condition(() => !round.isOpen() || !gateIsOpen());
      if (!round.isOpen()) rounds += 1;
    }
    return rounds;
  };
  return live(process, story, {
    afterActs,
    isAtRest: gateIsOpen,
    goOn: (handedOver) => continueAsNew<typeof nightWatch>({ ...watch, continued: { process: handedOver, rounds } }),
  });
}
