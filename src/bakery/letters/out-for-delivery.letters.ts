import type { NoFacts } from '../../process/outbox/facts.letters';
import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { DELIVERED, ENDED, OVERDUE, REPLACED, TROUBLE_ON_THE_WAY } from '../../process/outbox/life.letters';

/** To the customer: it has left the shop (BAK-08). */
export const outForDelivery = defineOrderLetter<NoFacts>({
  recipient: 'customer',
  rules: ['BAK-08'],
  urgent: true,
  cards: ['delivery'],
  life: { falls: [DELIVERED, REPLACED, ...TROUBLE_ON_THE_WAY, ...ENDED], renewed: [OVERDUE], newest: [] },
  name: { zh: '正在派送', en: 'out for delivery' },
  words: {
    zh: {
      subject: '您的订单正在派送｜订单 {order}',
      title: '正在派送',
      paragraphs: [
        '您的{goods}已从店里出发，{late, select, yes {正尽快送往您处} other {预计 {deliveryAt} 送达}}。',
        '签收时请当面检查；如有破损或不符，请立即告诉派送员，我们现场处理。',
      ],
      button: '查看订单',
      sms: '【{shop}】订单{order}正在派送，{late, select, yes {将尽快送达} other {预计{deliveryShort}送达}}，请保持电话畅通并当面验收。',
    },
    en: {
      subject: 'Your order is on its way | order {order}',
      title: 'On its way',
      paragraphs: [
        'Your {goods} has left the shop and {late, select, yes {is coming to you as fast as we can} other {should arrive by {deliveryAt}}}.',
        'Please check it together with the courier. If anything is damaged or not as ordered, say so at once and we will put it right on the spot.',
      ],
      button: 'See the order',
      sms: '{shop}: order {order} is on its way{late, select, yes {} other {, expected {deliveryShort}}}. Please check it together with the courier.',
    },
  },
});
