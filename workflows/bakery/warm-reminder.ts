import type { ConfirmDetails } from '../../src/orders/order.messages';
import type { Moment } from '../../src/bakery/agenda.rules';
import type { Resume } from '../../src/orders/repair.messages';
import type { Header } from '../orders/header';
import type { Owned } from '../process/owned';
import { clockOf, momentOf, type Plan } from './plan-state';
import { stillToRing, type TakenUp } from './taken-up';
import { telephone } from '../orders/telephone';

/** BAK-45. 《温馨提示》, and what the customer says to it. */
export interface WarmReminder {
  /** The planned start for which it is armed or was sent; null before the first. */
  readonly for: number | null;
  /** The customer has confirmed the details, or was telephoned. */
  readonly confirmed: boolean;
  /** Takes its clocks back. */
  readonly silence: () => void;
}

/** Not armed, or as the record of a lost order has it. */
export const openWarmReminder = (resume?: Resume): WarmReminder => ({
  for: resume?.remindedFor ?? null,
  confirmed: resume?.detailsConfirmed ?? false,
  silence: () => undefined,
});

type Owner = Header & { readonly plan: Plan; readonly warmReminder: Owned<WarmReminder> };

/**
 * BAK-45. On the day before making, at once when that is past; no answer by making start: the consultant telephones. When the plan moves it
 * is armed anew, and what was confirmed for the old plan is asked again.
 */
export function remindWarmly(self: Owner): void {
  const { plan, warmReminder } = self;
  const { plannedStartAt } = plan;
  if (warmReminder.for === plannedStartAt) return; // the plan has not moved: it is armed, or sent
  if (warmReminder.for !== null) warmReminder.confirmed = false;
  warmReminder.silence();
  arm(self, momentOf(self, 'warm-reminder'), momentOf(self, 'planned-start'));
  warmReminder.for = plannedStartAt;
}

/** BAK-45. The order goes on in another run, before making: what has not rung yet rings. */
export function keepReminding(self: Owner & { readonly takenUp: TakenUp }): void {
  arm(self, stillToRing(self, 'warm-reminder'), stillToRing(self, 'planned-start'));
}

function arm(self: Owner, reminder: Moment | undefined, start: Moment | undefined): void {
  const { plan, warmReminder } = self;
  const takeBack = [
    clockOf(self, reminder, () => {
      self.recorder.event('reminder.sent', { plannedStartAt: plan.plannedStartAt }, { ruleId: 'BAK-45' });
      self.recorder.notice('customer', 'warm-reminder', { plannedStartAt: plan.plannedStartAt }, { ruleId: 'BAK-45' });
    }),
    clockOf(self, start, () => telephoneUnlessConfirmed(self)),
  ];
  warmReminder.silence = () => takeBack.forEach((cancel) => cancel());
}

/** BAK-45. The customer has not answered by making start, whichever comes first: the hour planned or the baker. */
export function telephoneUnlessConfirmed(self: Owner): void {
  self.warmReminder.silence();
  if (self.warmReminder.confirmed) return;
  self.recorder.event('details.unanswered', { plannedStartAt: self.plan.plannedStartAt }, { ruleId: 'BAK-45' });
  telephone(self, 'details-unconfirmed', { alert: 'BAK-45' });
}

/** BAK-45. The consultant has reached the customer. */
export function confirmedByTelephone({ warmReminder }: Owner): void {
  warmReminder.confirmed = true;
}

/**
 * BAK-45. Confirmed, or recipient and address corrected at once; a correction of date or content is a change request. Of a correction the
 * customer and the consultant who took the order hear: whoever made it may have been somebody else with the link.
 */
export function confirmDetails(self: Owner, { confirmed, correctionId, corrected = [], by }: ConfirmDetails): void {
  self.warmReminder.confirmed = confirmed || correctionId !== undefined;
  if (correctionId) self.own.correction(correctionId);
  self.recorder.event(
    'details.confirmed',
    { corrected: correctionId !== undefined, parts: [...corrected], plannedStartAt: self.plan.plannedStartAt },
    { ruleId: 'BAK-45', actor: by, ...(correctionId && { textId: correctionId }) },
  );
  if (!correctionId) return;
  const what = { address: corrected.includes('address'), recipient: corrected.includes('recipient') };
  for (const to of ['customer', `staff:${self.input.takenBy}`])
    self.recorder.notice(to, 'details-corrected', what, { urgent: true, ruleId: 'BAK-45' });
}
