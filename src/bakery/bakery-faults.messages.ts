import type { Bare } from '../base/faults';
import type { OrderState } from '../orders/order-state.rules';
import type { ProofStep } from './photos.rules';

/** What is said against requests about a bakery order. */
export interface BakeryFaults {
  // what is ordered
  'unknown-product': Bare;
  'not-a-quantity': Bare;
  'unknown-requirement': Bare;
  'contradicts-requirement': { readonly requirement: string; readonly allergen: string };
  'either-or': { readonly requirements: readonly string[] };
  'needs-tracking-sheet': Bare;
  'ingredient-unavailable': Bare;
  // the plan and the task sheet
  'decoration-after-delivery': Bare;
  'start-before-intake': Bare;
  'start-too-late': Bare;
  'only-rush-is-compressed': Bare;
  'other-version': { readonly version: number };
  'before-task-sheet': { readonly signedAt: number };
  // photos
  'photo-too-old': Bare;
  'photo-of-another-step': { readonly step: ProofStep };
  // making and packing
  'making-unfinished': Bare;
  'not-the-day-made': { readonly day: string };
  'must-be-sampled': Bare;
  'steps-unnamed': Bare;
  'steps-without-photo': { readonly steps: readonly string[] };
  'lines-open': { readonly lines: readonly string[] };
  // what is printed
  'lacks-manager-signature': Bare;
  'lacks-production-date': Bare;
  'lacks-shelf-life': Bare;
  'lacks-complaint-phone': Bare;
  'lacks-team-photo': Bare;
  // hand-over and follow-up
  'not-the-signee': Bare;
  'is-the-signee': Bare;
  'other-signee-unsaid': Bare;
  'needs-another-method': Bare;
  // swaps and making again
  'swap-only-later': Bare;
  'swap-costs-no-more': Bare;
  'swap-leaves-it': Bare;
  'more-than-swap': Bare;
  'packed-stands': { readonly state: OrderState };
  'no-rework-in-state': { readonly state: OrderState };
  'nothing-to-replace': Bare;
  // what a move of the order waits for: `GATES`
  'prepayment-missing': { readonly missingFen: number };
  'materials-unsettled': Bare;
  'materials-incomplete': Bare;
  'sheet-unsigned': { readonly version: number };
  'review-pending': Bare;
  'allergen-unacknowledged': Bare;
  'quality-unpassed': Bare;
  'change-undecided': Bare;
  'held-by-committee': Bare;
  'manager-undecided': Bare;
  'receipt-problem-open': Bare;
  'balance-open': { readonly outstandingFen: number };
  'visit-ahead': Bare;
  'exception-open': Bare;
  'task-open': Bare;
}
declare module '../base/faults' {
  interface FaultParams extends BakeryFaults {}
}
