import type { DeliveryMethod } from '../../orders/order.messages';
import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { DELIVERED, ENDED, OVERDUE, REPLACED, TROUBLE_ON_THE_WAY, moved } from '../../process/outbox/life.letters';

/** To the customer: it is packed; a backup plan may ask to collect what was to be brought (BAK-71). */
export const orderReady = defineOrderLetter<{ readonly method: DeliveryMethod }>({
  recipient: 'customer',
  rules: ['BAK-08', 'BAK-71'],
  cards: ['delivery'],
  life: {
    falls: [moved('out-for-delivery'), DELIVERED, { event: 'delivery.backup-plan' }, REPLACED, ...TROUBLE_ON_THE_WAY, ...ENDED],
    renewed: [OVERDUE],
    newest: [],
  },
  name: { zh: '订单备妥', en: 'order ready' },
  words: {
    zh: {
      subject: '您的订单已准备好｜订单 {order}',
      title: '已准备好',
      paragraphs: [
        '您的{goods}已制作、检验并包装完毕。',
        '{method, select, courier {我们将{late, select, yes {尽快} other {在 {deliveryAt} }}送到您指定的地址，请保持电话畅通。} other {欢迎您{late, select, yes {尽快} other {于 {deliveryAt} }}到店取货，地址：{shopAddress}。请凭订单号 {order} 领取。}}',
      ],
      button: '查看订单',
      sms: '【{shop}】订单{order}已备妥，{method, select, courier {将{late, select, yes {尽快} other {于{deliveryShort}}}送达} other {请{late, select, yes {尽快} other {于{deliveryShort}}}到店凭订单号领取}}。',
    },
    en: {
      subject: 'Your order is ready | order {order}',
      title: 'Ready',
      paragraphs: [
        'Your {goods} is made, checked and packed.',
        '{method, select, courier {We will bring it to the address you gave {late, select, yes {as soon as we can} other {on {deliveryAt}}}. Please keep your telephone at hand.} other {You are welcome to collect it {late, select, yes {as soon as you can} other {on {deliveryAt}}} at {shopAddress}. Please bring the order number {order}.}}',
      ],
      button: 'See the order',
      sms: '{shop}: order {order} is ready; {method, select, courier {it arrives {late, select, yes {as soon as we can} other {{deliveryShort}}}} other {please collect it {late, select, yes {as soon as you can} other {{deliveryShort}}}, quoting the number}}.',
    },
  },
});
