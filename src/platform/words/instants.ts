/** The languages people read here: the two names of every rulebook row. */
export type Tongue = 'zh' | 'en';
export type Words = Readonly<Record<Tongue, string>>;

/** Says an instant (epoch ms) on one zone's wall clock. */
export type SayInstant = (at: number) => string;

const sayers = new Map<string, SayInstant>();

/** `Tue 2026-12-01 10:00`, `2026-12-01 周二 10:00`: the weekday stands by, since a deadline is a day people know. Made once, since formatters are dear. */
export function instantsIn(language: Tongue, zone: string): SayInstant {
  const key = `${language} ${zone}`;
  const known = sayers.get(key);
  if (known) return known;
  const made = createSayer(language, zone);
  sayers.set(key, made);
  return made;
}

function createSayer(language: Tongue, timeZone: string): SayInstant {
  const dates = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' });
  const times = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'short' });
  const weekdays = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { timeZone, weekday: 'short' });
  return language === 'zh'
    ? (at) => `${dates.format(at)} ${weekdays.format(at)} ${times.format(at)}`
    : (at) => `${weekdays.format(at)} ${dates.format(at)} ${times.format(at)}`;
}
