import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { CHANGED, DELIVERED, ENDED } from '../../process/outbox/life.letters';

/** To the customer: until then the order can be changed (BAK-36). */
export const changeWindowClosing = defineOrderLetter<{ readonly endsAt: number }>({
  recipient: 'customer',
  rules: ['BAK-36'],
  cards: ['goods', 'delivery'],
  life: { falls: [{ event: 'change-window.closed' }, DELIVERED, ...ENDED], renewed: [CHANGED], newest: [] },
  name: { zh: '调整期即将结束', en: 'change window closing' },
  words: {
    zh: {
      subject: '订单内容可调整至 {windowEndsAt}｜订单 {order}',
      title: '调整期即将结束',
      paragraphs: [
        '如果您还想调整订单内容，请在 {windowEndsAt} 前致电 {complaints}；调整由店长确认后生效。',
        '之后我们将按现有内容安排制作。若一切无需改动，您不必做任何事。',
      ],
      button: '查看订单',
      sms: '【{shop}】订单{order}的内容可在{windowEndsShort}前致电{complaints}申请调整，之后将按现有内容制作。查看订单：{link}',
    },
    en: {
      subject: 'Changes are possible until {windowEndsAt} | order {order}',
      title: 'Last call for changes',
      paragraphs: [
        'If you would like to change anything, please call {complaints} by {windowEndsAt}. A change takes effect once the store manager has approved it.',
        'After that we make the order as it stands. If everything is right, you need not do anything.',
      ],
      button: 'See the order',
      sms: '{shop}: order {order} can be changed until {windowEndsShort}; to change it call {complaints}. After that we make it as it stands: {link}',
    },
  },
});
