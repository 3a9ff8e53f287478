import { reasonText } from '../../platform/words/reasons';
import type { Reason } from '../../base/reason';
import { rowsOf, type Card } from './card';
import type { CardName } from './letter.letters';
import { contextKindOf } from './letter-contexts';
import type { Phrasing } from './phrasing';
import type { AnyNoticeFacts } from './register.letters';
import { whyOf } from './values';

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
