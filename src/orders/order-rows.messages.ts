import type { Actor } from '../base/actor';
import type { Role } from '../base/roles';
import type { RowKind } from '../process/record/rows.messages';
import type { WorkClaim } from './capacity.rules';
import type { ExceptionRow } from './exceptions.messages';

/** A change that was asked for, and how it was decided. */
export interface ChangeRow {
  readonly id: string;
  readonly state: 'pending' | 'approved' | 'rejected' | 'withdrawn';
  readonly requestedBy: Actor;
  readonly requestedAt: number;
  readonly textId?: string;
  readonly previewHash: string;
  readonly basis: string;
  readonly decidedBy: Actor | null;
  readonly decidedAt: number | null;
  readonly decisionTextId?: string;
  /** True in the one batch that applies the private patch to the order's row. */
  readonly apply: boolean;
}

export interface PaymentRow {
  readonly id: string;
  readonly direction: 'in' | 'refund';
  readonly amountFen: number;
  readonly method: string;
  readonly receivedAt: number;
  readonly by: Actor;
  readonly textId?: string;
}

export interface CostRow {
  readonly id: string;
  readonly cost: 'ingredients' | 'labour' | 'packaging' | 'delivery' | 'waste';
  readonly amountFen: number;
  readonly at: number;
  readonly by: Actor;
}

/** BAK-82. One rating for an order, the first one counts: the customer's own, by link, or what was said at the follow-up visit (AFT-88). */
export interface RatingRow {
  readonly score: number;
  readonly source: Actor['kind'] | 'follow-up-visit';
  readonly at: number;
  readonly textId?: string;
}
/** AFT-91. An opinion passed to the department concerned. */
export interface SuggestionRow {
  readonly id: string;
  readonly department: Role;
  readonly textId: string;
  readonly at: number;
}

/**
 * BAK-29. What an order takes of one kind of work: so much, on that day. Its id is the order's and the kind's; what is not needed any more
 * stays on record with no minutes.
 */
export interface LoadRow extends WorkClaim {
  readonly id: string;
}
/** The id of an order's load of one kind of work. */
export const loadId = (order: string, work: string): string => `${order}/${work}`;

/** What an order puts to record beside its own row. */
interface OrderRows {
  readonly exceptions: ExceptionRow;
  readonly payments: PaymentRow;
  readonly costs: CostRow;
  readonly ratings: RatingRow;
  readonly suggestions: SuggestionRow;
  readonly loads: LoadRow;
}
declare module '../process/record/rows.messages' {
  interface Rows extends OrderRows {}
}

/** How each is kept. */
export const ORDER_ROWS = {
  exceptions: {
    table: 'exceptions',
    about: 'order_number',
    columns: {
      id: 'text',
      type: 'text',
      foundAt: 'instant',
      reportedAt: 'instant',
      reporter: 'jsonb',
      late: 'boolean',
      item: 'text',
      state: 'text',
      firstResponseAt: 'instant',
      outcome: 'text',
      closedAt: 'instant',
      textId: 'text',
    },
    replaces: ['state', 'firstResponseAt', 'outcome', 'closedAt'],
  },
  payments: {
    table: 'payments',
    about: 'order_number',
    columns: {
      id: 'text',
      direction: 'text',
      amountFen: 'int',
      method: 'text',
      receivedAt: 'instant',
      by: 'jsonb',
      textId: 'text',
    },
  },
  costs: {
    table: 'costs',
    about: 'order_number',
    columns: { id: 'text', cost: 'text', amountFen: 'int', at: 'instant', by: 'jsonb' },
  },
  ratings: {
    table: 'ratings',
    about: 'order_number',
    columns: { score: 'float8', source: 'text', at: 'instant', textId: 'text' },
    single: true,
  },
  suggestions: {
    table: 'suggestions',
    about: 'order_number',
    columns: { id: 'text', department: 'text', textId: 'text', at: 'instant' },
  },
  loads: {
    table: 'order_loads',
    about: 'order_number',
    columns: { id: 'text', work: 'text', minutes: 'int', at: 'instant', deadline: 'boolean' },
    replaces: ['minutes', 'at', 'deadline'],
  },
} as const satisfies { readonly [K in keyof OrderRows]: RowKind<OrderRows[K]> };
