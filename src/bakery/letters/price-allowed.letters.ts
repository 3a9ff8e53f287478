import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { PAID, REFUNDED } from '../../process/outbox/life.letters';

interface Allowed {
  readonly allowanceFen: number;
  readonly refundFen: number;
  /** BAK-39. Where something goes back. */
  readonly refundBy?: number;
  /** It was paid back before the letter went out. */
  readonly paid?: true;
}

/** To the customer: part of the price is given up (BAK-76). */
export const priceAllowed = defineOrderLetter<Allowed>({
  recipient: 'customer',
  rules: ['BAK-76'],
  cards: ['amounts'],
  life: { renewed: [PAID, { ...REFUNDED, adding: { paid: true } }] },
  values: ({ notice }, p) => ({ allowance: p.money(notice.allowanceFen) }),
  name: { zh: '价格减免', en: 'price allowance' },
  words: {
    zh: {
      subject: '为您减免 {allowance}｜订单 {order}',
      title: '价格减免',
      paragraphs: [
        '很抱歉这次没能让您完全满意。经与您商定，订单 {order} 为您减免 {allowance}。',
        '{refunds, select, yes {其中您已支付的 {refund} {refundPaid, select, yes {已原路退还} other {将{hasRefundBy, select, yes {在 {refundBy} 前} other {在 {refundDays} 日内}}原路退还}}。} other {{owes, select, yes {减免后，待付尾款为 {outstanding}。} other {减免后，您没有需要支付的款项。}}}}',
      ],
      button: '查看订单',
      sms: '【{shop}】订单{order}为您减免{allowance}，{refunds, select, yes {{refund}{refundPaid, select, yes {已退还} other {将在{refundDays}日内退还}}} other {{owes, select, yes {待付尾款{outstanding}} other {无需再付款}}}}。详询{complaints}',
    },
    en: {
      subject: '{allowance} off the price | order {order}',
      title: 'Part of the price is given up',
      paragraphs: [
        'We are sorry that this order was not all that it should be. As agreed with you, {allowance} of the price of order {order} is given up.',
        '{refunds, select, yes {{refund} that you have paid already {refundPaid, select, yes {has been paid back} other {will be paid back {hasRefundBy, select, yes {by {refundBy}} other {within {refundDays} days}}}}.} other {{owes, select, yes {The balance is now {outstanding}.} other {There is nothing left to pay.}}}}',
      ],
      button: 'See the order',
      sms: '{shop}: {allowance} off the price of order {order}; {refunds, select, yes {{refund} {refundPaid, select, yes {has been paid back} other {comes back within {refundDays} days}}} other {{owes, select, yes {the balance is {outstanding}} other {nothing is left to pay}}}}. Questions: {complaints}',
    },
  },
});
