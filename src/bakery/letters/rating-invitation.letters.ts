import { yes } from '../../process/outbox/letter.letters';
import { defineOrderLetter } from '../../orders/letters/order-letter.letters';

/** To the customer: please rate us (BAK-82). */
export const ratingInvitation = defineOrderLetter<{ readonly again: boolean }>({
  recipient: 'customer',
  rules: ['BAK-82'],
  cards: [],
  life: { falls: [{ event: 'order.rated' }], newest: [] },
  values: ({ notice }) => ({ again: yes(notice.again) }),
  name: { zh: '评价邀请', en: 'invitation to rate' },
  words: {
    zh: {
      subject: '这次的体验如何？｜订单 {order}',
      title: '请为我们打分',
      paragraphs: [
        '{again, select, yes {还没有收到您的评价，您的一句话对我们非常重要。} other {希望您喜欢我们制作的{goods}。}}',
        '请用一分钟为这次服务打分（满分 5 分），也欢迎留下您的意见，我们会逐条认真阅读。',
      ],
      button: '去评分',
      sms: '【{shop}】感谢您的惠顾，请为订单{order}打分，您的意见我们都会认真阅读：{link}',
    },
    en: {
      subject: 'How was it? | order {order}',
      title: 'How did we do?',
      paragraphs: [
        '{again, select, yes {We have not heard from you yet; a word from you means a lot to us.} other {We hope you enjoyed the {goods}.}}',
        'Please take a minute to rate us (5 is best), and tell us what you think. We read every comment.',
      ],
      button: 'Rate us',
      sms: '{shop}: thank you! Please rate order {order}; we read every comment: {link}',
    },
  },
});
