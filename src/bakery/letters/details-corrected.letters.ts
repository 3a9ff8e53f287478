import { yes } from '../../process/outbox/letter.letters';
import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { DELIVERED, ENDED } from '../../process/outbox/life.letters';

/** To the customer and the consultant: what was corrected by link (BAK-45). Each correction is a warning of its own. */
export const detailsCorrected = defineOrderLetter<{ readonly address: boolean; readonly recipient: boolean }>({
  recipient: 'customer',
  rules: ['BAK-45'],
  urgent: true,
  cards: ['delivery'],
  life: { falls: [DELIVERED, ...ENDED] },
  values: ({ notice }) => ({ addressCorrected: yes(notice.address), recipientCorrected: yes(notice.recipient) }),
  name: { zh: '交付信息更正', en: 'delivery details corrected' },
  words: {
    zh: {
      subject: '交付信息已更正｜订单 {order}',
      title: '交付信息已更正',
      paragraphs: [
        '订单 {order} 的{addressCorrected, select, yes {{recipientCorrected, select, yes {送货地址和收件人} other {送货地址}}} other {收件人}}刚刚在订单页面上更正，即时生效。',
        '{audience, select, staff {请核对更正后的交付信息；如有疑问，请致电顾客确认。} other {如果这不是您的意思，请立即致电 {complaints}。}}',
      ],
      button: '查看订单',
      sms: '【{shop}】订单{order}的{addressCorrected, select, yes {{recipientCorrected, select, yes {送货地址和收件人} other {送货地址}}} other {收件人}}已更正。如非您本意，请立即致电{complaints}。{link}',
    },
    en: {
      subject: 'The delivery details were corrected | order {order}',
      title: 'The delivery details were corrected',
      paragraphs: [
        'On the page of order {order} the {addressCorrected, select, yes {{recipientCorrected, select, yes {address and the recipient were} other {address was}}} other {recipient was}} just corrected; this holds from now on.',
        '{audience, select, staff {Please check the corrected details; if in doubt, call the customer.} other {If this is not what you want, please call {complaints} at once.}}',
      ],
      button: 'See the order',
      sms: '{shop}: the {addressCorrected, select, yes {{recipientCorrected, select, yes {address and the recipient} other {address}}} other {recipient}} of order {order} changed. If this is not what you want, call {complaints} at once. {link}',
    },
  },
});
