import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { CHANGED, DELIVERED, ENDED, PAID, REFUNDED } from '../../process/outbox/life.letters';

interface Changed {
  readonly version: number;
  /** BAK-39. Until when what was paid too much comes back. */
  readonly refundBy?: number;
}

/** To the customer, and without money and address to whoever works on it: a new version holds (BAK-38). */
export const orderChanged = defineOrderLetter<Changed>({
  recipient: 'customer',
  rules: ['BAK-38'],
  cards: ['changes', 'goods', 'delivery', 'amounts'],
  others: ['changes', 'work'],
  life: { falls: [CHANGED, DELIVERED, ...ENDED], renewed: [PAID, REFUNDED], newest: [] },
  name: { zh: '订单已调整', en: 'order changed' },
  words: {
    zh: {
      subject: '订单已调整（第 {version} 版）｜订单 {order}',
      title: '订单已按新内容执行',
      paragraphs: [
        '订单 {order} 的调整申请已由店长批准，现按第 {version} 版执行。',
        '{audience, select, staff {请按下面的变化调整您负责的工作，此前的版本同时作废。} other {请以下方的最新内容为准，此前的版本同时作废。}}',
        '{overpays, select, yes {调整后的总额低于您已支付的款项，多付的 {overpaid} 将{hasRefundBy, select, yes {在 {refundBy} 前} other {在 {refundDays} 日内}}原路退还给您。} other {}}',
      ],
      button: '查看订单',
      sms: '【{shop}】订单{order}的调整已批准，交付时间{deliveryShort}，总额{total}。{overpays, select, yes {多付的{overpaid}将在{refundDays}日内退还。} other {}}{link}',
    },
    en: {
      subject: 'The order has changed (version {version}) | order {order}',
      title: 'The new version holds',
      paragraphs: [
        'The change to order {order} has been approved; version {version} now holds.',
        '{audience, select, staff {Please bring your work into line with the changes below. Earlier versions no longer hold.} other {Please go by the particulars below. Earlier versions no longer hold.}}',
        '{overpays, select, yes {The new total is less than you have paid: {overpaid} will be paid back to you {hasRefundBy, select, yes {by {refundBy}} other {within {refundDays} days}}.} other {}}',
      ],
      button: 'See the order',
      sms: '{shop}: the change to order {order} is approved. {deliveryShort}, total {total}. {overpays, select, yes {{overpaid} comes back to you within {refundDays} days. } other {}}{link}',
    },
  },
});
