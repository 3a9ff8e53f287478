import type { Fault } from '../../base/faults';
import type { Card } from './card';
import type { Audience, LetterContext, NoticeFacts } from './facts';
import type { Phrasing } from './phrasing';
import type { FactNames } from './facts.letters';
import type { LetterLife } from './life.letters';

/** The wording of one letter: ICU messages over its values. A value that a message names and the facts lack refuses the letter. */
export interface LetterWords {
  readonly subject: string;
  readonly title: string;
  readonly paragraphs: readonly string[];
  /** On the button, when the letter has a link. */
  readonly button?: string;
  readonly closing?: readonly string[];
  /** The short message; only customers get one. */
  readonly sms?: string;
}

/** The boxed parts that letters share; a chapter adds those that its context has. */
export interface SharedCards {
  /** The task that the letter names. */
  readonly task: true;
  /** What it is about, for those who work on it; of what no chapter knows, nothing is shown. */
  readonly work: true;
}
export type CardName = keyof SharedCards;

/** What a letter must contain, or it is not written (BAK-34). */
export interface Demand<Facts = Stored, About = LetterContext | null> {
  readonly what: string;
  readonly rule: string;
  /** What it is to whoever wants the letter: where it should stand, and what is wrong there. */
  readonly lack: { readonly pointer: string } & Fault;
  readonly given: (facts: NoticeFacts<Facts, About>) => boolean;
}

/** What a letter's messages may name beside the values that every letter has; what is not known is left out. */
export type OwnValues = Readonly<Record<string, string | number | null | undefined>>;

/** Facts as they come back from the record. */
type Stored = Readonly<Record<string, unknown>>;

/** Everything about one letter. */
export interface Letter<Facts = Stored, Name extends string = string, About = LetterContext | null> {
  /** For whom it was made. */
  readonly recipient: Audience;
  /** The clauses that want it; the first stands on its row where the story names none. */
  readonly rules?: readonly string[];
  /** It ignores the quiet hours, whoever writes it. */
  readonly urgent?: true;
  /** The context that it cannot be written without; without this, it may be about anything. */
  readonly about?: string;
  /** Milliseconds within which it is to arrive, by the numbers stamped on its process; if it has not, the process hears of it. Null = no such hour. */
  readonly arrivesWithin?: (rulesVersion: string) => number | null;
  /** Its boxed parts: shared ones by name, or one of its own. */
  readonly cards: readonly (CardName | ((facts: NoticeFacts<Facts, About>, p: Phrasing) => Card))[];
  /** What a copy to anybody else shows in place of the private cards. */
  readonly others?: readonly CardName[];
  readonly demands?: readonly Demand<Facts, About>[];
  /** What becomes of it when it still lies unsent and the order moves on. */
  readonly life: LetterLife<Name>;
  /** Values of its own, for its words. */
  readonly values?: (facts: NoticeFacts<Facts, About>, p: Phrasing) => OwnValues;
  /** What it is called among letters, for those who look at what was sent: no value of one order stands in it. */
  readonly name: { readonly zh: string; readonly en: string };
  readonly words: { readonly zh: LetterWords; readonly en: LetterWords };
}

/** A letter that is written from these facts; they are there for the compiler only. */
export type LetterOf<Facts> = Letter & { readonly says?: Facts };

/** What letters are written from, by their names. */
export type FactsOf<Letters> = { readonly [T in keyof Letters]: Letters[T] extends LetterOf<infer Facts> ? Facts : never };

/**
 * Defines a letter: one file says all of it. It is pure, and enters the workflow bundle. `Facts` are what the story gives it: ids, choices,
 * amounts (fen), instants (epoch ms of shop time), never anything personal. Whoever writes it is held to them by the compiler, so the
 * letter may read them as they are.
 */
export const defineLetter = <Facts>(letter: Letter<Facts, FactNames<Facts>>): LetterOf<Facts> => letter as LetterOf<Facts>;

/** A `defineLetter` for letters about what a chapter knows: without that context they are not written. */
export const lettersAbout =
  <About extends LetterContext>(kind: About['kind']) =>
  <Facts>(letter: Omit<Letter<Facts, FactNames<Facts>, About>, 'about'>): LetterOf<Facts> =>
    ({ ...letter, about: kind }) as unknown as LetterOf<Facts>;

/** A choice of an ICU message: `{again, select, yes {…} other {…}}`. */
export const yes = (x: unknown): 'yes' | 'no' => (x ? 'yes' : 'no');
