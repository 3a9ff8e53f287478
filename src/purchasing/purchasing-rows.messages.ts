import type { RowKind } from '../process/record/rows.messages';
import type { SupplierContactRow } from './sourcing.messages';

/** What a search for a supplier puts to record. */
interface PurchasingRows {
  readonly contacts: SupplierContactRow;
}
declare module '../process/record/rows.messages' {
  interface Rows extends PurchasingRows {}
}

/** How it is kept. */
export const PURCHASING_ROWS = {
  contacts: {
    table: 'supplier_contacts',
    about: 'order_number',
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
} as const satisfies { readonly [K in keyof PurchasingRows]: RowKind<PurchasingRows[K]> };
