import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { CHANGED, DELIVERED, ENDED } from '../../process/outbox/life.letters';

/** To the customer: the change was not approved (BAK-37). */
export const changeRefused = defineOrderLetter<{ readonly change: string }>({
  recipient: 'customer',
  rules: ['BAK-37'],
  cards: [],
  life: { falls: [CHANGED, DELIVERED, ...ENDED] },
  name: { zh: '调整未获批准', en: 'change not approved' },
  words: {
    zh: {
      subject: '关于您的调整申请｜订单 {order}',
      title: '调整申请未能通过',
      paragraphs: [
        '非常抱歉，您对订单 {order} 的调整申请经店长审核未能通过，订单将按原内容继续制作。',
        '{hasWords, select, yes {原因：{words}} other {如需了解原因或商量其他办法，请随时致电 {complaints}。}}',
      ],
      button: '查看订单',
      sms: '【{shop}】抱歉，订单{order}的调整申请未能通过，将按原内容制作。详询{complaints}',
    },
    en: {
      subject: 'About the change you asked for | order {order}',
      title: 'The change could not be made',
      paragraphs: [
        'We are sorry: the change you asked for on order {order} could not be approved. We carry on with the order as it stands.',
        '{hasWords, select, yes {Reason: {words}} other {If you would like to know why, or look for another way, please call {complaints}.}}',
      ],
      button: 'See the order',
      sms: '{shop}: sorry, the change to order {order} was not approved; we carry on as it stands. Questions: {complaints}',
    },
  },
});
