import { inBoth } from '../words/words';

/** What the keys do. */
export const SHORTCUT_WORDS = inBoth({
  zh: {
    title: '快捷键',
    find: '查找',
    rows: '下一项、上一项',
    claim: '认领或退回任务',
    handOn: '转交任务',
    why: '为什么是这个时间',
    answer: '提交并继续下一项',
    back: '返回、关闭',
    keys: '显示快捷键',
  },
  en: {
    title: 'Keys',
    find: 'find',
    rows: 'next and previous row',
    claim: 'take a task or give it back',
    handOn: 'hand a task on',
    why: 'why this time',
    answer: 'answer and go on',
    back: 'back, close',
    keys: 'show the keys',
  },
});
