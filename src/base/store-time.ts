import { localDay, localTime, weekdayOf, type Calendar } from './calendar';

/** How people of one language read an instant of their store's clock. */
interface Reading {
  readonly weekdays: readonly string[];
  readonly say: (parts: { readonly year: number; readonly month: number; readonly day: number; weekday: string; time: string }) => string;
}
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const READINGS = {
  'zh-CN': {
    weekdays: ['星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'],
    say: ({ year, month, day, weekday, time }) => `${year}年${month}月${day}日 ${weekday} ${time}`,
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    say: ({ year, month, day, weekday, time }) => `${weekday} ${day} ${MONTHS[month - 1]} ${year}, ${time}`,
  },
} as const satisfies Record<string, Reading>;

/** An instant (epoch ms) in words by the store's own clock, with its weekday: `2026年12月1日 星期二 15:00`. */
export function sayDayAndHour(calendar: Calendar, at: number, language: keyof typeof READINGS): string {
  const date = localDay(calendar, at);
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const { weekdays, say } = READINGS[language];
  return say({ year, month, day, weekday: weekdays[weekdayOf(date) - 1] ?? '', time: localTime(calendar, at) });
}
