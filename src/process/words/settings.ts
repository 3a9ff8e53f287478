import type { Words } from '../../platform/words/instants';

/** What a shop says of itself, as its people call it; chapters add theirs to the list. */
export const SETTING_NAMES = {
  store: { zh: '门店与营业时间', en: 'store and hours' },
  closures: { zh: '休息日与加开日', en: 'closures and extra days' },
} as const satisfies Record<string, Words>;

/** What the fields of these settings are called. */
export const SETTING_FIELDS = {
  'store/name': { zh: '店名', en: 'name of the store' },
  'store/address': { zh: '地址', en: 'address' },
  'store/phone': { zh: '顾客电话与投诉电话', en: 'telephone for customers and complaints' },
  emergencyContact: { zh: '应急联系方式', en: 'emergency contact' },
  windows: { zh: '每日营业时段', en: 'hours of a day' },
  'store/from': { zh: '开始', en: 'from' },
  'store/to': { zh: '结束', en: 'to' },
  weekdays: { zh: '营业的星期', en: 'weekdays' },
  'closures/day': { zh: '日期', en: 'day' },
  'closures/open': { zh: '当天营业', en: 'open that day' },
  'closures/reason': { zh: '原因', en: 'reason' },
} as const satisfies Record<string, Words>;

/** Whether the store is open on a day of its own. */
export const CLOSURE_NAMES = {
  open: { zh: '营业', en: 'open' },
  closed: { zh: '休息', en: 'closed' },
} as const satisfies Record<string, Words>;

/** What a closure does, and what it leaves. */
export const CLOSURE_HINT: Words = {
  zh: '此后计算的日期与期限按此日历；已有订单上已经算好的时间不变。',
  en: 'Dates and deadlines that are reckoned from now on go by it; what running orders have reckoned already stays.',
};

/** Weekdays by their ISO number. */
export const WEEKDAY_NAMES = {
  '1': { zh: '周一', en: 'Monday' },
  '2': { zh: '周二', en: 'Tuesday' },
  '3': { zh: '周三', en: 'Wednesday' },
  '4': { zh: '周四', en: 'Thursday' },
  '5': { zh: '周五', en: 'Friday' },
  '6': { zh: '周六', en: 'Saturday' },
  '7': { zh: '周日', en: 'Sunday' },
} as const satisfies Record<string, Words>;
