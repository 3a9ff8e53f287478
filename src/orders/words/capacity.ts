import type { Words } from '../../platform/words/instants';

/** What the settings of the capacity are called. */
export const CAPACITY_SETTINGS = {
  capacity: { zh: '每周产能', en: 'weekly capacity' },
  'capacity-days': { zh: '单日产能', en: 'capacity of single days' },
} as const satisfies Record<string, Words>;

/** What their fields are called. */
export const CAPACITY_FIELDS = {
  'capacity/work': { zh: '工种', en: 'kind of work' },
  'capacity/minutes': { zh: '每日上限（一人工作分钟数）', en: 'limit of each day (minutes of one person’s work)' },
  monday: { zh: '周一（分钟）', en: 'Monday (minutes)' },
  tuesday: { zh: '周二（分钟）', en: 'Tuesday (minutes)' },
  wednesday: { zh: '周三（分钟）', en: 'Wednesday (minutes)' },
  thursday: { zh: '周四（分钟）', en: 'Thursday (minutes)' },
  friday: { zh: '周五（分钟）', en: 'Friday (minutes)' },
  saturday: { zh: '周六（分钟）', en: 'Saturday (minutes)' },
  sunday: { zh: '周日（分钟）', en: 'Sunday (minutes)' },
  'capacity-days/day': { zh: '日期', en: 'day' },
  'capacity-days/work': { zh: '工种', en: 'kind of work' },
  'capacity-days/minutes': { zh: '当日上限（一人工作分钟数）', en: 'limit of the day (minutes of one person’s work)' },
  'capacity-days/reason': { zh: '原因', en: 'reason' },
} as const satisfies Record<string, Words>;

/** The unit behind a figure. */
export const CAPACITY_MINUTES: Words = { zh: '分钟', en: 'minutes' };

/** What an edit of the capacity does, and what it leaves. */
export const CAPACITY_HINT: Words = {
  zh: '一人工作的分钟数：两人各八小时为 960。已接的订单不变；当天可能因此超出上限。',
  en: 'Minutes of one person’s work: two people for eight hours are 960. Orders that were taken stay; a day may then hold more than it can do.',
};
