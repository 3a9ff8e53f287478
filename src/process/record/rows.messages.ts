import { createRegister } from '../../base/register';

/** What a column holds; an instant is epoch ms in a batch and `timestamptz` in Postgres. */
export type Column = 'text' | 'int' | 'float8' | 'boolean' | 'jsonb' | 'instant';

/** Rows that a story puts to record beside its process, each column said once. A column is named after its field, `foundAt` as `found_at`. */
export interface RowKind<R> {
  readonly table: string;
  readonly columns: { readonly [F in keyof R]-?: Column };
  /** The fields that a later row of the same id replaces; without them the first row stands. */
  readonly replaces?: readonly (keyof R & string)[];
  /** The column that names the order which the process is about; without it rows hang on `process_id`. */
  readonly about?: string;
  /** At most one for what it hangs on, which is its id. */
  readonly single?: true;
}

/** What stories can put to record, by the name of its list in a batch; a chapter adds its own. */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- chapters add to it
export interface Rows {}
export type RowName = keyof Rows;
/** The rows of a batch, by kind; a kind without any is left out. */
export type BatchRows = { readonly [K in RowName]?: readonly Rows[K][] };

// of whichever row: its type is known where it is put to record
const kinds = createRegister<RowKind<never>>('kind of row');

/** Brings a chapter's kinds of row to the house. @throws when another chapter has one of that name. */
export const defineRows = (rows: { readonly [K in RowName]?: RowKind<Rows[K]> }): void =>
  kinds.add(rows as Readonly<Record<string, RowKind<never>>>);
/** Every kind of row but those that each process has (timeline, tasks, notices). */
export const rowNames = (): readonly RowName[] => kinds.names() as RowName[];
/** How rows of a kind are kept. @throws for one that no chapter has. */
export const rowKind = (name: RowName): RowKind<Readonly<Record<string, unknown>>> => kinds.get(name);
