import type { Words } from '../../platform/words/instants';
import type { CancelCause, RecordCost } from '../order.messages';
import type { ExceptionType } from '../exceptions.messages';

/** BAK-39, BAK-40. Whose the cause of a cancellation is. */
export const CAUSES = {
  store: { zh: '我方原因', en: 'our cause' },
  customer: { zh: '顾客原因', en: 'the customer’s cause' },
  neither: { zh: '非双方原因', en: 'nobody’s cause' },
} as const satisfies Record<CancelCause, Words>;

/** BAK-58. What may go wrong. */
export const EXCEPTIONS = {
  'ingredient-shortage': { zh: '原料短缺', en: 'ingredient shortage' },
  'process-problem': { zh: '工艺难题', en: 'process problem' },
  'food-safety': { zh: '食品安全', en: 'food safety' },
  'delivery-problem': { zh: '配送异常', en: 'delivery problem' },
  'severe-weather': { zh: '恶劣天气', en: 'severe weather' },
  'receipt-problem': { zh: '签收异常', en: 'receipt problem' },
  other: { zh: '其他', en: 'other' },
} as const satisfies Record<ExceptionType, Words>;

/** BAK-76, BAK-86. How an exception ends, and what the store manager decides of its order. */
const OUTCOMES = {
  resolved: { zh: '已解决', en: 'resolved' },
  accept: { zh: '顾客接受', en: 'accepted' },
  replace: { zh: '更换', en: 'replace' },
  'partial-refund': { zh: '部分退款', en: 'partial refund' },
  refuse: { zh: '顾客拒收', en: 'refused' },
  escalate: { zh: '升级处理', en: 'escalate' },
  complete: { zh: '已到齐', en: 'complete' },
  sourced: { zh: '已找到供应商', en: 'a supplier was found' },
  'order-cancelled': { zh: '订单已取消', en: 'the order was cancelled' },
  continue: { zh: '继续', en: 'go on' },
  rework: { zh: '返工', en: 'make again' },
  change: { zh: '调整订单', en: 'change the order' },
  cancel: { zh: '取消订单', en: 'cancel the order' },
} as const satisfies Record<string, Words>;

/** How money comes in; a way that is none of these is `other`, as an exception is. */
export const METHODS = {
  cash: { zh: '现金', en: 'cash' },
  card: { zh: '银行卡', en: 'card' },
  wechat: { zh: '微信', en: 'WeChat' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  transfer: { zh: '转账', en: 'transfer' },
} as const satisfies Record<string, Words>;

/** BAK-40. What an order has cost so far. */
export const COSTS = {
  ingredients: { zh: '原料', en: 'ingredients' },
  labour: { zh: '人工', en: 'labour' },
  packaging: { zh: '包装', en: 'packaging' },
  delivery: { zh: '配送', en: 'delivery' },
  waste: { zh: '损耗', en: 'waste' },
} as const satisfies Record<RecordCost['cost'], Words>;

/** AFT-89. How a customer is followed up. */
const FOLLOW_UPS = {
  telephone: { zh: '电话', en: 'telephone' },
  sms: { zh: '短信', en: 'text message' },
  questionnaire: { zh: '问卷', en: 'questionnaire' },
  visit: { zh: '上门', en: 'visit' },
} as const satisfies Record<string, Words>;

/** What people choose of any kind of order. */
export const ORDER_CHOICES = { ...CAUSES, ...EXCEPTIONS, ...OUTCOMES, ...METHODS, ...COSTS, ...FOLLOW_UPS };
