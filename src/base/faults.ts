import type { Position } from './departments';

/** A fault that needs no more than its name. */
export type Bare = Readonly<Record<never, never>>;

/** What is said against any request, whatever it is about. `src/platform/words` has the words. */
export interface HouseFaults {
  // the shape of a field
  required: Bare;
  'wrong-type': { readonly expected: string };
  'too-short': { readonly min: number };
  'too-long': { readonly max: number };
  'too-small': { readonly min: number };
  'too-large': { readonly max: number };
  'too-few': { readonly min: number };
  'too-many': { readonly max: number };
  'not-one-of': { readonly values: readonly string[] };
  'not-a-multiple-of': { readonly of: number };
  'wrong-format': { readonly format: string };
  'unknown-field': Bare;
  blank: Bare;
  'not-an-instant': Bare;
  'out-of-years': Bare;
  'not-a-date': Bare;
  'not-a-month': Bare;
  'not-an-id': Bare;
  'not-an-sms-phone': Bare;
  'not-an-address': Bare;
  'not-a-telephone': Bare;
  'not-a-time-of-day': Bare;
  'ends-before-it-begins': Bare;
  'overlaps-the-one-before': Bare;
  'unseen-character': Bare;
  'given-twice': Bare;
  'not-utf8': Bare;
  'unkeepable-character': Bare;
  'unkeepable-field-name': Bare;
  'nested-too-deeply': Bare;
  'not-a-page-size': Bare;
  'only-fields': { readonly values: readonly string[] };
  'not-a-token': { readonly max: number };
  'not-a-whole-number': { readonly min: number; readonly max: number };
  'not-a-list': { readonly min: number; readonly max: number };
  'not-milliseconds': Bare;
  'not-a-text': { readonly max: number };
  'over-kilobytes': { readonly max: number };
  'over-megabytes': { readonly max: number };
  'header-malformed': { readonly name: string };
  // pictures
  'photo-missing': Bare;
  'one-photo-and-step': Bare;
  'unknown-picture': Bare;
  'broken-picture': Bare;
  'heic-undecodable': Bare;
  'over-megapixels': { readonly megapixels: number; readonly max: number };
  'no-boundary': Bare;
  // who asks
  'needs-role': { readonly roles: readonly Position[] };
  'no-token': Bare;
  'session-over': Bare;
  'csrf-missing': Bare;
  'login-wrong': Bare;
  'password-temporary': Bare;
  'password-wrong': Bare;
  'password-as-before': Bare;
  'link-unknown': Bare;
  'link-over': Bare;
  'link-withdrawn': Bare;
  'link-spent': Bare;
  'too-many-tries': Bare;
  // how it is asked
  'fields-invalid': { readonly count: number };
  'message-unreadable': Bare;
  'no-address-here': Bare;
  'body-too-large': Bare;
  'charset-unsupported': Bare;
  'not-json': Bare;
  'form-unexpected': Bare;
  unreadable: Bare;
  'send-as': { readonly type: string };
  'photo-as-form': Bare;
  'not-a-picture': Bare;
  'cursor-damaged': Bare;
  'key-malformed': Bare;
  'key-of-another-request': Bare;
  'methods-are': { readonly methods: readonly string[] };
  // what is away
  'key-under-way': Bare;
  'key-taken-over': Bare;
  'records-away': Bare;
  'broken-here': Bare;
}

/**
 * Everything that can be said against a request or one of its fields, with what its words need; the process and the chapters add theirs. Codes are
 * public, as those of `REFUSALS` are. Words in every language come with `defineWords`, each list held to its codes. `…At` is epoch ms of shop time,
 * `…Fen` fen.
 */
export interface FaultParams extends HouseFaults {}

export type FaultCode = keyof FaultParams;
/** What is wrong, as data: worded in the reader's language where it is answered. Never carries personal data. */
export type Fault = {
  readonly [C in FaultCode]: keyof FaultParams[C] extends never
    ? { readonly code: C; readonly params?: undefined }
    : { readonly code: C; readonly params: FaultParams[C] };
}[FaultCode];
/** One bad field of a request: a JSON pointer, what is wrong with it, and the rule it stands under. */
export type FieldError = { readonly pointer: string; readonly rule?: string } & Fault;
