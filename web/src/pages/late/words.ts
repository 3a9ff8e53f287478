import { inBoth } from '../../words/words';

/** The words of the page of late tasks. */
export const LATE_WORDS = inBoth({
  zh: {
    title: '超时任务',
    count: (n: string) => `${n} 项已超时`,
    by: '分组方式',
    step: '按环节',
    person: '按人员',
    rule: '按规定',
    nothing: '现在没有超时的任务。',
    nobody: (role: string) => `未认领（${role}）`,
    told: (n: string) => `已上报 ${n} 级`,
    next: (at: string, to: string) => `${at} 上报给${to}`,
    nextAgain: (at: string) => `${at} 再次提醒`,
    noNext: '不再自动上报',
    paused: '计时已暂停',
    more: '显示更多',
  },
  en: {
    title: 'Late tasks',
    count: (n: string) => `${n} late`,
    by: 'Put together by',
    step: 'By step',
    person: 'By person',
    rule: 'By rule',
    nothing: 'Nothing is late.',
    nobody: (role: string) => `nobody yet (${role})`,
    told: (n: string) => (n === '1' ? 'raised once' : `raised ${n} times`),
    next: (at: string, to: string) => `raised to ${to} at ${at}`,
    nextAgain: (at: string) => `told again at ${at}`,
    noNext: 'raised no further',
    paused: 'the clock stands',
    more: 'Show more',
  },
});
