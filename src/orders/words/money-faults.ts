import type { Words } from '../../platform/words/instants';
import type { OrderFaults } from '../order-faults.messages';

/** What is said of amounts. ICU messages. */
export const MONEY_FAULTS = {
  'over-the-balance': { zh: '超过应付金额，尚欠 {outstandingFen}', en: 'Is more than is owed: {outstandingFen} are outstanding' },
  'not-the-balance': { zh: '尾款应为 {outstandingFen}', en: 'The balance is {outstandingFen}' },
  'not-the-refund': { zh: '应退金额为 {refundFen}', en: 'The refund owed is {refundFen}' },
  'refund-out-of-range': {
    zh: '退款须介于零与尚未退还的已收款 {heldFen} 之间',
    en: 'The refund must lie between nothing and the {heldFen} that were received and not given back yet',
  },
  'manager-decides-refund': { zh: '退款金额由店长决定', en: 'The amount is the store manager’s to decide' },
  'cause-decides-refund': {
    zh: '退款由此取消原因决定；只有非双方原因才填写金额',
    en: 'The cause decides the refund; an amount is given where it is neither side’s',
  },
  'no-refund-while-going-on': { zh: '订单继续进行时不退款', en: 'Nothing is given back while the order goes on' },
  'reason-for-neither': { zh: '非双方原因须说明理由', en: 'Is required: the cause is neither side’s' },
  'over-the-record': { zh: '与已有记录合计超过 {mostFen}', en: 'Comes, with what is on record, to more than {mostFen}' },
  'over-the-price': { zh: '超过订单金额 {priceFen}', en: 'Is more than the order costs, {priceFen}' },
} as const satisfies Partial<Record<keyof OrderFaults, Words>>;
