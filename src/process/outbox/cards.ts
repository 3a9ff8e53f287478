import { reasonText } from '../../platform/words/reasons';
import type { Reason } from '../../base/reason';
import type { AnyNoticeFacts, LetterContext } from './facts';
import type { CardName } from './letter.letters';
import { contextKindOf } from './letter-contexts';
import type { Phrasing } from './phrasing';
import { whyOf } from './values';

export interface Row {
  readonly label: string;
  readonly value: string;
  /** The line the eye should find. */
  readonly strong?: boolean;
}
/** One product with its specification (BAK-34). */
export interface GoodsLine {
  readonly name: string;
  readonly details: readonly string[];
  readonly quantity: string;
  readonly amount: string;
}
/** A boxed part of a letter: goods, rows or items under a heading. */
export interface Card {
  readonly heading: string;
  readonly lines?: readonly GoodsLine[];
  readonly rows?: readonly Row[];
  readonly items?: readonly string[];
}
/** Makes a part of a letter about such a thing. */
export type CardOf<C extends LetterContext> = (facts: AnyNoticeFacts<C>, p: Phrasing) => Card;

/** A row to be: its label, and its value if that is known. */
export type GivenRow = readonly [label: string, value: string | null | undefined, strong?: 'strong'];

/** Rows of what is known; an unknown value is left out rather than shown empty. */
export const rowsOf = (given: readonly GivenRow[]): Row[] =>
  given.flatMap(([label, value, strong]) => (value ? [{ label, value, ...(strong && { strong: true }) }] : []));

/** Why it is due then, in the letter's language; a task without a deadline has no reason. */
function becauseOf({ reason, dueAt }: AnyNoticeFacts['notice'], p: Phrasing): string | null {
  if (typeof reason !== 'object' || reason === null || typeof dueAt !== 'number') return null;
  return reasonText(reason as Reason, dueAt, { language: p.language === 'en' ? 'en' : 'zh', when: p.shortWhen });
}

function task({ notice }: AnyNoticeFacts, p: Phrasing): Card {
  const { labels, headings } = p.locale;
  const { dueAt, rung } = notice;
  return {
    heading: headings.task,
    rows: rowsOf([
      [labels.why, whyOf(notice, p)],
      [labels.due, typeof dueAt === 'number' ? p.when(dueAt) : null, 'strong'],
      [labels.because, becauseOf(notice, p)],
      [labels.rung, typeof rung === 'number' ? String(rung) : null],
    ]),
  };
}

/** The part of that name, the context's or everybody's; null when what the letter is about has none. */
export function cardOf(name: CardName, facts: AnyNoticeFacts, p: Phrasing): Card | null {
  if (name === 'task') return task(facts, p);
  const { about } = facts;
  return (about && contextKindOf(about)?.cards[name]?.({ ...facts, about }, p)) ?? null;
}
