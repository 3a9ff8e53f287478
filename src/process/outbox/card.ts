/** A line of a card: what it says, and of what. */
export interface Row {
  readonly label: string;
  readonly value: string;
  /** The line the eye should find. */
  readonly strong?: boolean;
}
/** One product with its specification (BAK-34). */
export interface GoodsLine {
  readonly name: string;
  readonly details: readonly string[];
  readonly quantity: string;
  readonly amount: string;
}
/** A boxed part of a letter: goods, rows or items under a heading. */
export interface Card {
  readonly heading: string;
  readonly lines?: readonly GoodsLine[];
  readonly rows?: readonly Row[];
  readonly items?: readonly string[];
}

/** A row to be: its label, and its value if that is known. */
export type GivenRow = readonly [label: string, value: string | null | undefined, strong?: 'strong'];

/** Rows of what is known; an unknown value is left out rather than shown empty. */
export const rowsOf = (given: readonly GivenRow[]): Row[] =>
  given.flatMap(([label, value, strong]) => (value ? [{ label, value, ...(strong && { strong: true }) }] : []));
