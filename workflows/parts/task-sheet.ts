import { openTask, withdrawTasks } from '../process/human-task';
import type { Self } from './self';

/** BAK-44. The baker signs the sheet of the current version; a new version, and another baker, ask again. */
export function openTaskSheet(self: Self): void {
  const { version } = self;
  self.signedVersion = 0;
  withdrawTasks(self, 'sheet-reissued', (row) => row.kind === 'sign-task-sheet');
  openTask(self, 'sign-task-sheet', {
    assignee: self.plan.assignees['making'],
    ...(self.plan.plannedStartAt !== null && {
      due: { at: self.plan.plannedStartAt, reason: { rule: 'BAK-44', base: 'plannedStartAt' } },
    }),
    context: { version, planVersion: self.plan.version },
    onDone: () => (self.signedVersion = version),
  });
}

/**
 * BAK-38, BAK-44. What is ordered now may be made: its sheet is signed, its feasibility is decided, and an added allergen is acknowledged.
 * A change can undo each of them at any time, so whoever waits looks at all of them at once.
 */
export const isSettled = (self: Self): boolean =>
  self.signedVersion === self.version && !self.change.reviewPending && !self.change.allergenPending;
