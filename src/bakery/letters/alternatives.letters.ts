import { ALTERNATIVES } from '../alternatives.rules';
import { defineBakeryLetter } from './bakery-letter.letters';
import { ENDED, EXCEPTION_CLOSED } from '../../process/outbox/life.letters';

/** To the customer: an ingredient has run out; options and reply link (BAK-60). */
export const alternatives = defineBakeryLetter<{ readonly exception: string; readonly item?: string | undefined }>({
  recipient: 'customer',
  rules: ['BAK-60'],
  urgent: true,
  cards: [
    (_facts, p) => ({ heading: p.named({ zh: '备选方案', en: 'Alternatives' }), items: Object.values(ALTERNATIVES).map(p.named) }),
    'goods',
  ],
  life: { falls: [{ event: 'alternative.chosen', same: { exception: 'exception' } }, EXCEPTION_CLOSED, ...ENDED] },
  values: ({ about: { rules } }) => ({ replyHours: rules?.alternativeReply.n }),
  name: { zh: '备选方案', en: 'alternatives to choose from' },
  words: {
    zh: {
      subject: '请您选择备选方案｜订单 {order}',
      title: '想请您选一个备选方案',
      paragraphs: [
        '非常抱歉，制作您的订单所需的{hasItem, select, yes {“{item}”} other {一种原料}}临时缺货。我们正在联系备选供应商，同时准备了下面的备选方案，供您选择。',
        '由此产生的差价由我们承担，您无需多付。请在 {replyHours} 小时内告诉我们您的选择；若都不合意，您也可以选择取消订单{paid, select, none {} other {并获得全额退款}}。',
      ],
      button: '选择备选方案',
      closing: ['若未收到您的回复，我们会致电与您商量。'],
      sms: '【{shop}】抱歉，订单{order}的{hasItem, select, yes {{item}} other {一种原料}}临时缺货，请选择备选方案（不加价）：{link}',
    },
    en: {
      subject: 'Please choose an alternative | order {order}',
      title: 'Please choose an alternative',
      paragraphs: [
        'We are sorry: {hasItem, select, yes {“{item}”} other {an ingredient}} for your order has run out. We are asking other suppliers, and meanwhile offer you the alternatives below.',
        'They cost you nothing extra. Please tell us your choice within {replyHours} hours. If none of them suits you, you may cancel{paid, select, none {} other { and get all your money back}}.',
      ],
      button: 'Choose an alternative',
      closing: ['If we do not hear from you, we will call you.'],
      sms: '{shop}: sorry, {hasItem, select, yes {{item}} other {an ingredient}} for order {order} has run out. Please choose an alternative at no extra cost: {link}',
    },
  },
});
