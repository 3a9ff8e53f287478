import { loadId } from '../../src/orders/order-rows.messages';
import { workOf, type PlannedDays } from '../../src/bakery/work.rules';
import type { Self } from './self';

/** BAK-29, BAK-38. Puts to record what the order takes of which day, as it is planned from now on. */
export function loadDays(self: Self, days: PlannedDays = self.plan): void {
  for (const claim of workOf(self.facts, self.rules, days)) {
    self.recorder.row('loads', { id: loadId(self.input.number, claim.work), ...claim });
  }
}

/** BAK-29. The order needs its days no more; what was worked already stays counted where it was done. */
export function freeDays(self: Self): void {
  for (const claim of workOf(self.facts, self.rules, self.plan)) {
    if (self.stages[claim.work].doneAt !== null) continue;
    self.recorder.row('loads', { id: loadId(self.input.number, claim.work), ...claim, minutes: 0 });
  }
}
