import { isTaskKind, taskRule } from '../tasks/tasks.rules';
import { isNoticeTemplate, letterOf, type AnyNoticeFacts } from './register.letters';
import { yes, type OwnValues } from './letter.letters';
import { contextKindOf } from './letter-contexts';
import { namesOf } from './names';
import type { Phrasing, Values } from './phrasing';

/** A text of the notice's; undefined when it says none. */
export const textIn = (x: unknown): string | undefined => (typeof x === 'string' && x !== '' ? x : undefined);
/** A number of the notice's; undefined when it says none. */
export const numberIn = (x: unknown): number | undefined => (typeof x === 'number' && Number.isFinite(x) ? x : undefined);

/** Why the customer is to be telephoned, in the reader's language (BAK-08). */
export function whyOf(notice: AnyNoticeFacts['notice'], p: Phrasing): string | null {
  const message = namesOf('why', textIn(notice['why']) ?? '');
  if (!message) return null;
  return p.say(p.named(message), {
    option: p.name('option', textIn(notice['option']) ?? ''),
    letter: letterName(textIn(notice['template']) ?? '', p),
  });
}
/** What a letter is called where another speaks of it: its title. */
const letterName = (template: string, p: Phrasing): string =>
  isNoticeTemplate(template) ? p.named(letterOf(template).words).title.replace(/\{[^]*\}/, '') : template;

const known = (values: OwnValues): Values =>
  Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string | number] => entry[1] !== null && entry[1] !== undefined),
  );

/**
 * Everything a message may name: what any letter has, what the chapter knows of the thing it is about, and the letter's own. What is not
 * known is left out, so that a message that needs it refuses to be written.
 */
export function valuesOf(facts: AnyNoticeFacts, p: Phrasing, own: OwnValues = {}): Values {
  const { about, process } = facts;
  const kind = contextKindOf(about);
  const values = known({ ...sharedValues(facts, p), ...(about && kind?.values({ ...facts, about }, p)), ...own });
  const called = kind ? p.say(p.named(kind).called, values) : process?.number;
  return { ...values, ...known({ about: called, aboutFirst: called && called.charAt(0).toUpperCase() + called.slice(1) }) };
}

/** What any letter has, whatever it is about. */
function sharedValues({ shop, recipientName, audience, notice, writtenAt, words, link }: AnyNoticeFacts, p: Phrasing): OwnValues {
  const { kind } = notice;
  const due = numberIn(notice['dueAt']);
  const why = whyOf(notice, p);
  return {
    shop: shop.name,
    shopAddress: shop.address,
    emergency: textIn(shop.emergencyContact),
    complaints: shop.complaintPhone,
    name: recipientName,
    audience,
    yours: yes(notice['yours']),
    why,
    hasWhy: yes(why),
    task: isTaskKind(kind) ? p.named(taskRule(kind)) : undefined,
    due: due && p.when(due),
    hasDue: yes(due),
    dueState: due === undefined ? 'none' : due < writtenAt ? 'past' : 'soon',
    words,
    hasWords: yes(words),
    link,
  };
}
