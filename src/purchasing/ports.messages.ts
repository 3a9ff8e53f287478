import type { SupplierAnswer, SupplierChoice } from './sourcing.messages';

/** Backup suppliers (BAK-59). */
export interface Suppliers {
  /** Who may deliver `item`, in the order they are asked. */
  listFor(storeId: string, item: string): Promise<SupplierChoice[]>;
  /**
   * Asks one supplier. By e-mail: a notice row with an answer link, and the answer comes later by signal (`null` here).
   * By HTTP: the supplier's own answer. Repeating with the same `contactId` asks once. Throws when the supplier cannot be reached.
   */
  ask(request: SupplierRequest): Promise<SupplierAnswer | null>;
  /** Tells a supplier that it is no longer needed. */
  withdraw(request: SupplierRequest): Promise<void>;
}
export interface SupplierRequest {
  readonly contactId: string;
  readonly supplierId: string;
  readonly storeId: string;
  readonly orderNumber: string;
  readonly exceptionId: string;
  readonly item: string;
  /** Shop instant at which the answer link expires. */
  readonly expiresAt: number;
}

/** The acts of suppliers at the desk (`src/purchasing/supplier-desk.ts`). */
export interface SupplierDesk {
  /** A supplier's answer by link, to the search that asks for it. */
  answerSupplier(exceptionId: string, answer: SupplierAnswer): Promise<void>;
}
declare module '../process/ports.messages' {
  interface Desk extends SupplierDesk {}
}

/** The activities of a search. */
export interface PurchasingActivities {
  listSuppliers(request: { readonly storeId: string; readonly item: string }): Promise<SupplierChoice[]>;
  askSupplier(request: SupplierRequest): Promise<SupplierAnswer | null>;
  withdrawSupplier(request: SupplierRequest): Promise<void>;
}
