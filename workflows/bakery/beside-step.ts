import type { RowOf, TaskRow } from '../../src/process/process.messages';
import type { TaskKind } from '../../src/process/tasks/tasks.rules';
import { openTask } from '../process/human-task';
import { oweRefund } from './cancellation';
import { askAboutAllergens } from './changes';
import type { Self } from './self';

/** How what stood open beside a step is asked for again, by its kind: the step itself does not ask for it. */
export type AskedAgain = { readonly [K in TaskKind]?: (self: Self, row: RowOf<K>) => void };

/** Alike for an order that is taken up from its record and one that goes on in another run. */
export const BESIDE: AskedAgain = {
  refund: (self, { context }) => oweRefund(self, context.refundFen, context.why),
  'telephone-customer': (self, { assignee, startedAt, context }) =>
    void openTask(self, 'telephone-customer', { assignee: assignee ?? undefined, startedAt, context }),
  'acknowledge-allergen': (self, { context }) => askAboutAllergens(self, context.allergens),
};

export const askAgain = (by: AskedAgain, self: Self, row: TaskRow): void =>
  (by[row.kind] as ((self: Self, row: TaskRow) => void) | undefined)?.(self, row);
