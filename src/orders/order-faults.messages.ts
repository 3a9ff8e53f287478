import type { Bare } from '../base/faults';
import type { OrderState } from './order-state.rules';

/** What is said against requests about any kind of order. */
export interface OrderFaults {
  'not-on-sale': Bare;
  // the particulars of an order
  'in-the-past': Bare;
  'in-the-future': Bare;
  'before-intake': Bare;
  'after-delivery': Bare;
  'too-far-ahead': { readonly days: number };
  'not-a-whole-hour': { readonly zone: string };
  'requirements-unsaid': Bare;
  'none-excludes-others': Bare;
  'order-too-large': Bare;
  'courier-needs-it': Bare;
  'kind-not-taken': Bare;
  'needs-unchecked': Bare;
  'other-order-number': Bare;
  'one-of-two': { readonly values: readonly string[] };
  'not-a-phone-to-find': Bare;
  'day-full': { readonly day: string; readonly work: string; readonly needsMinutes: number; readonly freeMinutes: number };
  'before-from': Bare;
  'too-many-days': { readonly max: number };
  // what is printed of it
  'paper-lacks': { readonly count: number };
  'no-paper-here': Bare;
  'lacks-planned-start': Bare;
  'lacks-delivery-method': Bare;
  'lacks-emergency-contact': Bare;
  'lacks-letter': Bare;
  'lacks-payment': Bare;
  // the customer by link
  'corrects-nothing': Bare;
  'nothing-said-wrong': Bare;
  'confirmed-and-corrected': Bare;
  'not-four-digits': Bare;
  'digits-wrong': Bare;
  'digits-wrong-too-often': Bare;
  'address-of-pickup': Bare;
  'needs-digits': Bare;
  'link-for-something-else': Bare;
  'no-link-of-order': Bare;
  'nothing-to-approve': Bare;
  'rating-closed': Bare;
  'rated-already': Bare;
  'alternatives-answered': Bare;
  // money
  'over-the-balance': { readonly outstandingFen: number };
  'not-the-balance': { readonly outstandingFen: number };
  'not-the-refund': { readonly refundFen: number };
  'refund-out-of-range': { readonly heldFen: number };
  'manager-decides-refund': Bare;
  'cause-decides-refund': Bare;
  'no-refund-while-going-on': Bare;
  'reason-for-neither': Bare;
  'over-the-record': { readonly mostFen: number };
  'over-the-price': { readonly priceFen: number };
  // changes
  'changes-nothing': Bare;
  'price-unknown': Bare;
  'price-is-the-shops': Bare;
  'no-change-in-state': { readonly state: OrderState };
  'window-closed': { readonly endedAt: number };
  'preview-outrun': Bare;
  'preview-now': { readonly previewHash: string };
  'preview-changed': { readonly order: string; readonly previewHash: string };
  'wishes-undecided': { readonly most: number };
  'change-decided': { readonly decision: 'approved' | 'rejected' | 'withdrawn' };
  'no-change-of-order': Bare;
  'change-undecidable': Bare;
  'shortage-settled': Bare;
  'no-part-of-swap': Bare;
  // photos that prove something
  'not-a-photo-of-this-order': Bare;
  'picture-of-another-step': { readonly steps: readonly string[]; readonly step: string };
  // exceptions
  'not-an-exception-of-this-order': Bare;
  'no-exception-of-order': Bare;
  'not-a-shortage': Bare;
  'not-open': Bare;
  'write-off-unexplained': Bare;
  // where the order stands
  'state-forbids': { readonly state: OrderState };
  'state-cannot-follow': { readonly from: OrderState; readonly to: OrderState };
  'too-late-to-correct': { readonly state: OrderState };
  'not-late': Bare;
  'order-ended': Bare;
  'order-lost': Bare;
  'only-what-ends-it': Bare;
  'no-order-here': Bare;
  'order-away': Bare;
  'act-unwritten': Bare;
  'order-not-started': Bare;
  'acts-in-flight': Bare;
}
declare module '../base/faults' {
  interface FaultParams extends OrderFaults {}
}
