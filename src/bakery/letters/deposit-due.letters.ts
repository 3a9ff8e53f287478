import { yes } from '../../process/outbox/letter.letters';
import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { CHANGED, ENDED, PAID } from '../../process/outbox/life.letters';

interface Asked {
  readonly missingFen: number;
  /** An accepted order has changed, and costs more. */
  readonly changed: boolean;
  readonly again?: true;
}

/** To the customer: please pay the prepayment, what is missing of it, or more of it after a change (BAK-31). */
export const depositDue = defineOrderLetter<Asked>({
  recipient: 'customer',
  rules: ['BAK-31'],
  cards: ['goods', 'amounts', 'delivery'],
  life: { falls: [PAID, { event: 'order.accepted' }, CHANGED, ...ENDED], newest: [] },
  values: ({ notice: { missingFen, changed, again }, about: { order } }, p) => ({
    missing: p.money(missingFen),
    asks: changed ? 'raised' : missingFen < order.depositFen ? 'rest' : 'whole',
    again: yes(again),
  }),
  name: { zh: '预付款通知', en: 'prepayment asked for' },
  words: {
    zh: {
      subject: '请{asks, select, whole {支付} other {补付}}预付款 {missing}｜订单 {order}',
      title: '订单预付款',
      paragraphs: [
        '{again, select, yes {温馨提醒：{asks, select, whole {我们还没有收到您的预付款。} other {您的预付款尚未补足。}}} other {{asks, select, raised {您的订单已调整。} rest {感谢您的付款，预付款还差一部分。} other {好消息，您的订单已通过审核，可以制作。}}}}',
        '{asks, select, raised {调整后的订单总额为 {total}，预付款需补足至 30%（{deposit}），请补付 {missing}；收到后我们即开始制作。} rest {订单总额为 {total}，30% 的预付款为 {deposit}，请补付 {missing}。收到后我们会正式接单，并把《定制订单确认函》发给您。} other {按照定制订单的约定，请先支付 30% 的预付款 {missing}（订单总额 {total}）。收到后我们会正式接单，并把《定制订单确认函》发给您。}}',
        '付款方式请与您的订单顾问联系；若您已付款，请忽略本提醒，我们核对后会尽快确认。',
      ],
      button: '查看订单',
      sms: '【{shop}】订单{order}{asks, select, raised {请补付预付款{missing}，到账后即开始制作。} rest {请补付预付款{missing}，到账后即正式接单。} other {请支付预付款{missing}，到账后即正式接单。}}详询{complaints}',
    },
    en: {
      subject: 'Please pay {asks, select, whole {the prepayment of} other {the rest of the prepayment,}} {missing} | order {order}',
      title: 'Your prepayment',
      paragraphs: [
        '{again, select, yes {A gentle reminder: {asks, select, whole {your prepayment has not reached us yet.} other {a part of your prepayment is still missing.}}} other {{asks, select, raised {Your order has been changed.} rest {Thank you for your payment; a part of the prepayment is still missing.} other {Good news: your order has been reviewed and can be made.}}}}',
        '{asks, select, raised {The total is now {total}, so the prepayment of 30 % ({deposit}) needs another {missing}. We start when it is here.} rest {The prepayment is 30 % of {total}, that is {deposit}; please pay the remaining {missing}. When it is here we accept the order and send you the confirmation letter.} other {A custom order is accepted with a prepayment of 30 %: {missing} of a total of {total}. When it is here we send you the confirmation letter.}}',
        'Your consultant will tell you how to pay. If you have paid already, please ignore this letter; we will confirm shortly.',
      ],
      button: 'See the order',
      sms: '{shop}: {asks, select, raised {please add {missing} to the prepayment of order {order}; we then start.} rest {please add {missing} to the prepayment of order {order}; we then accept it.} other {please pay the prepayment of {missing} for order {order}; we then accept it.}} Questions: {complaints}',
    },
  },
});
