import type { Audience } from '../facts';

/** What stands around a letter about such a thing: ICU messages over the letter's values. */
export interface AroundWords {
  /** As a sentence calls it: `order {order}`. */
  readonly called: string;
  /** Under the title. */
  readonly line: string;
  /** Of a letter to the customer. */
  readonly signature: string;
  /** At the end of the customer's letter: who sent it. */
  readonly sentBy: string;
}

/** One language's words, of letters about anything. */
export interface Locale {
  readonly frame: {
    readonly greetings: Readonly<Record<Audience, string>>;
    readonly footers: Readonly<Record<Audience, readonly string[]>>;
    /** Around a letter about nothing that a chapter knows. */
    readonly around: Omit<AroundWords, 'called' | 'line'>;
  };
  readonly headings: Readonly<Record<'task', string>>;
  readonly labels: Readonly<Record<'why' | 'due' | 'because' | 'rung' | 'words', string>>;
  readonly lists: { readonly and: string; readonly colon: string };
}
