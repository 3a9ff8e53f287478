/** What a break does to a row; each kind is a file of `kinds/`. */
export type Kind = 'dropped' | 'moved' | 'number' | 'role' | 'recipient' | 'lost' | 'optional' | 'flipped';

/** A piece of a source replaced by another; `start` and `end` count characters. */
export interface Change {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  readonly after: string;
}

/** One broken row. */
export interface Bite extends Change {
  /** Says rule, place in its table, kind and what is replaced, not file or line: it outlives a move. */
  readonly id: string;
  /** Path from the project's folder. */
  readonly file: string;
  readonly line: number;
  /** The rules whose tests should notice. */
  readonly ids: readonly string[];
  readonly before: string;
}
