/**
 * What the oracle holds against a run. `lost`: acknowledged, and not there. `double`: there once too often, or though nobody was told yes.
 * `stuck`: an order that cannot go on. `broken`: records that contradict each other.
 */
export interface Finding {
  readonly what: 'lost' | 'double' | 'stuck' | 'broken';
  /** Order, notice or call it is about. */
  readonly about: string;
  readonly detail: string;
}

/** A line of a timeline, as the oracle reads it. */
export interface Event {
  readonly order: string;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly actor: { readonly kind: string; readonly id?: string; readonly via: string };
}
