import type { OrderState } from '../orders/order-state.rules';
import type { Position } from './departments';
import type { Role } from './roles';
import type { ProofStep } from '../bakery/photos.rules';
import type { TaskKind } from '../process/tasks/tasks.rules';

/** A fault that needs no more than its name. */
type Bare = Readonly<Record<never, never>>;

/**
 * Everything that can be said against a request or one of its fields, with what its words need. Codes are public, as those of `REFUSALS`
 * are. The words stand in `src/platform/words`, in every language, which the compiler holds to this list. `…At` is epoch ms of shop time, `…Fen` fen.
 */
export interface FaultParams {
  // the shape of a field
  required: Bare;
  'wrong-type': { readonly expected: string };
  'too-short': { readonly min: number };
  'too-long': { readonly max: number };
  'too-small': { readonly min: number };
  'too-large': { readonly max: number };
  'too-few': { readonly min: number };
  'too-many': { readonly max: number };
  'not-one-of': { readonly values: readonly string[] };
  'not-a-multiple-of': { readonly of: number };
  'wrong-format': { readonly format: string };
  'unknown-field': Bare;
  blank: Bare;
  'not-an-instant': Bare;
  'not-an-id': Bare;
  'not-an-sms-phone': Bare;
  'not-an-address': Bare;
  'unseen-character': Bare;
  'given-twice': Bare;
  'not-utf8': Bare;
  'unkeepable-character': Bare;
  'unkeepable-field-name': Bare;
  'nested-too-deeply': Bare;
  'not-a-page-size': Bare;
  // the particulars of an order
  'in-the-past': Bare;
  'in-the-future': Bare;
  'before-intake': Bare;
  'after-delivery': Bare;
  'too-far-ahead': { readonly days: number };
  'out-of-years': Bare;
  'not-a-date': Bare;
  'not-a-whole-hour': { readonly zone: string };
  'unknown-product': Bare;
  'not-a-quantity': Bare;
  'requirements-unsaid': Bare;
  'unknown-requirement': Bare;
  'none-excludes-others': Bare;
  'contradicts-requirement': { readonly requirement: string; readonly allergen: string };
  'either-or': { readonly requirements: readonly string[] };
  'order-too-large': Bare;
  'courier-needs-it': Bare;
  'kind-not-taken': Bare;
  'needs-unchecked': Bare;
  'corrects-nothing': Bare;
  'changes-nothing': Bare;
  'nothing-said-wrong': Bare;
  'confirmed-and-corrected': Bare;
  'not-four-digits': Bare;
  'digits-wrong': Bare;
  'digits-wrong-too-often': Bare;
  'address-of-pickup': Bare;
  'price-unknown': Bare;
  'price-is-the-shops': Bare;
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
  // answers of tasks
  'not-a-photo-of-this-order': Bare;
  'photo-missing': Bare;
  'photo-too-old': Bare;
  'photo-of-another-step': { readonly step: ProofStep };
  'picture-of-another-step': { readonly steps: readonly string[]; readonly step: ProofStep };
  'not-the-signee': Bare;
  'is-the-signee': Bare;
  'other-signee-unsaid': Bare;
  'making-unfinished': Bare;
  'not-the-day-made': { readonly day: string };
  'not-staff-of-this-store': Bare;
  'needs-tracking-sheet': Bare;
  'ingredient-unavailable': Bare;
  'lacks-roles': { readonly roles: readonly Position[] };
  'other-order-number': Bare;
  'decoration-after-delivery': Bare;
  'start-before-intake': Bare;
  'start-too-late': Bare;
  'only-rush-is-compressed': Bare;
  'other-version': { readonly version: number };
  'must-be-sampled': Bare;
  'steps-unnamed': Bare;
  'steps-without-photo': { readonly steps: readonly string[] };
  'lines-open': { readonly lines: readonly string[] };
  'needs-another-method': Bare;
  'before-task-sheet': { readonly signedAt: number };
  'not-an-exception-of-this-order': Bare;
  'not-a-shortage': Bare;
  'not-open': Bare;
  'no-promise': Bare;
  'repairs-nothing': { readonly actions: readonly string[] };
  'write-off-unexplained': Bare;
  'no-part-of-swap': Bare;
  'swap-only-later': Bare;
  'swap-costs-no-more': Bare;
  'swap-leaves-it': Bare;
  // what a move of the order waits for
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
  // where the order stands
  'state-forbids': { readonly state: OrderState };
  'state-cannot-follow': { readonly from: OrderState; readonly to: OrderState };
  'no-change-in-state': { readonly state: OrderState };
  'shortage-settled': Bare;
  'more-than-swap': Bare;
  'too-late-to-correct': { readonly state: OrderState };
  'packed-stands': { readonly state: OrderState };
  'no-rework-in-state': { readonly state: OrderState };
  'window-closed': { readonly endedAt: number };
  'preview-outrun': Bare;
  'preview-now': { readonly previewHash: string };
  'preview-changed': { readonly order: string; readonly previewHash: string };
  'nothing-to-replace': Bare;
  'order-ended': Bare;
  'order-lost': Bare;
  'only-what-ends-it': Bare;
  'wishes-undecided': { readonly most: number };
  'task-withdrawn': Bare;
  'task-is-nobodys': Bare;
  'task-is-theirs': Bare;
  'closes-by-itself': Bare;
  'nothing-to-approve': Bare;
  'rating-closed': Bare;
  'rated-already': Bare;
  'answered-by': { readonly name: string; readonly answeredAt: number };
  'answered-already': Bare;
  'on-record': Bare;
  'question-closed': Bare;
  'voted-already': Bare;
  'change-decided': { readonly decision: 'approved' | 'rejected' | 'withdrawn' };
  'alternatives-answered': Bare;
  // what is not there
  'no-order-here': Bare;
  'no-task-here': Bare;
  'no-task-of-order': Bare;
  'no-change-of-order': Bare;
  'change-undecidable': Bare;
  'no-exception-of-order': Bare;
  'no-link-of-order': Bare;
  'no-photo-here': Bare;
  'no-staff-here': Bare;
  'no-address-here': Bare;
  // who asks
  'needs-role': { readonly roles: readonly Position[] };
  'act-is-for': { readonly who: readonly (Role | 'staff' | 'customer' | 'supplier' | 'system')[] };
  'not-through-the-api': Bare;
  'task-is-for': { readonly roles: readonly Position[] };
  'vote-is-for': { readonly roles: readonly Position[] };
  'reassigning-needs-role': { readonly roles: readonly Position[] };
  'no-token': Bare;
  'session-over': Bare;
  'csrf-missing': Bare;
  'login-wrong': Bare;
  'signer-unknown': Bare;
  'more-than-yes-or-no': { readonly task: TaskKind };
  'link-unknown': Bare;
  'link-for-something-else': Bare;
  'link-over': Bare;
  'link-withdrawn': Bare;
  'link-spent': Bare;
  'needs-digits': Bare;
  'too-many-tries': Bare;
  // how it is asked
  'fields-invalid': { readonly count: number };
  'message-unreadable': Bare;
  'staff-unnamed': Bare;
  'not-a-token': { readonly max: number };
  'not-a-whole-number': { readonly min: number; readonly max: number };
  'not-a-list': { readonly min: number; readonly max: number };
  'not-milliseconds': Bare;
  'one-of-two': { readonly values: readonly string[] };
  'only-fields': { readonly values: readonly string[] };
  'not-a-text': { readonly max: number };
  'body-too-large': Bare;
  'over-kilobytes': { readonly max: number };
  'over-megabytes': { readonly max: number };
  'charset-unsupported': Bare;
  'not-json': Bare;
  'form-unexpected': Bare;
  'one-photo-and-step': Bare;
  unreadable: Bare;
  'send-as': { readonly type: string };
  'photo-as-form': Bare;
  'not-a-picture': Bare;
  'unknown-picture': Bare;
  'broken-picture': Bare;
  'heic-undecodable': Bare;
  'over-megapixels': { readonly megapixels: number; readonly max: number };
  'no-boundary': Bare;
  'cursor-damaged': Bare;
  'key-malformed': Bare;
  'header-malformed': { readonly name: string };
  'key-of-another-request': Bare;
  'methods-are': { readonly methods: readonly string[] };
  // what is away
  'key-under-way': Bare;
  'key-taken-over': Bare;
  'records-away': Bare;
  'order-away': Bare;
  'act-unwritten': Bare;
  'order-not-started': Bare;
  'acts-in-flight': Bare;
  'broken-here': Bare;
}

export type FaultCode = keyof FaultParams;
/** What is wrong, as data: worded in the reader's language where it is answered. Never carries personal data. */
export type Fault = {
  readonly [C in FaultCode]: keyof FaultParams[C] extends never
    ? { readonly code: C; readonly params?: undefined }
    : { readonly code: C; readonly params: FaultParams[C] };
}[FaultCode];
/** One bad field of a request: a JSON pointer, what is wrong with it, and the rule it stands under. */
export type FieldError = { readonly pointer: string; readonly rule?: string } & Fault;
