import { CancellationScope } from '@temporalio/workflow';
import { orderWorkflowId } from '../../src/contracts/names';
import type { OrderInput } from '../../src/contracts/order';
import { createDisplay } from './display';
import { openProcess } from '../process/process';
import { respond } from './exception-record';
import { noChanges } from './change-state';
import { openLedger } from './ledger';
import { known } from './resume';
import type { Self } from './self';
import { openTasks, overlaysOf, snapshotOf } from './snapshot';
import { openTakenUp } from './taken-up';
import { openAcceptance } from './acceptance-state';
import { openPlan } from './plan-state';
import { openStages } from './stages';
import { noDailyPhotos } from './daily-photos';
import { openDeposit } from './deposit-state';
import { openProduction } from './production-state';
import { openPhotos } from './proofs';
import { sheetOnRecord } from './task-sheet';
import { openWarmReminder } from './warm-reminder';
import { openFollowUp } from './follow-up-state';
import { openDelivery } from './promise';

/** State before the first await: from here on the order can be asked and told. */
export function openOrder(input: OrderInput): Self {
  const show = createDisplay();
  const process = openProcess({
    workflowId: orderWorkflowId(input.number),
    orderNumber: input.number,
    number: input.number,
    clock: input.clock,
    nextRung: input.rules.nextRung,
    ...(input.resume && { after: input.resume.after }),
    snapshot: (revision) => snapshotOf(self, revision),
    onBatch: () => show(self, overlaysOf(self), openTasks(self)),
    onAnswer: ({ context: { exception } }, { by }) => {
      if (typeof exception === 'string') respond(self, exception, by); // BAK-86
    },
  });
  const self: Self = {
    ...process,
    input,
    rules: input.rules,
    life: new CancellationScope(),
    state: 'draft',
    takenUp: openTakenUp(input.resume),
    plan: openPlan(input, input.resume),
    acceptance: openAcceptance(input.resume),
    facts: input.facts,
    version: 1,
    ledger: openLedger(input.resume),
    closedAt: null,
    cancelled: null,
    stages: openStages(input.resume),
    change: noChanges(),
    deposit: openDeposit(),
    warmReminder: openWarmReminder(input.resume),
    taskSheet: sheetOnRecord(input.resume),
    production: openProduction(input.resume),
    photos: openPhotos(input.resume),
    dailyPhotos: noDailyPhotos(),
    delivery: openDelivery(input.resume),
    followUp: openFollowUp(input.resume),
    exceptions: new Map(),
    alternatives: new Map(),
    searching: 0,
    sourced: new Map(),
    holds: new Set(),
    escalations: 0,
    ...(input.resume && known(input.resume)),
  };
  return self;
}
