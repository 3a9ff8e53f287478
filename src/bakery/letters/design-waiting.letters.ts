import { yes } from '../../process/outbox/letter.letters';
import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { ENDED } from '../../process/outbox/life.letters';

/** To the customer: please confirm the draft (BAK-25). */
export const designWaiting = defineOrderLetter<{ readonly draft: number; readonly again?: true }>({
  recipient: 'customer',
  rules: ['BAK-25'],
  cards: ['goods'],
  life: { falls: [{ event: 'design.confirmed' }, { event: 'design.rejected' }, ...ENDED], newest: [] },
  values: ({ notice }) => ({ draft: notice.draft, again: yes(notice.again) }),
  name: { zh: '请确认设计稿', en: 'design to confirm' },
  words: {
    zh: {
      subject: '请确认您的设计稿｜订单 {order}',
      title: '设计稿待您确认',
      paragraphs: [
        '{again, select, yes {您的设计稿（第 {draft} 稿）还在等待您的确认，特此提醒。} other {您的设计稿（第 {draft} 稿）已经准备好，订单顾问会请您过目。}}',
        '看过之后，请点下方按钮确认，或写下想调整的地方，我们会修改后再请您确认；确认之后我们才会安排制作。如果还没有看到设计稿，请致电 {complaints}。',
      ],
      button: '确认设计稿或提出修改',
      sms: '【{shop}】订单{order}的设计稿（第{draft}稿）待您确认，确认后即安排制作：{link}',
    },
    en: {
      subject: 'Please confirm your design | order {order}',
      title: 'Your design awaits you',
      paragraphs: [
        '{again, select, yes {Draft {draft} of your design is still waiting for your word.} other {Draft {draft} of your design is ready, and your consultant shows it to you.}}',
        'When you have seen it, please confirm it with the button below, or write there what should be different; we then change the draft and ask you again. We start only after you have confirmed it. If you have not seen the draft, please call {complaints}.',
      ],
      button: 'Confirm the design or ask for a new draft',
      sms: '{shop}: draft {draft} of order {order} awaits your confirmation: {link}',
    },
  },
});
