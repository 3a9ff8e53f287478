import { tagOf, type Language } from '../words/tongue';

/** In whose zone and language instants are shown. */
export interface When {
  readonly zone: string;
  readonly language: Language;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const formats = new Map<string, Intl.DateTimeFormat>();
/** Making a format takes as long as a hundred uses of it. */
function format({ zone, language }: When, name: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${name} ${language} ${zone}`;
  const known = formats.get(key) ?? new Intl.DateTimeFormat(tagOf(language), { ...options, timeZone: zone, hourCycle: 'h23' });
  formats.set(key, known);
  return known;
}

const TIME = { hour: '2-digit', minute: '2-digit' } as const;
const DATE = { month: 'short', day: 'numeric', weekday: 'short' } as const;

/** Epoch ms of an instant of the API. */
export const epoch = (instant: string): number => Date.parse(instant);

/** `15:00`. */
export const showTime = (instant: string | number, when: When): string => format(when, 'time', TIME).format(at(instant));

/** `12月5日 周六` / `Sat 5 Dec`; with the year where it is another than that of `now`. */
export function showDay(instant: string | number, when: When, now: number): string {
  const sameYear = yearOf(at(instant), when) === yearOf(now, when);
  const shown = format(when, sameYear ? 'day' : 'long day', sameYear ? DATE : { ...DATE, year: 'numeric' }).format(at(instant));
  return when.language === 'zh' ? shown.replace(/日(周.)/, '日 $1') : shown.replace(',', '');
}

/** `12月5日 周六 15:00` / `Sat 5 Dec 15:00`: the only way in which an instant is shown. */
export const showInstant = (instant: string | number, when: When, now: number): string =>
  `${showDay(instant, when, now)} ${showTime(instant, when)}`;

const yearOf = (ms: number, when: When): string => format(when, 'year', { year: 'numeric' }).format(ms);
const at = (instant: string | number): number => (typeof instant === 'number' ? instant : epoch(instant));

/** `2026-12-05`: the store's day. */
export function dayOf(ms: number, zone: string): string {
  const parts = format({ zone, language: 'en' }, 'parts', { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(ms);
  const part = (type: string): string => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The day so many days after one of the calendar, both `2026-12-05`. */
export const dayAfter = (day: string, days: number): string => dayOf(noonOf(day) + days * DAY, 'UTC');

/** `12月5日 周六` / `Sat 5 Dec`, of a day of the calendar; with the year where it is another than that of `now`. */
export const showDate = (day: string, language: Language, now: number): string => showDay(noonOf(day), { zone: 'UTC', language }, now);

/** A day of the calendar is the same wherever it is noon. */
const noonOf = (day: string): number => epoch(`${day}T12:00:00Z`);

/** `2026年12月` / `December 2026`, of a month of the calendar, `2026-12`. */
export const showMonth = (month: string, language: Language): string =>
  format({ zone: 'UTC', language }, 'month', { year: 'numeric', month: 'long' }).format(noonOf(`${month}-01`));

/** Whether an instant lies on the same day of the store as `now`. */
export const isToday = (instant: string | number, zone: string, now: number): boolean => dayOf(at(instant), zone) === dayOf(now, zone);

const WORDS = {
  zh: {
    day: '天',
    hour: '小时',
    minute: '分钟',
    late: (span: string) => `已超时 ${span}`,
    left: (span: string) => `还有 ${span}`,
    now: '不到1分钟',
  },
  en: {
    day: ' d',
    hour: ' h',
    minute: ' min',
    late: (span: string) => `${span} late`,
    left: (span: string) => `in ${span}`,
    now: 'under 1 min',
  },
} as const;

/** A span in its two largest parts: `3天2小时`, `1小时10分钟`, `22分钟`. @param ms not negative. */
export function showSpan(ms: number, language: Language): string {
  const words = WORDS[language];
  const gap = language === 'zh' ? '' : ' ';
  const [days, hours, minutes] = [Math.floor(ms / DAY), Math.floor((ms % DAY) / HOUR), Math.floor((ms % HOUR) / MINUTE)];
  const parts = [
    [days, words.day],
    [hours, words.hour],
    [minutes, words.minute],
  ] as const;
  const shown = parts
    .slice(parts.findIndex(([n]) => n > 0))
    .slice(0, 2)
    .filter(([n]) => n > 0);
  return days + hours + minutes === 0 ? words.now : shown.map(([n, unit]) => `${n}${unit}`).join(gap);
}

/** How far a deadline is: `还有 1小时10分钟`, `已超时 22分钟`. */
export function showDistance(dueAt: number, now: number, language: Language): string {
  const words = WORDS[language];
  return dueAt < now ? words.late(showSpan(now - dueAt, language)) : words.left(showSpan(dueAt - now, language));
}
