import { defineOrderLetter } from '../../orders/letters/order-letter.letters';

/** To the customer: the money is on its way (BAK-39). */
export const refundPaid = defineOrderLetter<{ readonly refundFen: number }>({
  recipient: 'customer',
  rules: ['BAK-39'],
  cards: [],
  life: {},
  name: { zh: '退款已付', en: 'refund paid' },
  words: {
    zh: {
      subject: '退款 {refund} 已支付｜订单 {order}',
      title: '退款已支付',
      paragraphs: ['订单 {order} 的退款 {refund} 已支付，到账时间以支付渠道为准。', '若三个工作日后仍未收到，请致电 {complaints}。'],
      sms: '【{shop}】订单{order}的退款{refund}已支付，请留意到账。详询{complaints}',
    },
    en: {
      subject: 'Your refund of {refund} has been paid | order {order}',
      title: 'Refund paid',
      paragraphs: [
        'The refund of {refund} for order {order} has been paid. How long it takes to reach you depends on the way of payment.',
        'If it is not there after three working days, please call {complaints}.',
      ],
      sms: '{shop}: the refund of {refund} for order {order} has been paid. Questions: {complaints}',
    },
  },
});
