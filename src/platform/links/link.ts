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

/** Whom a link was given to, as far as an answer to them needs it. */
export interface LinkHolder {
  /** Null: the holder has chosen none. */
  readonly language: string | null;
  readonly storeId: string;
}
/** Finds the holder of a link; null when nobody knows whom it was given to. */
export type HolderOf = (link: LinkScope) => Promise<LinkHolder | null>;
