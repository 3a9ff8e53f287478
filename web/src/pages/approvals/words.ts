import { inBoth } from '../../words/words';

/** The words of the page of approvals. */
export const APPROVALS_WORDS = inBoth({
  zh: {
    title: '待您决定',
    waiting: (n: string) => `${n} 项待决定`,
    oldest: (waited: string) => `最久${waited}`,
    nothing: '现在没有等待您决定的事项。',
    choose: '选择一项以作决定。',
    waited: (span: string) => `已等 ${span}`,
    waitedOf: (span: string, whole: string) => `已等 ${span}，限 ${whole}`,
    lateBy: (span: string, whole: string) => `已超时：等了 ${span}，限 ${whole}`,
    more: '显示更多',
  },
  en: {
    title: 'Waiting for your decision',
    waiting: (n: string) => (n === '1' ? '1 waits' : `${n} wait`),
    oldest: (waited: string) => `the oldest: ${waited}`,
    nothing: 'Nothing waits for your decision.',
    choose: 'Choose what to decide.',
    waited: (span: string) => `${span} so far`,
    waitedOf: (span: string, whole: string) => `${span} of ${whole}`,
    lateBy: (span: string, whole: string) => `late: ${span} of ${whole}`,
    more: 'Show more',
  },
});
