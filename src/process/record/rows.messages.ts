import type { CostRow, ExceptionRow, PaymentRow, RatingRow, SuggestionRow, SupplierContactRow } from '../../orders/order.messages';

/** What a column holds; an instant is epoch ms in a batch and `timestamptz` in Postgres. */
export type Column = 'text' | 'int' | 'float8' | 'boolean' | 'jsonb' | 'instant';

/** Rows that a story puts to record beside its process, each column said once. A column is named after its field, `foundAt` as `found_at`. */
export interface RowKind<R> {
  readonly table: string;
  readonly columns: { readonly [F in keyof R]-?: Column };
  /** The fields that a later row of the same id replaces; without them the first row stands. */
  readonly replaces?: readonly (keyof R & string)[];
  /** At most one for an order, which is its id. */
  readonly perOrder?: true;
}

/** What a story can put to record, by the name of its list in a batch. */
export interface Rows {
  readonly exceptions: ExceptionRow;
  readonly payments: PaymentRow;
  readonly costs: CostRow;
  readonly contacts: SupplierContactRow;
  readonly ratings: RatingRow;
  readonly suggestions: SuggestionRow;
}

/** Every kind of row but those that each process has (timeline, tasks, notices). */
export const ROWS: { readonly [K in RowName]: RowKind<Rows[K]> } = {
  exceptions: {
    table: 'exceptions',
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
    columns: { id: 'text', cost: 'text', amountFen: 'int', at: 'instant', by: 'jsonb' },
  },
  contacts: {
    table: 'supplier_contacts',
    columns: {
      id: 'text',
      exceptionId: 'text',
      supplierId: 'text',
      askedAt: 'instant',
      answeredAt: 'instant',
      result: 'text',
      promisedAt: 'instant',
    },
    replaces: ['answeredAt', 'result', 'promisedAt'],
  },
  ratings: {
    table: 'ratings',
    columns: { score: 'float8', source: 'text', at: 'instant', textId: 'text' },
    perOrder: true,
  },
  suggestions: {
    table: 'suggestions',
    columns: { id: 'text', department: 'text', textId: 'text', at: 'instant' },
  },
};

export type RowName = keyof Rows;
/** The rows of a batch, by kind. */
export type BatchRows = { readonly [K in RowName]: readonly Rows[K][] };

export const ROW_NAMES = Object.keys(ROWS) as RowName[];
