import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { CHANGED, DELIVERED, ENDED, START_MOVED, moved } from '../../process/outbox/life.letters';

/** To the customer: 《温馨提示》, please confirm the delivery details (BAK-45). */
export const warmReminder = defineOrderLetter<{ readonly plannedStartAt: number | null }>({
  recipient: 'customer',
  rules: ['BAK-45'],
  cards: ['delivery', 'goods'],
  demands: [
    {
      what: 'the delivery method',
      rule: 'BAK-45',
      lack: { pointer: '/order/delivery', code: 'lacks-delivery-method' },
      given: ({ about }) => about.order.method !== null,
    },
  ],
  life: {
    falls: [{ event: 'details.confirmed' }, { event: 'details.unanswered' }, START_MOVED, moved('making'), DELIVERED, ...ENDED],
    renewed: [CHANGED],
    newest: [],
  },
  name: { zh: '温馨提示', en: 'warm reminder' },
  words: {
    zh: {
      subject: '《温馨提示》请确认交付信息｜订单 {order}',
      title: '温馨提示',
      paragraphs: [
        '您的订单将于 {plannedStartAt} 开始制作，我们满怀期待！',
        '为了让它准时、完好地到您手中，请花一分钟核对下面的交付信息。若都正确，请点“确认交付信息”；若收件人或地址有变，也可在同一页面更正。',
      ],
      button: '确认交付信息',
      closing: ['如果您来不及回复，我们的订单顾问会致电与您核对，制作不会因此耽误。'],
      sms: '【{shop}】温馨提示：订单{order}将于{plannedStartShort}开始制作，{deliveryShort}{method, select, courier {送达} other {到店自取}}，请确认交付信息：{link}',
    },
    en: {
      subject: 'A warm reminder: please confirm your delivery details | order {order}',
      title: 'A warm reminder',
      paragraphs: [
        'We start making your order on {plannedStartAt} and look forward to it!',
        'So that it reaches you on time and in good shape, please take a minute to check the details below. If they are right, confirm them; a new recipient or address can be given on the same page.',
      ],
      button: 'Confirm the details',
      closing: ['If you cannot answer in time, your consultant will call you; the making will not be held up.'],
      sms: '{shop}: we start order {order} on {plannedStartShort}; {method, select, courier {delivery} other {pick-up}} {deliveryShort}. Please confirm the details: {link}',
    },
  },
});
