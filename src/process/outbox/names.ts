import { createRegister } from '../../base/register';

/** The rulebook names its things, and a letter says its words, in Chinese and in English. */
export interface TwoNames<T = string> {
  readonly zh: T;
  readonly en: T;
}

/** Lists of names; a chapter adds its own lists, and its names to them. */
export interface NameLists {
  /** BAK-08. Why somebody is to be telephoned, for whoever telephones: ICU messages over `option` and `letter`. */
  readonly why: true;
  /** What was chosen. */
  readonly option: true;
}
export type NameList = keyof NameLists;

const names = createRegister<TwoNames>('name');

/** Says what a chapter's ids are called in letters. @throws when another chapter calls one differently. */
export function defineNames(lists: Readonly<Partial<Record<NameList, Readonly<Record<string, TwoNames>>>>>): void {
  for (const [list, rows] of Object.entries(lists))
    names.add(Object.fromEntries(Object.entries(rows).map(([id, row]) => [`${list}/${id}`, row])));
}

/** What an id is called; undefined when no chapter says. */
export const namesOf = (list: NameList, id: string): TwoNames | undefined => names.find(`${list}/${id}`);
