/** The languages letters are written in; anything else falls back to the first. */
export const LANGUAGES = ['zh-CN', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];
export const languageOf = (wanted: unknown): Language => LANGUAGES.find((language) => language === wanted) ?? LANGUAGES[0];

/** To whom a letter speaks; it decides greeting, signature and footer. */
export type Audience = 'customer' | 'staff' | 'supplier';

/** The shop as its letters show it. */
export interface ShopFacts {
  readonly name: string;
  readonly address: string;
  readonly complaintPhone: string;
  readonly emergencyContact: string;
  /** IANA zone in which instants are written. */
  readonly zone: string;
}

/** The process that a letter comes from, as it stands when the letter is sent. */
export interface ProcessFacts {
  readonly kind: string;
  /** What people call it. */
  readonly number: string;
  readonly state: string;
}

export interface CustomerContact {
  readonly name: string;
  readonly phone: string;
  readonly email?: string;
  readonly language: string;
}

/** What a chapter knows of the thing that a letter is about; each adds its own to it (`defineLetterContext`). */
export interface LetterContext {
  /** The name of the context's row. */
  readonly kind: string;
  /** Whose it is; without one, nothing can be sent to `customer`. */
  readonly customer?: CustomerContact;
  /** The private text that the letter quotes where its own facts name none. */
  readonly textId?: string | null;
  /** The field of that text that is meant before any other. */
  readonly sentence?: string;
}

/**
 * Everything a letter is written from, gathered at sending time; `Said` is what its kind is told by the workflow (`LetterFacts`), `About` what
 * the chapter knows of the thing it is about.
 */
export interface NoticeFacts<Said = Readonly<Record<string, unknown>>, About = LetterContext | null> {
  readonly shop: ShopFacts;
  /** Null when it is not on file. */
  readonly process: ProcessFacts | null;
  /** Null when no chapter knows of it. */
  readonly about: About;
  /** To whom this copy speaks. */
  readonly audience: Audience;
  /** Whom it greets. */
  readonly recipientName: string;
  /** When the notice was made, shop time: the same at every try. */
  readonly writtenAt: number;
  /** What the workflow said: ids, choices, amounts, instants. */
  readonly notice: Said;
  /** Private words under the notice's text id: a reason, a suggestion. */
  readonly words: string | null;
  /** Where its button leads: a signed page of the customer's or supplier's, or for staff the task or what it is about; null = nowhere. */
  readonly link: string | null;
}

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
