import type { SourcingOutcome, SupplierContactRow } from './sourcing.messages';

interface OfException {
  readonly exception: string;
}

/** What came of a contact with a supplier: an event for each result. */
type SupplierEvents = {
  readonly [R in SupplierContactRow['result'] as `supplier.${R}`]: OfException & {
    readonly supplier: string;
    readonly promisedAt: number | null;
  };
};

/** What happens while a supplier is looked for. */
interface PurchasingEvents extends SupplierEvents {
  readonly 'shortage.sourced': OfException & Omit<SourcingOutcome, 'supplierId'> & { readonly supplierId: string };
  readonly 'sourcing.dry': OfException & Pick<SourcingOutcome, 'asked'>;
  readonly 'purchase.called-off': OfException & { readonly supplier: string };
}

declare module '../process/events.messages' {
  interface EventData extends PurchasingEvents {}
}
