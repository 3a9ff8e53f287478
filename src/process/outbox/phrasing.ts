import type { Language } from './facts';
import { LOCALES } from './locales';
import type { Locale } from './locales/words';
import { namesOf, type NameList, type TwoNames } from './names';
import { fill, type Values } from '../../platform/words/messages';

export type { Values };

/** One language at one shop: messages, money and instants. The zone is always given; the host's is never used. */
export interface Phrasing {
  readonly language: Language;
  readonly locale: Locale;
  /** The one of two names, or of two wordings, that this language reads. */
  readonly named: <T>(row: TwoNames<T>) => T;
  /** @throws when the message names a value that is not there. */
  readonly say: (message: string, values?: Values) => string;
  /** Fen as yuan, `¥288.00`. */
  readonly money: (fen: number) => string;
  /** An instant in full, with year and weekday. */
  readonly when: (at: number) => string;
  /** The same without the year, for short messages. */
  readonly shortWhen: (at: number) => string;
  /** The store's days from one instant's date to another's. */
  readonly daysBetween: (from: number, to: number) => number;
  /** What an id is called; itself when it has no name. */
  readonly name: (list: NameList, id: string) => string;
  readonly list: (words: readonly string[]) => string;
}

const phrasings = new Map<string, Phrasing>();

/** The phrasing of a language in a zone; made once, since the formatters are dear. */
export function phrasingOf(language: Language, zone: string): Phrasing {
  const key = `${language}\n${zone}`;
  const known = phrasings.get(key);
  if (known) return known;
  const made = createPhrasing(language, zone);
  phrasings.set(key, made);
  return made;
}

function createPhrasing(language: Language, zone: string): Phrasing {
  const locale = LOCALES[language];
  const money = new Intl.NumberFormat(language, { style: 'currency', currency: 'CNY', currencyDisplay: 'narrowSymbol' });
  const day = { month: 'long', day: 'numeric', weekday: 'short', timeZone: zone } as const;
  const dates = new Intl.DateTimeFormat(language, { ...day, year: 'numeric' });
  const shortDates = new Intl.DateTimeFormat(language, day);
  const times = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone });
  const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: zone });
  const dayNumber = (at: number): number => Date.parse(isoDay.format(at)) / 86_400_000;
  const named = <T>(row: TwoNames<T>): T => row[language === 'en' ? 'en' : 'zh'];
  return {
    language,
    locale,
    named,
    say: (message, values) => fill(language, message, values),
    money: (fen) => money.format(given(fen) / 100),
    when: (at) => `${dates.format(given(at))} ${times.format(at)}`,
    shortWhen: (at) => `${shortDates.format(given(at))} ${times.format(at)}`,
    daysBetween: (from, to) => dayNumber(to) - dayNumber(from),
    name: (list, id) => {
      const row = namesOf(list, id);
      return row ? named(row) : id;
    },
    list: (words) => words.join(locale.lists.and),
  };
}

/** No sum and no hour is made up: of nothing the formatters would write `NaN`, or the present hour. @throws when it is not there. */
function given(x: number): number {
  if (!Number.isFinite(x)) throw new RangeError('A sum or an hour is missing.');
  return x;
}
