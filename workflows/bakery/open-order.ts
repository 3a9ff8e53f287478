import { CancellationScope } from '@temporalio/workflow';
import { orderWorkflowId } from '../../src/orders/names.messages';
import { openProcess } from '../process/open-process';
import { openTasks } from '../process/process';
import { openAcceptance } from './acceptance-state';
import { noChanges } from '../orders/change-state';
import { noDailyPhotos } from './daily-photos';
import { openDeposit } from '../orders/deposit-state';
import { createDisplay } from './display';
import { keepStory, type LivedInput, type StoryState } from './story-state';
import { openEnding } from '../orders/ending';
import { exceptionsOnRecord, respond } from '../orders/exception-record';
import { openFollowUp } from './follow-up-state';
import { noHolds } from '../orders/holds';
import { createOwnRow } from '../orders/own-row';
import { openLedger } from '../orders/ledger';
import { openPlan } from './plan-state';
import { openProduction } from './production-state';
import { openDelivery } from './promise';
import { openPhotos } from './proofs';
import { keepTasks } from './resume';
import type { Self } from './self';
import { openShortages } from './shortage-state';
import { overlaysOf, recordOf } from './snapshot';
import { openStages } from './stages';
import { openTakenUp } from './taken-up';
import { sheetOnRecord } from './task-sheet';
import { openWarmReminder } from './warm-reminder';

/**
 * State before the first await, as the record has it where a lost order is taken up, and as the run before had it where the order goes on:
 * from here on the order can be asked and told.
 */
export function openOrder(input: LivedInput): Self {
  const { resume, continued } = input;
  const show = createDisplay();
  const own = createOwnRow(
    () => recordOf(self),
    () => self.recorder.touch(),
  );
  const process = openProcess({
    process: {
      id: orderWorkflowId(input.number),
      kind: 'order',
      number: input.number,
      storeId: input.storeId,
      aboutOrder: input.number,
      parentId: null,
    },
    standing: () => ({ state: self.state, overlays: overlaysOf(self), closedAt: self.ending.closedAt }),
    clock: input.clock,
    nextRung: input.rules.nextRung,
    ...(resume && { after: resume.after }),
    handedOver: continued?.process,
    own: own.take,
    onBatch: () => show(self, overlaysOf(self), openTasks(self)),
    onAnswer: ({ context: { exception } }, { by }) => {
      if (typeof exception === 'string') respond(self, exception, by); // BAK-86
    },
  });
  if (resume && !continued) keepTasks(process, resume);
  const self: Self = {
    ...process,
    own,
    input,
    rules: input.rules,
    life: new CancellationScope(),
    state: resume?.state ?? 'draft',
    facts: input.facts,
    version: resume?.version ?? 1,
    takenUp: openTakenUp(resume, continued && { state: continued.story.state, leftAt: continued.process.at }),
    plan: openPlan(input, resume),
    deposit: openDeposit(),
    acceptance: openAcceptance(resume),
    change: noChanges(),
    warmReminder: openWarmReminder(resume),
    stages: openStages(resume),
    taskSheet: sheetOnRecord(resume),
    production: openProduction(resume),
    dailyPhotos: noDailyPhotos(),
    photos: openPhotos(resume),
    delivery: openDelivery(resume),
    followUp: openFollowUp(resume),
    exceptions: exceptionsOnRecord(resume),
    shortages: openShortages(resume),
    holds: noHolds(),
    ledger: openLedger(resume),
    ending: openEnding(),
  };
  if (continued) goOnAs(self, continued.story, show);
  return self;
}

/** The run before has told Temporal how the order stands, and Temporal shows of each run what that run has told. */
function goOnAs(self: Self, story: StoryState, show: ReturnType<typeof createDisplay>): void {
  keepStory(self, story);
  show(self, overlaysOf(self), openTasks(self));
}
