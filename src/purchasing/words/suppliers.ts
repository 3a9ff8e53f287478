import type { Words } from '../../platform/words/instants';

/** What the list of suppliers is called among the settings. */
export const SUPPLIER_SETTINGS = {
  suppliers: { zh: '备选供应商', en: 'backup suppliers' },
} as const satisfies Record<string, Words>;

/** What the fields of a supplier are called. */
export const SUPPLIER_FIELDS = {
  'suppliers/name': { zh: '名称', en: 'name' },
  'suppliers/channel': { zh: '询货方式', en: 'asked by' },
  'suppliers/email': { zh: '邮箱', en: 'e-mail' },
  'suppliers/url': { zh: '接口地址', en: 'address of its service' },
  'suppliers/items': { zh: '可供原料', en: 'ingredients it has' },
  'suppliers/rank': { zh: '询货次序', en: 'rank' },
  limitMinutes: { zh: '等候答复（分钟）', en: 'waited for (minutes)' },
  'suppliers/active': { zh: '使用中', en: 'in use' },
} as const satisfies Record<string, Words>;

/** How a supplier is asked. */
export const SUPPLIER_CHANNELS = {
  email: { zh: '邮件', en: 'e-mail' },
  http: { zh: '接口', en: 'its own service' },
} as const satisfies Record<string, Words>;

/** What stands beside the name of a supplier. */
export const SUPPLIER_STATES = {
  idle: { zh: '停用', en: 'not in use' },
} as const satisfies Record<string, Words>;

/** What whoever enters a supplier should know. */
export const SUPPLIER_HINTS = {
  rank: { zh: '数字小的先问；相同的按名称先后。', en: 'The lowest is asked first; of equal ones, by name.' },
  limitMinutes: { zh: '超过此时间没有答复，就询问下一家。', en: 'Without an answer by then, the next one is asked.' },
} as const satisfies Record<string, Words>;
