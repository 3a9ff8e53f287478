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
import { supplierRequest } from '../../purchasing/supplier-request.letters';
import { supplierWithdrawn } from '../../purchasing/supplier-withdrawn.letters';
import { taskLate } from '../../process/tasks/task-late.letters';
import { taskOpened } from '../../process/tasks/task-opened.letters';
import { taskReminder } from '../../process/tasks/task-reminder.letters';
import { warmReminder } from './warm-reminder.letters';
import type { FactNames } from '../../process/outbox/facts.letters';
import type { Letter, LetterOf } from '../../process/outbox/letter.letters';

/** Every letter of the service, in the order in which a later fact is held against them. A new one is a file beside this one, and its name here. */
export const LETTERS = {
  'task-opened': taskOpened,
  'task-reminder': taskReminder,
  'task-late': taskLate,
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
  'supplier-request': supplierRequest,
  'supplier-withdrawn': supplierWithdrawn,
  'rating-invitation': ratingInvitation,
  suggestion,
} satisfies Record<string, Letter>;

/** A letter's name, as it stands on its rows. */
export type NoticeTemplate = keyof typeof LETTERS;
export const NOTICE_TEMPLATES = Object.keys(LETTERS) as NoticeTemplate[];
/** Rows outlive the letters of their day. */
export const isNoticeTemplate = (x: string): x is NoticeTemplate => Object.hasOwn(LETTERS, x);

/** What each letter is written from; who writes one is held to it. */
export type LetterFacts = { readonly [T in NoticeTemplate]: (typeof LETTERS)[T] extends LetterOf<infer Facts> ? Facts : never };

/** The name of a fact of any letter. */
export type FactName = FactNames<LetterFacts[NoticeTemplate]>;
