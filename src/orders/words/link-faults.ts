import type { Words } from '../../platform/words/instants';
import type { OrderFaults } from '../order-faults.messages';

/** What is said to a customer who comes by link. ICU messages. */
export const LINK_FAULTS = {
  'corrects-nothing': { zh: '至少须更正一项', en: 'Must correct something' },
  'nothing-said-wrong': { zh: '请说明哪里不对', en: 'Say what is wrong' },
  'confirmed-and-corrected': {
    zh: '不能与 confirmed: true 同时填写：无误则无须更正',
    en: 'Cannot come with confirmed: true; what is right needs no correction',
  },
  'not-four-digits': { zh: '须为四位数字', en: 'Must be four digits' },
  'digits-wrong': { zh: '与顾客电话不符', en: 'Are not those of the customer' },
  'digits-wrong-too-often': { zh: '此链接错误次数过多，请致电门店', en: 'Was wrong too often by this link; please call the shop' },
  'address-of-pickup': { zh: '到店自取无须填写地址', en: 'Is not needed: the order is collected at the shop' },
  'needs-digits': { zh: '更正须填写顾客电话的后四位。', en: 'A correction needs the last four digits of the customer’s telephone.' },
  'link-for-something-else': { zh: '此链接不能用于这里。', en: 'This link does not allow that.' },
  'no-link-of-order': { zh: '此订单没有该链接。', en: 'This order has no such link.' },
  'nothing-to-approve': { zh: '目前没有待您确认的设计稿。', en: 'No design draft waits for your answer.' },
  'rating-closed': { zh: '评分时间已过。', en: 'The time for a rating is over.' },
  'rated-already': { zh: '此订单已评分。', en: 'This order has been rated.' },
  'alternatives-answered': { zh: '备选方案已答复，或已不再需要。', en: 'The alternatives were answered, or are no longer needed.' },
} as const satisfies Partial<Record<keyof OrderFaults, Words>>;
