import type { Words } from '../../platform/words/instants';
import type { Language } from '../outbox/facts';

/** What a shop says of itself, as its people call it; chapters add theirs to the list. */
export const SETTING_NAMES = {
  store: { zh: '门店与营业时间', en: 'store and hours' },
  people: { zh: '员工', en: 'people' },
  absences: { zh: '缺勤', en: 'absences' },
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
  'people/name': { zh: '姓名', en: 'name' },
  'people/login': { zh: '登录名', en: 'login' },
  'people/roles': { zh: '角色', en: 'roles' },
  'people/departments': { zh: '所在部门', en: 'departments' },
  'people/headOf': { zh: '负责的部门', en: 'leads the departments' },
  'people/email': { zh: '邮箱', en: 'e-mail' },
  'people/phone': { zh: '电话', en: 'telephone' },
  'people/language': { zh: '语言', en: 'language' },
  'people/deputyId': { zh: '代理人', en: 'deputy' },
  'people/active': { zh: '在职', en: 'works here' },
  'absences/staffId': { zh: '员工', en: 'who' },
  'absences/from': { zh: '开始', en: 'from' },
  'absences/until': { zh: '结束（不含）', en: 'until' },
} as const satisfies Record<string, Words>;

/** What somebody is addressed in, each called in itself. */
export const LANGUAGE_NAMES = {
  'zh-CN': { zh: '中文', en: '中文' },
  en: { zh: 'English', en: 'English' },
} as const satisfies Record<Language, Words>;

/** What is told of people beside their names. */
export const STANDINGS = {
  left: { zh: '已停用', en: 'has left' },
  'until-further-notice': { zh: '另行通知为止', en: 'until further notice' },
} as const satisfies Record<string, Words>;

/** What whoever fills in these settings should know. */
export const SETTING_HINTS = {
  login: {
    zh: '之后不可更改。初始密码在“密码与登录”中生成。',
    en: 'Stays as it is afterwards. The first password is given in “Passwords and sessions”.',
  },
  deputy: { zh: '缺勤时代为答复任务，并收到其通知。', en: 'Answers their tasks, and has their letters, while they are away.' },
  'own-absence': { zh: '他人的缺勤由店长登记。', en: 'The absence of somebody else is entered by the store manager.' },
  until: { zh: '不填：另行通知为止。', en: 'Left out: until further notice.' },
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
