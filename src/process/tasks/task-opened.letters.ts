import type { TaskFacts } from '../outbox/facts.letters';
import { defineLetter } from '../outbox/letter.letters';
import { REASSIGNED, TASK_OVER } from '../outbox/life.letters';

/** To staff: a task is yours, or is open and you are told so that you can help. */
export const taskOpened = defineLetter<TaskFacts & { readonly yours?: boolean }>({
  recipient: 'staff',
  cards: ['task', 'work'],
  life: { falls: [...TASK_OVER, REASSIGNED], newest: ['task'] },
  name: { zh: '新任务', en: 'new task' },
  words: {
    zh: {
      subject: '【待办】{task}｜{about}',
      title: '{task}',
      paragraphs: [
        '{yours, select, yes {{about} 有一项工作需要您完成：{task}。} other {{about} 的“{task}”尚未完成，特此告知，请协助推动。}}',
        '{hasWhy, select, yes {原因：{why}电话号码见任务页面，不写在邮件里。} other {}}',
        '{hasDue, select, yes {请在 {due} 前完成。} other {请尽快处理。}}',
      ],
      button: '查看任务',
    },
    en: {
      subject: '[To do] {task} | {about}',
      title: '{task}',
      paragraphs: [
        '{yours, select, yes {{aboutFirst} has a step that is yours: {task}.} other {“{task}” of {about} is open; you are told so that you can help.}}',
        '{hasWhy, select, yes {Why: {why} The number stands on the task’s page, not in this letter.} other {}}',
        '{hasDue, select, yes {Please finish it by {due}.} other {Please see to it soon.}}',
      ],
      button: 'See the task',
    },
  },
});
