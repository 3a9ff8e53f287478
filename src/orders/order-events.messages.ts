import type { Actor } from '../base/actor';
import type { Role } from '../base/roles';
import type { ToldChange } from './changes.rules';
import type { ExceptionType } from './exceptions.messages';
import type { CancelCause, CorrectedPart, Occasion, Urgency } from './order.messages';
import type { CostRow } from './order-rows.messages';
import type { OrderState } from './order-state.rules';
import type { RefundLine } from './refunds.rules';
import type { Ending, Loss } from './repair.messages';

interface OfException {
  readonly exception: string;
}
interface OfChange extends ToldChange {
  readonly change: string;
}

/** What happens to an order of any kind. */
interface OrderEvents {
  readonly 'order.received': {
    readonly deliveryAt: number;
    readonly totalFen: number;
    readonly occasion: Occasion;
    readonly urgency: Urgency;
  };
  readonly 'order.moved': { readonly from: OrderState; readonly to: OrderState };
  readonly 'order.accepted': { readonly acceptedAt: number; readonly changeWindowEndsAt: number | null };
  readonly 'order.changed': { readonly change: string; readonly version: number; readonly planVersion: number };
  readonly 'order.overdue': { readonly deliveryAt: number };
  readonly 'order.replaced': OfException & { readonly deliveryAt: number; readonly planVersion: number };
  readonly 'order.held': OfException;
  readonly 'order.released': OfException & { readonly vote: 'release' };
  readonly 'order.escalated': OfException;
  readonly 'order.delivered': {
    readonly deliveredAt: number;
    readonly late: boolean;
    readonly photoId: string;
    readonly signatureId: string;
    readonly signeeIsOther: boolean;
  };
  readonly 'order.settled': { readonly receivedFen: number };
  readonly 'order.rated': { readonly score: number; readonly source: Actor['kind'] };
  readonly 'order.cancelled': {
    readonly cause: CancelCause;
    readonly refundFen: number;
    readonly costsFen: number;
    readonly lines: readonly RefundLine[];
  };
  readonly 'order.ended': { readonly state: OrderState };
  readonly 'order.lost': { readonly how: Loss; readonly state: OrderState; readonly heldFen: number };
  readonly 'order.found-alive': Readonly<Record<string, never>>;
  readonly 'order.taken-up': { readonly action: Ending['action'] | 'start-again'; readonly state: OrderState };
  readonly 'order.written-off': { readonly heldFen: number; readonly outstandingFen: number };
  readonly 'payment.received': { readonly amountFen: number; readonly method: string };
  readonly 'refund.paid': { readonly amountFen: number; readonly why: string };
  readonly 'price.allowed': Partial<OfException> & { readonly allowanceFen: number };
  readonly 'cost.recorded': { readonly cost: CostRow['cost']; readonly amountFen: number };
  readonly 'cancellation.asked': { readonly cause: CancelCause };
  readonly 'cancellation.too-late': { readonly state: OrderState };
  readonly 'change.requested': OfChange & { readonly allergensAdded: readonly string[] };
  readonly 'change.approved': OfChange;
  readonly 'change.rejected': OfChange;
  readonly 'change-window.closed': { readonly why: 'time' | 'decoration' | 'packing'; readonly endedAt: number | null };
  readonly 'details.confirmed': {
    readonly corrected: boolean;
    readonly parts: readonly CorrectedPart[];
    readonly plannedStartAt: number | null;
  };
  readonly 'details.unanswered': { readonly plannedStartAt: number | null };
  readonly 'exception.reported': OfException & {
    readonly type: ExceptionType;
    readonly item: string | null;
    readonly late: boolean;
    readonly photo?: string;
  };
  readonly 'exception.closed': OfException & { readonly outcome: string };
  readonly 'escalation.decided': OfException & { readonly decision: string };
  readonly 'follow-up.attempted': { readonly attempt: number; readonly reached: boolean; readonly method: string };
  readonly 'follow-up.not-reached': { readonly attempts: number };
  readonly 'follow-up.done': { readonly at: number; readonly satisfaction: number | null };
  readonly 'suggestion.passed': { readonly department: Role };
}

declare module '../process/events.messages' {
  interface EventData extends OrderEvents {}
}
