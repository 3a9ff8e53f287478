import type { Words } from '../../platform/words/instants';
import type { OrderFaults } from '../order-faults.messages';

/** What is said of where the order stands, or that it is away. ICU messages. */
export const STANDING_FAULTS = {
  'state-forbids': { zh: '订单状态为“{state}”，不能这样做。', en: 'The order is “{state}”, which does not allow this.' },
  'state-cannot-follow': { zh: '订单状态为“{from}”，不能变为“{to}”。', en: 'The order is “{from}”, so it cannot become “{to}”.' },
  'too-late-to-correct': {
    zh: '订单状态为“{state}”：收货信息只能电话更改。',
    en: 'The order is “{state}”: where it goes can only be changed by telephone.',
  },
  'not-late': { zh: '订单没有迟到。', en: 'The order is not late.' },
  'order-ended': { zh: '订单已经结束。', en: 'The order has come to its end.' },
  'order-lost': {
    zh: '此订单的流程已中断，操作未执行；店长的任务中有它的修复。',
    en: 'The workflow of this order was lost, and nothing was done; its repair is a task of the store manager.',
  },
  'only-what-ends-it': {
    zh: '此订单的操作已接近上限，只接受完成或取消订单所需的操作。',
    en: 'So much has been done to this order that it now takes only what is needed to end it.',
  },
  'no-order-here': { zh: '本店没有此订单。', en: 'There is no such order in your store.' },
  'order-away': {
    zh: '未能及时联系到订单，请以同一 Idempotency-Key 再问。',
    en: 'The order could not be reached in time; ask again with the same Idempotency-Key.',
  },
  'act-unwritten': {
    zh: '操作已被受理，但暂时无法写入记录；请以同一 Idempotency-Key 再问，不会重复执行。',
    en: 'The act was accepted and cannot be put to record yet; ask again with the same Idempotency-Key: it is not done twice.',
  },
  'order-not-started': {
    zh: '订单已登记，但流程尚未启动或正在修复，请稍后再试。',
    en: 'The order is on file but its workflow has not started yet, or is being repaired; try again shortly.',
  },
  'acts-in-flight': { zh: '此订单有十个操作正在处理，请稍后再试。', en: 'Ten acts on this order are under way; try again shortly.' },
} as const satisfies Partial<Record<keyof OrderFaults, Words>>;
