import type { TaskFacts } from '../outbox/facts.letters';
import { defineLetter } from '../outbox/letter.letters';
import { REASSIGNED, TASK_OVER } from '../outbox/life.letters';

/** To staff: due soon. */
export const taskReminder = defineLetter<TaskFacts>({
  recipient: 'staff',
  urgent: true,
  cards: ['task', 'work'],
  life: {
    falls: [...TASK_OVER, REASSIGNED, { event: 'task.breached', same: { task: 'task' } }, { event: 'task.paused', same: { task: 'task' } }],
    newest: ['task'],
  },
  name: { zh: '任务提醒', en: 'task reminder' },
  words: {
    zh: {
      subject: '【提醒】{task}{dueState, select, soon {即将到期} past {已逾期} other {尚未完成}}｜{about}',
      title: '{task}{dueState, select, soon {即将到期} past {已逾期} other {尚未完成}}',
      paragraphs: [
        '{about} 的“{task}”还未完成。',
        '{hasWhy, select, yes {原因：{why}电话号码见任务页面，不写在邮件里。} other {}}',
        '{dueState, select, soon {截止时间是 {due}，请留意。} past {应在 {due} 前完成，现已逾期，请尽快处理。} other {请尽快处理。}}',
      ],
      button: '查看任务',
    },
    en: {
      subject: '[Reminder] {task} {dueState, select, soon {is due soon} past {is late} other {is still open}} | {about}',
      title: '{dueState, select, soon {Due soon} past {Late} other {Still open}}: {task}',
      paragraphs: [
        '“{task}” of {about} is not done yet.',
        '{hasWhy, select, yes {Why: {why} The number stands on the task’s page, not in this letter.} other {}}',
        '{dueState, select, soon {It is due by {due}.} past {It was due by {due}; please see to it now.} other {Please see to it soon.}}',
      ],
      button: 'See the task',
    },
  },
});
