import type { FactName } from './register.letters';
import type { OrderWords, ShopFacts, VersionWords } from '../../orders/dossier.repository';

/** The languages letters are written in; anything else falls back to the first. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const languageOf = (wanted: unknown): Language => LANGUAGES.find((language) => language === wanted) ?? LANGUAGES[0];

/** To whom a letter speaks; it decides greeting, signature and footer. */
export type Audience = 'customer' | 'staff' | 'supplier';

/** Everything a letter is written from, gathered at sending time; `Said` is what its kind is told by the workflow (`LetterFacts`). */
export interface NoticeFacts<Said = Readonly<Record<string, unknown>>> {
  readonly shop: ShopFacts;
  readonly order: OrderWords;
  /** The version its recipient last heard of, where the letter tells of a newer one. */
  readonly before: VersionWords | null;
  /** To whom this copy speaks. */
  readonly audience: Audience;
  /** Whom it greets. */
  readonly recipientName: string;
  /** When the notice was made, shop time: the same at every try. */
  readonly writtenAt: number;
  /** What the workflow said: ids, choices, amounts, instants. */
  readonly notice: Said;
  /** Private words under the notice's text or change id: a reason, a suggestion. */
  readonly words: string | null;
  /** Where its button leads: a signed page of the customer's or supplier's, the task or the order for staff; null = nowhere. */
  readonly link: string | null;
}

/** Facts of whichever letter: what several of them share is worded from these, and a name that no letter has does not compile. */
export type AnyNoticeFacts = NoticeFacts<Readonly<Partial<Record<FactName, unknown>>>>;

/** What the service cannot write, with the reason; the notice becomes undeliverable and somebody telephones. */
export class LetterIncomplete extends Error {
  constructor(
    readonly template: string,
    readonly missing: string,
    /** The clause that wants it. */
    readonly rule?: string,
  ) {
    super(`The letter ${template} cannot be written: ${missing} is missing${rule ? ` (${rule})` : ''}.`);
    this.name = 'LetterIncomplete';
  }
}
