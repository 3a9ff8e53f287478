import type { NoFacts } from '../../process/outbox/facts.letters';
import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { CHANGED, ENDED, OVERDUE, TROUBLE_ON_THE_WAY, moved } from '../../process/outbox/life.letters';

/** To the customer: the bakers have begun (BAK-08). */
export const makingStarted = defineOrderLetter<NoFacts>({
  recipient: 'customer',
  rules: ['BAK-08'],
  cards: ['delivery'],
  life: {
    falls: [...['packing', 'ready', 'out-for-delivery', 'delivered'].map(moved), ...TROUBLE_ON_THE_WAY, ...ENDED],
    renewed: [CHANGED, OVERDUE],
    newest: [],
  },
  name: { zh: '开始制作', en: 'making started' },
  words: {
    zh: {
      subject: '您的订单开始制作了｜订单 {order}',
      title: '开始制作了',
      paragraphs: [
        '烘焙师已经开始制作您的{goods}。',
        '{late, select, yes {原定的交付时间已过，非常抱歉；我们会尽快完成，并与您确认新的时间。} other {预计交付时间不变：{deliveryAt}。制作完成后我们会第一时间通知您。}}',
      ],
      button: '查看制作进度',
      sms: '【{shop}】订单{order}已开始制作，{late, select, yes {我们会尽快完成并与您联系。} other {预计{deliveryShort}交付。}}',
    },
    en: {
      subject: 'We have started making your order | order {order}',
      title: 'Making has started',
      paragraphs: [
        'Our bakers have started on your {goods}.',
        '{late, select, yes {The promised time has passed; we are sorry. We will finish it as soon as we can and agree a new time with you.} other {The promised time stands: {deliveryAt}. We will write again when it is ready.}}',
      ],
      button: 'Follow your order',
      sms: '{shop}: we have started making order {order}{late, select, yes {; we will finish it as soon as we can and be in touch.} other {, promised for {deliveryShort}.}}',
    },
  },
});
