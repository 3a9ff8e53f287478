import type { HouseFaults } from '../../base/faults';
import { createRegister, createRegisters, type Register } from '../../base/register';
import type { EventWords } from './events';
import { FIELD_FAULTS } from './field-faults';
import type { Tongue, Words } from './instants';
import { ACTORS, DEPARTMENT_NAMES, POSITION_NAMES } from './names';
import { REQUEST_FAULTS } from './request-faults';
import { SIGN_IN_NAMES } from './sign-ins';

/** A list of ids and what people call them. */
export type Rows = Readonly<Record<string, Words>>;

/** What a chapter says to people. Words are for answers and letters: none enters a workflow. */
export interface ChapterWords {
  /** By code, ICU messages of the fault's parameters. */
  readonly faults?: Rows;
  /** By the kind of the timeline's event. */
  readonly events?: Readonly<Record<string, EventWords>>;
  /** What people choose among in their answers, and what comes of it: one list of all chapters, since each id means one thing. */
  readonly choices?: Rows;
  /** What the fields of answers are called, by name; by `<task kind>/<name>` where one means another. */
  readonly fields?: Rows;
  /** By the name of what holds their ids, a fault's parameter as a rule. Several chapters may add to a list. */
  readonly lists?: Readonly<Record<string, Rows>>;
}

const faults = createRegister<Words>('fault');
const events = createRegister<EventWords>('event');
const choices = createRegister<Words>('choice');
const fields = createRegister<Words>('field');
const lists = createRegisters<Words>((name) => `word of the list ${name}`);

/** Brings a chapter's words to the house. Bringing them again does nothing. @throws when another chapter says something else under one name. */
export function defineWords(chapter: ChapterWords): void {
  faults.add(chapter.faults ?? {});
  events.add(chapter.events ?? {});
  choices.add(chapter.choices ?? {});
  fields.add(chapter.fields ?? {});
  for (const [name, rows] of Object.entries(chapter.lists ?? {})) lists.add(name, rows);
}

/** @throws for a code that nobody has words for. */
export const faultWords = (code: string): Words => faults.get(code);
export const isFaultCode = (x: unknown): boolean => faults.has(x);
export const faultCodes = (): readonly string[] => faults.names();
/** Undefined for a kind that nobody has words for. */
export const eventWords = (kind: string): EventWords | undefined => events.find(kind);
export const eventKinds = (): readonly string[] => events.names();

const nameOf = (register: Register<Words> | undefined, id: unknown, language: Tongue): string | undefined =>
  typeof id === 'string' ? register?.find(id)?.[language] : undefined;
/** What somebody chose; undefined for what nobody can choose. */
export const choiceName = (id: unknown, language: Tongue): string | undefined => nameOf(choices, id, language);
/** What a field of an answer to a kind of task is called; undefined for a field that nobody has words for. */
export const fieldName = (kind: string, field: string, language: Tongue): string | undefined =>
  nameOf(fields, `${kind}/${field}`, language) ?? nameOf(fields, field, language);
/** What an id of a list is called; undefined for an id, or a list, that nobody brought. */
export const listedName = (list: string, id: unknown, language: Tongue): string | undefined => nameOf(lists.find(list), id, language);

defineWords({
  faults: { ...FIELD_FAULTS, ...REQUEST_FAULTS } satisfies Record<keyof HouseFaults, Words>,
  lists: {
    roles: POSITION_NAMES,
    departments: DEPARTMENT_NAMES,
    signIns: SIGN_IN_NAMES,
    who: { ...POSITION_NAMES, ...ACTORS },
    name: ACTORS,
  },
});
