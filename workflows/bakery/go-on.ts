import type { OrderState } from '../../src/orders/order-state.rules';
import type { TaskKind } from '../../src/process/tasks/tasks.rules';
import { hasOpen, leftTasks } from '../process/human-task';
import { askAgain, BESIDE, type AskedAgain } from './beside-step';
import { openCancellation } from './cancellation';
import { openChangeDecision, openReview } from './changes';
import { awaitTopUp } from './deposit';
import { handleAgain, waitForPeople } from './exceptions';
import { isPlanned } from '../orders/change-state';
import { hearDays } from './daily-checks';
import type { Self } from './self';
import { awaitSignature } from './task-sheet';

/** The tasks one of which is open while the order waits in a step; a state without any waits for none. */
const STEP_TASKS: { readonly [S in OrderState]?: readonly TaskKind[] } = {
  draft: [],
  'awaiting-design': ['confirm-design'],
  'feasibility-review': ['feasibility-review', 'offer-alternative'],
  materials: ['materials-settled', 'materials-complete'],
  making: ['making-done'],
  decoration: ['decoration-done'],
  'final-check': ['quality-check'],
  packing: ['packing-checklist'],
  ready: ['dispatch-check', 'hand-over'],
  'out-for-delivery': ['hand-over'],
};

/**
 * Whether another run can take the story up where it stands: it waits for the answer of its step, or for time or money; each exception waits
 * for a person; and nothing is to be made again whose making is not asked for yet. Between two steps, while a supplier is asked, and while a
 * decision is carried out, the order stays in its run: that lasts hours.
 */
export function isAtRest(self: Self): boolean {
  const kinds = STEP_TASKS[self.state];
  if (kinds && !kinds.some((kind) => isStepOpen(self, kind))) return false;
  if (self.state === 'cancelled' && !self.ending.unwound) return false;
  return isPlanned(self) && !(kinds && self.production.remake && IN_MAKING.includes(self.state)) && waitForPeople(self);
}

const IN_MAKING: readonly OrderState[] = ['making', 'decoration', 'final-check'];

/** Beside the final check, which is a step, samples are checked every day. */
const isStepOpen = (self: Self, kind: TaskKind): boolean =>
  kind === 'quality-check' ? hasOpen(self, kind, ({ context }) => context.final === true) : hasOpen(self, kind);

/**
 * The order goes on in another run, in the midst of its step. Nothing begins again and nobody is told: the steps find their tasks as they were
 * left (`leftOpen`), and what stood open beside the step is heard as before.
 */
export function goOn(self: Self): void {
  for (const row of leftTasks(self)) askAgain(HEARD, self, row);
  hearDays(self);
  handleAgain(self);
  awaitTopUp(self);
}

/** What stands open beside the step: asked for once more, for the step itself does not ask for it. */
const HEARD: AskedAgain = {
  ...BESIDE,
  'cancellation-decision': (self, { context }) => openCancellation(self, context.cause),
  'change-decision': (self, { context }) => openChangeDecision(self, { changeId: context.change, previewHash: context.previewHash }),
  'sign-task-sheet': (self) => awaitSignature(self),
  'feasibility-review': (self) => {
    if (self.acceptance.acceptedAt !== null) openReview(self);
  },
};
