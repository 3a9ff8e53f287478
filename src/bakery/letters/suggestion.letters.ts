import { defineOrderLetter } from '../../orders/letters/order-letter.letters';

/** To the department concerned: a customer's opinion (AFT-91). */
export const suggestion = defineOrderLetter<{ readonly attempt: number }>({
  recipient: 'staff',
  rules: ['AFT-91'],
  cards: [
    ({ words }, p) => ({
      heading: p.named({ zh: '意见与建议', en: 'Opinion' }),
      rows: words ? [{ label: p.locale.labels.words, value: words, strong: true }] : [],
    }),
    'work',
  ],
  life: {},
  name: { zh: '顾客建议', en: 'customer suggestion' },
  words: {
    zh: {
      subject: '【顾客建议】订单 {order}',
      title: '顾客的意见与建议',
      paragraphs: ['回访订单 {order} 的顾客时收到以下意见，请贵部门阅处，并作为改进的依据。'],
      button: '查看订单',
    },
    en: {
      subject: '[Suggestion] order {order}',
      title: 'A customer’s opinion',
      paragraphs: ['When we called the customer of order {order} they told us the following. Please see to it and use it to improve.'],
      button: 'See the order',
    },
  },
});
