import type { Role } from '../base/roles';
import type { KeyStep } from './products.rules';

/** AFT-89. How a customer is followed up: by telephone, SMS or questionnaire, or visited. */
export const FOLLOW_UP_METHODS = ['telephone', 'sms', 'questionnaire', 'visit'] as const;

/** The answer of each task kind as the workflow sees it: choices, ids, instants (epoch ms), amounts. Free text went to Postgres. */
export interface BakeryAnswers {
  'confirm-design': { readonly outcome: 'approved' | 'rejected'; readonly draftPhotoId?: string };
  'feasibility-review': {
    readonly outcome: 'feasible' | 'feasible-with-conditions' | 'not-feasible';
    readonly plannedStartAt?: number;
    /** Staff ids by stage; `materials` and `making` at least (BAK-09). */
    readonly assignees?: Readonly<
      Partial<Record<'materials' | 'making' | 'quality-check' | 'decoration' | 'packing' | 'delivery', string>>
    >;
    readonly highRisk?: boolean;
    readonly ingredients?: readonly { readonly item: string; readonly status: 'in-stock' | 'to-buy' | 'unavailable' }[];
    /** BAK-46: a product without decoration. */
    readonly decoration?: boolean;
    /** BAK-24, BAK-29: explicit deadlines of a rush order whose standard ones are past. */
    readonly compressed?: { readonly materialsDueAt: number; readonly decorationDueAt: number };
  };
  'offer-alternative': { readonly outcome: 'decline' | 'review-again' };
  'chase-deposit': { readonly outcome: 'will-pay' | 'cancel' };
  'change-decision': { readonly decision: 'approve' | 'reject'; readonly previewHash?: string };
  'acknowledge-allergen': { readonly acknowledged: boolean };
  'cancellation-decision': {
    readonly decision: 'approve' | 'reject';
    readonly cause?: 'store' | 'customer' | 'neither';
    /** BAK-40: what goes back where the cause is neither side's; without it, everything that is held. */
    readonly refundFen?: number;
  };
  refund: { readonly amountFen: number; readonly method: string };
  'materials-settled': { readonly lines: readonly { readonly item: string; readonly source: 'stock' | 'purchase' }[] };
  'materials-complete': { readonly complete: true };
  'sign-task-sheet': { readonly signed: true; readonly version: number };
  'telephone-customer': { readonly reached: boolean };
  'making-done': { readonly done: true };
  /** BAK-49: which key steps were worked on the day. */
  'daily-photos': { readonly worked: boolean; readonly steps?: readonly KeyStep[] };
  'quality-check': { readonly result: 'pass' | 'fail' | 'not-sampled' };
  'decoration-done': { readonly photoId: string };
  'packing-checklist': {
    readonly lines: readonly string[];
    readonly orderNumber: string;
    readonly productionDate?: string;
    readonly labelPhotoId?: string;
  };
  'dispatch-check': {
    readonly vehicle: true;
    readonly route: true;
    readonly vest: true;
    readonly weather: 'fair' | 'severe';
    readonly backupPlan?: 'earlier-departure' | 'other-vehicle' | 'other-route' | 'pick-up';
    readonly orderNumber: string;
  };
  'hand-over': {
    readonly photoId: string;
    readonly signatureId: string;
    /** BAK-69: somebody else than the expected signee signed; who and why stay in the records. */
    readonly signeeIsOther?: boolean;
  };
  'settle-balance': { readonly amountFen: number; readonly method: string };
  'follow-up-visit': {
    readonly reached: boolean;
    /** AFT-89: of every attempt, reached or not. */
    readonly method: (typeof FOLLOW_UP_METHODS)[number];
    readonly satisfaction?: number;
    readonly department?: Role;
  };
  'answer-exception': {
    readonly outcome: 'resolved' | 'accept' | 'replace' | 'partial-refund' | 'refuse' | 'escalate';
    readonly refundFen?: number;
    /** BAK-76: the hour newly promised to the customer, when another one is made. */
    readonly replacementAt?: number;
  };
  'contact-supplier': { readonly result: 'promised' | 'refused'; readonly supplier: string; readonly promisedAt?: number };
  escalated: { readonly decision: 'continue' | 'rework' | 'change' | 'cancel' };
  'committee-vote': { readonly vote: 'release' | 'hold' | 'destroy' };
}

declare module '../process/tasks/tasks.rules' {
  interface TaskAnswers extends BakeryAnswers {}
}

/** Why the customer is telephoned; an answer settles this and nothing else. */
export type CallReason = 'undeliverable' | 'letter-late' | 'details-unconfirmed' | 'alternatives' | 'alternative-chosen' | 'change-wanted';
