import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { PAID, REFUNDED } from '../../process/outbox/life.letters';

/** To the customer: handed over, with what is still owed (BAK-08, BAK-77). */
export const orderDelivered = defineOrderLetter<{ readonly balanceFen: number }>({
  recipient: 'customer',
  rules: ['BAK-08'],
  cards: ['amounts'],
  life: { renewed: [PAID, REFUNDED, { event: 'price.allowed' }] },
  name: { zh: '订单送达', en: 'order delivered' },
  words: {
    zh: {
      subject: '您的订单已送达｜订单 {order}',
      title: '已交付',
      paragraphs: [
        '您的{goods}已于 {deliveredAt} 交付，感谢您的选择。',
        '{owes, select, yes {订单尚有尾款 {outstanding}，请与我们结清。} other {{paid, select, none {} other {款项已全部结清。}}}}{overpays, select, yes {您多付的 {overpaid} 会退还给您。} other {}}',
        '请按包装上的提示保存，并在保质期内享用。有任何不满意，请致电 {complaints}，我们一定负责到底。',
      ],
      button: '查看订单',
      sms: '【{shop}】订单{order}已交付，感谢您的选择。{owes, select, yes {尚有尾款{outstanding}待结清。} other {}}如有问题请致电{complaints}',
    },
    en: {
      subject: 'Your order has been delivered | order {order}',
      title: 'Delivered',
      paragraphs: [
        'Your {goods} was handed over on {deliveredAt}. Thank you for choosing us.',
        '{owes, select, yes {A balance of {outstanding} is still open; please settle it with us.} other {{paid, select, none {} other {Everything is paid.}}}}{overpays, select, yes { {overpaid} that you paid too much comes back to you.} other {}}',
        'Please keep it as the package says and enjoy it within its shelf life. If anything is not to your liking, call {complaints}: we will see to it.',
      ],
      button: 'See the order',
      sms: '{shop}: order {order} is delivered, thank you. {owes, select, yes {A balance of {outstanding} is open.} other {}} Questions: {complaints}',
    },
  },
});
