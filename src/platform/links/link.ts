interface Signed {
  /** The row of `links` that says who gave it out and whether it was revoked. */
  readonly id: string;
  readonly order: string;
  /** Epoch ms of shop time. */
  readonly exp: number;
}

/** What a signed link allows: one order for its customer, or one question to one supplier. */
export type LinkScope =
  | (Signed & { readonly scope: 'customer' })
  | (Signed & { readonly scope: 'supplier'; readonly exceptionId: string; readonly supplierId: string });
