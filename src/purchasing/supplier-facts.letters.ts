/** What a letter to a supplier says (BAK-59). */
export interface SupplierFacts {
  readonly item: string;
  readonly exceptionId: string;
  readonly supplierId: string;
  /** Until when an answer counts. */
  readonly expiresAt: number;
}
