import type { ExceptionType } from '../../orders/exceptions.messages';
import { defineOrderLetter } from '../../orders/letters/order-letter.letters';
import { CHANGED, DELIVERED, ENDED, EXCEPTION_CLOSED } from '../../process/outbox/life.letters';

interface Reported {
  readonly exception: string;
  readonly type: ExceptionType;
  readonly item: string | null;
  /** Until when somebody is to answer it (BAK-86, BAK-76). */
  readonly dueAt: number;
}
interface Overdue {
  readonly type: 'overdue';
}
/** BAK-71. The dispatch check says so, before anything has happened. */
interface SevereWeather {
  readonly type: 'severe-weather';
  readonly step: 'dispatch-check';
}

/** To staff: something is wrong (BAK-58, 61, 72, 76), or the promised hour has passed (BAK-39). */
export const exceptionReported = defineOrderLetter<Reported | Overdue | SevereWeather>({
  recipient: 'staff',
  rules: ['BAK-58', 'BAK-39', 'BAK-61', 'BAK-71', 'BAK-72', 'BAK-76'],
  urgent: true,
  cards: ['exception', 'work'],
  life: {
    falls: [
      EXCEPTION_CLOSED,
      ...[...ENDED, DELIVERED, CHANGED].map((fact) => ({ ...fact, having: { type: 'overdue' } })),
      ...[...ENDED, DELIVERED].map((fact) => ({ ...fact, having: { step: 'dispatch-check' } })),
    ],
  },
  name: { zh: '异常通报', en: 'problem reported' },
  words: {
    zh: {
      subject: '【异常】{exceptionType}｜订单 {order}',
      title: '异常：{exceptionType}',
      paragraphs: [
        '订单 {order} 报告了一项异常：{exceptionType}{hasItem, select, yes {（{item}）} other {}}。',
        '请立即查看，{hasDue, select, yes {并在 {due} 前按制度响应。} other {并按制度响应。}}',
      ],
      button: '查看订单',
    },
    en: {
      subject: '[Exception] {exceptionType} | order {order}',
      title: 'Exception: {exceptionType}',
      paragraphs: [
        'Order {order} has an exception: {exceptionType}{hasItem, select, yes { ({item})} other {}}.',
        'Please look at it at once and respond {hasDue, select, yes {by {due}, as the rules say.} other {as the rules say.}}',
      ],
      button: 'See the order',
    },
  },
});
