import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { REFUNDED } from '../../process/outbox/life.letters';

interface Declined {
  readonly refundFen: number;
  /** It was paid back before the letter went out. */
  readonly paid?: true;
}

/** To the customer: it cannot be made (BAK-27). */
export const orderDeclined = defineOrderLetter<Declined>({
  recipient: 'customer',
  rules: ['BAK-27'],
  cards: [],
  life: { renewed: [{ ...REFUNDED, adding: { paid: true } }] },
  name: { zh: '无法承接', en: 'order declined' },
  words: {
    zh: {
      subject: '很抱歉，这次无法承接｜订单 {order}',
      title: '很抱歉，无法承接',
      paragraphs: [
        '感谢您想到我们。经过认真评估，我们在您希望的时间内无法保证订单 {order} 的品质，因此不得不婉拒。',
        '{refunds, select, yes {您已付的 {refund} {refundPaid, select, yes {已全额退还} other {将在 {refundDays} 日内全额退还}}。} other {您没有需要支付的款项。}}',
        '如果您愿意调整时间或款式，请致电 {complaints}，我们很乐意重新为您设计。',
      ],
      sms: '【{shop}】很抱歉，订单{order}经评估无法承接。{refunds, select, yes {已付{refund}{refundPaid, select, yes {已} other {将}}全额退还。} other {}}如愿调整请致电{complaints}',
    },
    en: {
      subject: 'We are sorry that we cannot take this order | order {order}',
      title: 'We are sorry',
      paragraphs: [
        'Thank you for thinking of us. After a careful look we cannot promise the quality of order {order} in the time you wish, and must decline it.',
        '{refunds, select, yes {The {refund} you have paid {refundPaid, select, yes {has been refunded in full} other {will be refunded in full within {refundDays} days}}.} other {You owe nothing.}}',
        'If another date or design would suit you, please call {complaints}: we would be glad to plan it again with you.',
      ],
      sms: '{shop}: we are sorry that we cannot take order {order}. {refunds, select, yes {{refund} {refundPaid, select, yes {has been} other {will be}} refunded in full.} other {}} Questions: {complaints}',
    },
  },
});
