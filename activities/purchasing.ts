import type { SupplierAnswer, SupplierChoice } from '../src/purchasing/sourcing.messages';
import type { SupplierRequest, Suppliers } from '../src/purchasing/ports.messages';

export const createSupplierActivities = ({ suppliers }: { readonly suppliers: Suppliers }) => ({
  /** BAK-59. Who may deliver the item, in the order they are asked. A read. */
  listSuppliers({ storeId, item }: { readonly storeId: string; readonly item: string }): Promise<SupplierChoice[]> {
    return suppliers.listFor(storeId, item);
  },
  /** BAK-59. Asks one supplier; the contact id makes a repeat the same question. Null: the answer comes by its link. */
  askSupplier(request: SupplierRequest): Promise<SupplierAnswer | null> {
    return suppliers.ask(request);
  },
  /** Tells a supplier that it is no longer needed; a repeat tells it once. */
  withdrawSupplier(request: SupplierRequest): Promise<void> {
    return suppliers.withdraw(request);
  },
});
