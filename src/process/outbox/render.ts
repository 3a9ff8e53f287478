import Handlebars from 'handlebars';
import { MissingValueError } from 'intl-messageformat';
import { MAIL_TEMPLATES } from '../../generated/mail-templates';
import { letterOf, type NoticeTemplate } from './register.letters';
import type { Demand, Letter } from './letter.letters';
import type { Card } from './card';
import { cardOf } from './cards';
import { LetterIncomplete, type Language, type NoticeFacts } from './facts';
import { contextKindOf } from './letter-contexts';
import { phrasingOf, type Phrasing, type Values } from './phrasing';
import { valuesOf } from './values';

/** A letter ready to be sent; `sms` is null where only e-mail makes sense. */
export interface Rendered {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly sms: string | null;
}

/** A letter as its reader has it before them, whatever it is drawn as. */
export interface LetterView {
  readonly language: Language;
  readonly subject: string;
  readonly preheader: string;
  readonly shop: string;
  readonly title: string;
  /** What it is about. */
  readonly about: string | null;
  readonly greeting: string;
  readonly paragraphs: readonly string[];
  readonly button: { readonly label: string; readonly url: string } | null;
  readonly cards: readonly Card[];
  readonly closing: readonly string[];
  readonly footer: readonly string[];
}

const letterHtml = Handlebars.compile<LetterView>(MAIL_TEMPLATES.letter, { strict: false });

/**
 * One letter in one language. Pure: the same facts give the same bytes, so a repeated sending repeats the letter.
 * @throws {LetterIncomplete} when it is about nothing that its chapter knows, when a clause demands what the facts lack (BAK-34), or when a
 * message names a value that is not known.
 */
export function renderLetter(name: string, letter: Letter, language: Language, facts: NoticeFacts): Rendered {
  if (letter.about !== undefined && facts.about?.kind !== letter.about)
    throw new LetterIncomplete(name, `its ${letter.about}`, letter.rules?.[0]);
  const [unmet] = unmetOf(letter, facts);
  if (unmet) throw new LetterIncomplete(name, unmet.what, unmet.rule);
  const p = phrasingOf(language, facts.shop.zone);
  try {
    const values = valuesOf(facts, p, letter.values?.(facts, p));
    const view = viewOf(letter, facts, p, values);
    const short = facts.audience === 'customer' ? p.named(letter.words).sms : undefined;
    return {
      subject: view.subject,
      text: asText(view, p),
      html: letterHtml(view),
      sms: short === undefined ? null : p.say(short, values).trim(),
    };
  } catch (error) {
    if (!(error instanceof MissingValueError || error instanceof RangeError)) throw error;
    throw new LetterIncomplete(name, `a value (${error.message})`);
  }
}

/** BAK-34. What clauses demand of a letter and its facts lack. */
export const unmetOf = ({ demands = [] }: Letter, facts: NoticeFacts): Demand[] => demands.filter(({ given }) => !given(facts));

/** What a letter says in one language, for whoever draws it. Its demands must be met (`unmetOf`). */
export function viewOfLetter(letter: Letter, language: Language, facts: NoticeFacts): LetterView {
  const p = phrasingOf(language, facts.shop.zone);
  return viewOf(letter, facts, p, valuesOf(facts, p, letter.values?.(facts, p)));
}

/** A letter of the service, by its name. */
export const renderNotice = (template: NoticeTemplate, language: Language, facts: NoticeFacts): Rendered =>
  renderLetter(template, letterOf(template), language, facts);

function viewOf(letter: Letter, facts: NoticeFacts, p: Phrasing, values: Values): LetterView {
  const { frame } = p.locale;
  const kind = contextKindOf(facts.about);
  const around = kind ? p.named(kind) : frame.around;
  const words = p.named(letter.words);
  const say = (message: string): string => p.say(message, values).trim();
  const paragraphs = words.paragraphs.map(say).filter((paragraph) => paragraph !== '');
  const { audience } = facts;
  const cards = letter.recipient === audience ? letter.cards : (letter.others ?? ['work']);
  return {
    language: p.language,
    subject: oneLine(say(words.subject)),
    preheader: paragraphs[0] ?? '',
    shop: facts.shop.name,
    title: say(words.title),
    about: audience === 'supplier' || !kind ? null : say(p.named(kind).line),
    greeting: say(frame.greetings[audience]),
    paragraphs,
    button: words.button && facts.link ? { label: say(words.button), url: facts.link } : null,
    cards: cards
      .map((card) => (typeof card === 'string' ? cardOf(card, facts, p) : card(facts, p)))
      .filter((card) => card !== null)
      .filter(({ lines = [], rows = [], items = [] }) => lines.length + rows.length + items.length > 0),
    closing: [...(words.closing ?? []).map(say), ...(audience === 'customer' ? [say(around.signature)] : [])],
    footer: [...frame.footers[audience], ...(audience === 'customer' ? [around.sentBy] : [])].map(say),
  };
}

/** A header is one line, whatever a name may hold. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

function asText(view: LetterView, p: Phrasing): string {
  const { colon } = p.locale.lists;
  const cards = view.cards.map((card) =>
    [
      `■ ${card.heading}`,
      ...(card.lines ?? []).flatMap((line) => [
        `${line.name}  ${[line.quantity, line.amount].filter(Boolean).join(' = ')}`,
        ...line.details.map((detail) => `  ${detail}`),
      ]),
      ...(card.rows ?? []).map((row) => `${row.label}${colon}${row.value}`),
      ...(card.items ?? []).map((item) => `• ${item}`),
    ].join('\n'),
  );
  const head = [view.title, ...(view.about ? [view.about] : [])].join('\n');
  const button = view.button ? [`${view.button.label}${colon}${view.button.url}`] : [];
  return [head, view.greeting, ...view.paragraphs, ...button, ...cards, ...view.closing, `—\n${view.footer.join('\n')}`].join('\n\n');
}
