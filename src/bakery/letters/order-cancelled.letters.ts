import type { CancelCause } from '../../orders/order.messages';
import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { REFUNDED } from '../../process/outbox/life.letters';

interface Cancelled {
  readonly cause: CancelCause;
  readonly refundFen: number;
  readonly costsFen: number;
  readonly receivedFen: number;
  /** Before this refund. */
  readonly refundedFen: number;
  /** It was paid back before the letter went out. */
  readonly paid?: true;
}

/** To the customer: the end, with the refund's reckoning (BAK-39…41). */
export const orderCancelled = defineOrderLetter<Cancelled>({
  recipient: 'customer',
  rules: ['BAK-39', 'BAK-40', 'BAK-41'],
  urgent: true,
  cards: ['calculation'],
  life: { renewed: [{ ...REFUNDED, adding: { paid: true } }] },
  name: { zh: '订单取消', en: 'order cancelled' },
  words: {
    zh: {
      subject: '订单已取消{refunds, select, yes {，退款 {refund}} other {}}｜订单 {order}',
      title: '订单已取消',
      paragraphs: [
        '{cause, select, store {非常抱歉，由于我方原因，您的订单未能完成。{refunds, select, yes {按约定，您已付的款项全额退还。} other {}}} customer {您的订单已按您的要求取消。{paid, select, none {} other {按约定，退款为已付款项扣除已实际产生的成本。}}} other {您的订单已取消{paid, select, none {。} other {，退款金额由店长按实际情况确定。}}}}',
        '{refunds, select, yes {退款 {refund} {refundPaid, select, yes {已原路退回} other {将在 {refundDays} 日内原路退回}}，计算方法见下表。} other {本订单没有需要退还的款项，计算方法见下表。}}',
      ],
      closing: ['期待下次有机会为您服务。'],
      sms: '【{shop}】订单{order}已取消，{refunds, select, yes {退款{refund}{refundPaid, select, yes {已退回} other {将在{refundDays}日内退回}}} other {无需退款}}。详询{complaints}',
    },
    en: {
      subject: 'The order is cancelled{refunds, select, yes {, refund {refund}} other {}} | order {order}',
      title: 'Order cancelled',
      paragraphs: [
        '{cause, select, store {We are sorry that, for reasons of ours, your order could not be completed. {refunds, select, yes {All you have paid is refunded.} other {}}} customer {Your order is cancelled as you asked. {paid, select, none {} other {As agreed, you get back what you paid less the costs that have actually arisen.}}} other {Your order is cancelled{paid, select, none {.} other {; the refund was decided by the store manager.}}}}',
        '{refunds, select, yes {{refund} {refundPaid, select, yes {has been paid back} other {will be paid back within {refundDays} days}}; the calculation is below.} other {There is nothing to pay back; the calculation is below.}}',
      ],
      closing: ['We hope to be of service another time.'],
      sms: '{shop}: order {order} is cancelled; {refunds, select, yes {{refund} {refundPaid, select, yes {has been paid back} other {comes back within {refundDays} days}}} other {there is no refund}}. Questions: {complaints}',
    },
  },
});
