import { inBoth } from '../../words/words';

/** The words of the week. */
export const WEEK_WORDS = inBoth({
  zh: {
    title: '一周产能',
    turn: '翻到其他日期',
    earlier: '前一周',
    today: '从今天起',
    later: '后一周',
    orders: (n: number) => `${n} 单`,
  },
  en: {
    title: 'The week’s capacity',
    turn: 'Other dates',
    earlier: 'A week earlier',
    today: 'From today',
    later: 'A week later',
    orders: (n: number) => (n === 1 ? 'one order' : `${n} orders`),
  },
});
