import { createRegisters } from '../../base/register';
import type { Words } from '../../platform/words/instants';

/** One of the things that people choose among, filter by or read: what it is called and, under names of its own, what a form needs beside. */
export interface CatalogueEntry extends Words {
  readonly id: string;
  readonly [more: string]: unknown;
}

const lists = createRegisters<CatalogueEntry>((name) => `entry of ${name}`);

/** Brings lists of a chapter to the catalogue; several chapters may add to one. @throws when two have an entry of one id. */
export function defineCatalogue(brought: Readonly<Record<string, readonly CatalogueEntry[]>>): void {
  for (const [name, entries] of Object.entries(brought)) lists.add(name, Object.fromEntries(entries.map((entry) => [entry.id, entry])));
}

/** Every list with its entries, both in the order in which they were brought. */
export const catalogueLists = (): Readonly<Record<string, readonly CatalogueEntry[]>> =>
  Object.fromEntries([...lists.all()].map(([name, list]) => [name, list.names().map(list.get)]));

/** Entries of what has a name; of a row's other fields only what `more` takes from it. */
export const entriesOf = <R extends Words>(
  rows: Readonly<Record<string, R>>,
  more: (row: R, id: string) => Readonly<Record<string, unknown>> = () => ({}),
): CatalogueEntry[] => Object.entries(rows).map(([id, row]) => ({ id, zh: row.zh, en: row.en, ...more(row, id) }));
