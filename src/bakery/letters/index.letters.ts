import { alternatives } from './alternatives.letters';
import { changeRefused } from './change-refused.letters';
import { changeWindowClosing } from './change-window-closing.letters';
import { committeeCalled } from './committee-called.letters';
import { confirmationLetter } from './confirmation-letter.letters';
import { depositDue } from './deposit-due.letters';
import { designWaiting } from './design-waiting.letters';
import { detailsCorrected } from './details-corrected.letters';
import { exceptionReported } from './exception-reported.letters';
import { makingStarted } from './making-started.letters';
import { orderCancelled } from './order-cancelled.letters';
import { orderChanged } from './order-changed.letters';
import { orderDeclined } from './order-declined.letters';
import { orderDelayed } from './order-delayed.letters';
import { orderDelivered } from './order-delivered.letters';
import { orderReady } from './order-ready.letters';
import { outForDelivery } from './out-for-delivery.letters';
import { priceAllowed } from './price-allowed.letters';
import { ratingInvitation } from './rating-invitation.letters';
import { refundPaid } from './refund-paid.letters';
import { suggestion } from './suggestion.letters';
import { warmReminder } from './warm-reminder.letters';
import type { FactsOf, Letter } from '../../process/outbox/letter.letters';

/** Every letter of a bakery's order, in the order in which a later fact is held against them. A new one is a file beside this one, and its name here. */
export const BAKERY_LETTERS = {
  'design-waiting': designWaiting,
  'deposit-due': depositDue,
  'confirmation-letter': confirmationLetter,
  'change-window-closing': changeWindowClosing,
  'order-changed': orderChanged,
  'change-refused': changeRefused,
  'warm-reminder': warmReminder,
  'details-corrected': detailsCorrected,
  'making-started': makingStarted,
  'order-ready': orderReady,
  'out-for-delivery': outForDelivery,
  'order-delivered': orderDelivered,
  'order-delayed': orderDelayed,
  'order-cancelled': orderCancelled,
  'order-declined': orderDeclined,
  'refund-paid': refundPaid,
  'price-allowed': priceAllowed,
  alternatives,
  'exception-reported': exceptionReported,
  'committee-called': committeeCalled,
  'rating-invitation': ratingInvitation,
  suggestion,
} satisfies Record<string, Letter>;

declare module '../../process/outbox/register.letters' {
  interface LetterFacts extends FactsOf<typeof BAKERY_LETTERS> {}
}
