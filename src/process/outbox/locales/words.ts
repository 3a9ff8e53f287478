import type { AroundWords } from '../letter-contexts';
import type { Audience } from '../facts';

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
