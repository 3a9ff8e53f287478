import type { Words } from '../../platform/words/instants';
import type { OrderFaults } from '../order-faults.messages';

/** What is said of an order’s particulars, of the photos that prove something, and of its exceptions. ICU messages. */
export const FIELD_FAULTS = {
  'not-on-sale': { zh: '此产品目前停售', en: 'Is not on sale at present' },
  'in-the-past': { zh: '须为将来的时间', en: 'Must lie in the future' },
  'in-the-future': { zh: '不得晚于现在', en: 'Lies in the future' },
  'before-intake': { zh: '早于订单录入', en: 'Lies before the order was taken' },
  'after-delivery': { zh: '晚于约定交付', en: 'Lies after the promised delivery' },
  'too-far-ahead': { zh: '不得超过今后 {days} 天', en: 'Lies more than {days} days ahead' },
  'not-a-whole-hour': { zh: '须为门店当地时间（{zone}）的整点', en: 'Must be a whole hour by the clock of the store ({zone})' },
  'requirements-unsaid': { zh: '请选择要求，或明确填写 ["none"]', en: 'Choose the requirements, or say ["none"]' },
  'none-excludes-others': { zh: '“none”不能与其他要求并列', en: '"none" excludes every other requirement' },
  'order-too-large': { zh: '合计超出一张订单的上限', en: 'Come to more than an order can hold' },
  'courier-needs-it': { zh: '送货上门须填写', en: 'A courier needs it' },
  'kind-not-taken': { zh: '目前只接受烘焙订单', en: 'Only bakery orders are taken so far' },
  'needs-unchecked': { zh: '须先与顾客核对需求', en: 'The needs must have been checked with the customer' },
  'day-full': {
    zh: '{day} 的“{work}”产能不足：还可安排 {freeMinutes} 分钟，需要 {needsMinutes} 分钟',
    en: '{day} has {freeMinutes} minutes left for {work}, and {needsMinutes} are needed',
  },
  'before-from': { zh: '不得早于起始日期', en: 'Lies before the first day' },
  'too-many-days': { zh: '一次最多查询 {max} 天', en: 'At most {max} days at a time' },
  'other-order-number': { zh: '填写的订单号与此订单不符', en: 'The order number typed is not this order’s' },
  'one-of-two': { zh: '须且只须填写其一：{values}', en: 'Exactly one of these is needed: {values}' },

  'not-a-phone-to-find': {
    zh: '须为完整的电话号码，或其后四位',
    en: 'Must be a whole telephone number, or its last four digits',
  },

  'not-a-photo-of-this-order': { zh: '不是此订单的照片，请先上传', en: 'Is not a photo of this order; upload it first' },
  'picture-of-another-step': {
    zh: '与步骤“{steps}”的照片相同，请另拍“{step}”',
    en: 'Is the very picture of “{steps}”; take one of “{step}”',
  },

  'not-an-exception-of-this-order': { zh: '不是此订单的异常', en: 'Is not an exception of this order' },
  'no-exception-of-order': { zh: '此订单没有该异常。', en: 'This order has no such exception.' },
  'not-a-shortage': { zh: '不是原料短缺', en: 'Is not a shortage' },
  'not-open': { zh: '已经处理完毕', en: 'Is not open any more' },
  'write-off-unexplained': { zh: '核销须说明理由', en: 'Say why it is written off' },
} as const satisfies Partial<Record<keyof OrderFaults, Words>>;
