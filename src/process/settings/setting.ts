import type { z } from 'zod';
import type { FieldError } from '../../base/faults';
import type { Tx } from '../../platform/db/client';
import type { SignedInStaff } from '../../platform/http/route';
import type { Tongue } from '../../platform/words/instants';
import type { Services } from '../services';
import type { Bindings, BoundFor } from '../tasks/form';

/** Who edits, or looks. */
export type Editor = Pick<SignedInStaff, 'id' | 'roles'>;

/** Where something that a store sets stands, and who edits it; `now` is shop time, epoch ms. */
export interface EntryPlace {
  readonly storeId: string;
  /** The entry's id among those of its setting. */
  readonly id: string;
  readonly now: number;
  readonly by: Editor;
}

/** For whom a setting's form is bound. */
export interface SettingReader extends BoundFor {
  readonly by: Editor;
}

/** One entry as it stands: what its form would send to leave it as it is. */
export interface Entry<Values> {
  readonly id: string;
  readonly values: Values;
  /** What its title says beside its values: a person's name where they hold an id. */
  readonly known?: Readonly<Record<string, string>>;
}

/**
 * Something that a shop says of itself and its people change: its hours, its suppliers, its closures. Whoever describes one has its routes, its
 * form in the console and every edit on record (ADR 27); which of them there are, and for whom, says the table of permissions.
 */
export interface Setting<Name extends string, Schema extends z.ZodObject> {
  /** Its name in `/settings/{name}`, and in the list `settings` of the words. */
  readonly name: Name;
  /** What it is, for OpenAPI. */
  readonly summary: string;
  /** What is sent to change an entry, whole. */
  readonly schema: Schema;
  /** The entries of a store, in the order in which people look for them. */
  readonly read: (db: Tx, storeId: string, now: number) => Promise<Entry<z.input<Schema>>[]>;
  /** What an entry is called. */
  readonly title: (values: z.input<Schema>, language: Tongue, known: Readonly<Record<string, string>>) => string;
  /** What can be chosen in its form, and what whoever fills it in should know. */
  readonly bind?: (services: Services, storeId: string, reader: SettingReader) => Bindings | Promise<Bindings>;
  /** What only the records know against an entry. */
  readonly check?: (tx: Tx, place: EntryPlace, values: z.output<Schema>) => Promise<readonly FieldError[]> | readonly FieldError[];
  /** Writes an entry, new or not. */
  readonly put: (tx: Tx, place: EntryPlace, values: z.output<Schema>) => Promise<void>;
  /** Takes an entry away. Absent: entries stay, and can at most be put out of use. @throws {Refusal} where this one has to stay. */
  readonly remove?: (tx: Tx, place: EntryPlace) => Promise<void>;
  /** The fields whose values name an entry, where they do: a date names a closure. A second one of that name is refused, and so is another name for one that is there. */
  readonly named?: readonly (keyof z.output<Schema> & string)[];
}
