import { CancellationScope } from '@temporalio/workflow';
import { orderWorkflowId } from '../../src/contracts/names';
import type { OrderInput, StageRow } from '../../src/contracts/order';
import { STAGES, type Stage } from '../../src/domain/order-state';
import { show } from './display';
import { createRecorder } from './recorder';
import { known } from './resume';
import { openTasks, overlaysOf, snapshotOf, type Self } from './self';
import { createTurns } from './turns';
import { createWheel, nowIn } from './wheel';

const openStage = (stage: Stage): StageRow => ({
  stage,
  assignee: null,
  startedAt: null,
  dueAt: null,
  doneAt: null,
  breachedAt: null,
  applicable: true,
});

/** State before the first await: from here on the order can be asked and told. */
export function openOrder(input: OrderInput): Self {
  const now = (): number => nowIn(input.clock);
  const turns = createTurns();
  const self: Self = {
    input,
    rules: input.rules,
    wheel: createWheel(input.clock),
    recorder: createRecorder({
      workflowId: orderWorkflowId(input.number),
      orderNumber: input.number,
      now,
      turns,
      ...(input.resume && { after: input.resume.after }),
      snapshot: (revision) => snapshotOf(self, revision),
      onBatch: () => show(self, overlaysOf(self), openTasks(self)),
    }),
    turns,
    life: new CancellationScope(),
    now,
    state: 'draft',
    leftIn: null,
    facts: input.facts,
    version: 1,
    planVersion: 0,
    risk: input.facts.highRisk,
    receivedFen: 0,
    refundedFen: 0,
    costsFen: 0,
    allowanceFen: 0,
    reviewAt: null,
    feasibleAt: null,
    acceptedAt: null,
    changeWindowEndsAt: null,
    changeWindow: { open: false, silence: () => undefined },
    plannedStartAt: null,
    compressed: null,
    makingDoneAt: null,
    deliveredAt: null,
    followUpAt: null,
    followUpTriedAt: null,
    closedAt: null,
    cancelled: null,
    moments: [],
    assignees: {},
    stages: Object.fromEntries(STAGES.map((stage) => [stage, openStage(stage)])) as Record<Stage, StageRow>,
    tasks: new Map(),
    changes: new Map(),
    exceptions: new Map(),
    photos: new Map(),
    photographed: new Set(),
    signedVersion: 0,
    depositAskedFen: null,
    detailsConfirmed: false,
    warmReminder: { for: null, silence: () => undefined },
    begun: new Set(),
    promise: { silence: () => undefined, brokenFor: null },
    replan: false,
    reviewPending: false,
    allergenPending: false,
    remake: false,
    rated: null,
    alternatives: new Map(),
    searching: 0,
    sourced: new Map(),
    holds: new Set(),
    escalations: 0,
    taskCount: 0,
    actCount: 0,
    entries: new Set(),
    shown: '',
    ...(input.resume && known(input.resume)),
  };
  return self;
}
