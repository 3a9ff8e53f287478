import type { RowKind } from '../process/record/rows.messages';
import type { CostRow, PaymentRow, RatingRow, SuggestionRow } from './order.messages';
import type { ExceptionRow } from './exceptions.messages';

/** What an order puts to record beside its own row. */
interface OrderRows {
  readonly exceptions: ExceptionRow;
  readonly payments: PaymentRow;
  readonly costs: CostRow;
  readonly ratings: RatingRow;
  readonly suggestions: SuggestionRow;
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
} as const satisfies { readonly [K in keyof OrderRows]: RowKind<OrderRows[K]> };
