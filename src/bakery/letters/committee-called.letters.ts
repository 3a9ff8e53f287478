import type { ExceptionType } from '../../orders/exceptions.messages';
import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { EXCEPTION_CLOSED } from '../../process/outbox/life.letters';

interface Called {
  readonly exception: string;
  readonly type: ExceptionType;
  readonly item: string | null;
  readonly round: number;
  readonly dueAt: number;
}

/** To the food-safety committee: please vote (BAK-81). */
export const committeeCalled = defineOrderLetter<Called>({
  recipient: 'staff',
  rules: ['BAK-81'],
  urgent: true,
  cards: ['exception', 'work'],
  life: {
    falls: [EXCEPTION_CLOSED, { event: 'committee.decided', same: { exception: 'exception', round: 'round' } }],
    newest: ['exception'],
  },
  name: { zh: '委员会表决通知', en: 'committee called to vote' },
  words: {
    zh: {
      subject: '【食品安全】请委员表决｜订单 {order}',
      title: '食品安全委员会表决',
      paragraphs: [
        '订单 {order} 出现食品安全问题，已暂停。请各位委员立即查看证据，{hasDue, select, yes {在 {due} 前} other {}}于待办中表决：放行、暂停或销毁。',
        '未达到法定人数时，订单保持暂停。',
      ],
      button: '查看订单',
    },
    en: {
      subject: '[Food safety] Please vote | order {order}',
      title: 'Food-safety committee: please vote',
      paragraphs: [
        'Order {order} has a food-safety problem and is held. Please look at the evidence and cast your vote in the inbox{hasDue, select, yes { by {due}} other {}}: release, hold or destroy.',
        'Without a quorum the order stays held.',
      ],
      button: 'See the order',
    },
  },
});
