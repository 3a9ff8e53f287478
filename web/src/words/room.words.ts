import { inBoth } from './words';

/** How much work a day can take and what of it is taken, wherever that stands. */
export const ROOM_WORDS = inBoth({
  zh: {
    /** Minutes of one person's work. */
    span: (minutes: number): string =>
      minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时${minutes % 60 > 0 ? ` ${minutes % 60} 分钟` : ''}`,
    free: (span: string) => `剩 ${span}`,
    full: '已满',
    over: (span: string) => `已满，超出 ${span}`,
    none: '无产能',
    unlimited: '不限',
    closed: '休息',
    taken: (span: string) => `已排 ${span}`,
    limit: (span: string) => `可排 ${span}`,
  },
  en: {
    span: (minutes: number): string =>
      minutes < 60 ? `${minutes} min` : `${Math.floor(minutes / 60)} h${minutes % 60 > 0 ? ` ${minutes % 60} min` : ''}`,
    free: (span: string) => `${span} free`,
    full: 'full',
    over: (span: string) => `full, ${span} over`,
    none: 'nothing done',
    unlimited: 'no limit',
    closed: 'closed',
    taken: (span: string) => `${span} taken`,
    limit: (span: string) => `of ${span}`,
  },
});
