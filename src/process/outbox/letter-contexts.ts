import { createRegister } from '../../base/register';
import type { Db } from '../../platform/db/client';
import type { Card } from './card';
import type { LetterContext } from './facts';
import type { CardName, OwnValues } from './letter.letters';
import type { AroundWords } from './locales/words';
import type { ClaimedNotice } from './notice.repository';
import type { Phrasing } from './phrasing';
import type { AnyNoticeFacts } from './register.letters';

/** Makes a part of a letter about such a thing. */
export type CardOf<C extends LetterContext> = (facts: AnyNoticeFacts<C>, p: Phrasing) => Card;

/** What a chapter adds to letters about its own: an order, a case, a campaign. */
export interface ContextKind<C extends LetterContext = LetterContext> {
  readonly zh: AroundWords;
  readonly en: AroundWords;
  /** What the chapter knows for a batch of notices, by notice id; of those that are none of its own it knows nothing. */
  readonly gather: (db: Db, notices: readonly ClaimedNotice[]) => Promise<ReadonlyMap<string, C>>;
  /** What messages of such letters may name; what is not known is left out. */
  readonly values: (facts: AnyNoticeFacts<C>, p: Phrasing) => OwnValues;
  /** Its boxed parts; `work` is for those who work on it. */
  readonly cards: Readonly<Partial<Record<CardName, CardOf<C>>>>;
}

const kinds = createRegister<ContextKind>('letter context');

/** Brings a chapter's letter context to the house. @throws when another chapter has one of that name. */
export const defineLetterContext = <C extends LetterContext>(kind: C['kind'], row: ContextKind<C>): void =>
  kinds.add({ [kind]: row as unknown as ContextKind });

/** What is made of this context; null for letters about nothing that a chapter knows. */
export const contextKindOf = (about: LetterContext | null): ContextKind | null => (about ? kinds.get(about.kind) : null);

/** What every chapter knows of these notices, by notice id, in the order of the chapters. */
export async function gatherContexts(db: Db, notices: readonly ClaimedNotice[]): Promise<Map<string, LetterContext[]>> {
  const found = new Map<string, LetterContext[]>();
  const gathered = await Promise.all(kinds.names().map((kind) => kinds.get(kind).gather(db, notices)));
  for (const contexts of gathered) for (const [id, context] of contexts) found.set(id, [...(found.get(id) ?? []), context]);
  return found;
}
