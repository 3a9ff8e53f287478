import type { Self } from './self';
import { telephone } from './telephone';
import { clock } from './plan-state';

/**
 * BAK-45. 《温馨提示》 on the day before making, at once when that is past; no answer by making start: the consultant telephones. When the
 * plan moves it is armed anew, and what was confirmed for the old plan is asked again.
 */
export function remindWarmly(self: Self): void {
  if (self.warmReminder.for === self.plan.plannedStartAt) return; // the plan has not moved: it is armed, or sent
  if (self.warmReminder.for !== null) self.detailsConfirmed = false;
  self.warmReminder.silence();
  const takeBack = [
    clock(self, 'warm-reminder', () => {
      self.recorder.event('reminder.sent', { plannedStartAt: self.plan.plannedStartAt }, { ruleId: 'BAK-45' });
      self.recorder.notice('customer', 'warm-reminder', { plannedStartAt: self.plan.plannedStartAt }, { ruleId: 'BAK-45' });
    }),
    clock(self, 'planned-start', () => telephoneUnlessConfirmed(self)),
  ];
  self.warmReminder = { for: self.plan.plannedStartAt, silence: () => takeBack.forEach((cancel) => cancel()) };
}

/** BAK-45. The customer has not answered by making start, whichever comes first: the hour planned or the baker. */
export function telephoneUnlessConfirmed(self: Self): void {
  self.warmReminder.silence();
  if (self.detailsConfirmed) return;
  self.recorder.event('details.unanswered', { plannedStartAt: self.plan.plannedStartAt }, { ruleId: 'BAK-45' });
  telephone(self, 'details-unconfirmed', { alert: 'BAK-45' });
}
