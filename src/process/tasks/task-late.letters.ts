import type { Reason } from '../../base/reason';
import type { TaskKind } from './tasks.rules';
import type { TaskFacts } from '../outbox/facts.letters';
import { defineLetter } from '../outbox/letter.letters';
import { CHANGED, DELIVERED, ENDED, REASSIGNED, TASK_OVER } from '../outbox/life.letters';

/** A task of the record; `yours` in the owner's own copy. */
interface Late extends TaskFacts {
  readonly rung: number;
  readonly yours?: boolean;
}
/** BAK-52, BAK-70. The deadline of a step that nobody has begun: there is no task yet. */
interface NotBegun {
  readonly kind: TaskKind;
  readonly dueAt: number | null;
  readonly reason: Reason | null;
  readonly rung: number;
  readonly notBegun: boolean;
}

/** To staff: breached, and raised a rung (BAK-03). */
export const taskLate = defineLetter<Late | NotBegun>({
  recipient: 'staff',
  urgent: true,
  cards: ['task', 'work'],
  life: {
    falls: [
      ...TASK_OVER,
      { ...REASSIGNED, having: { yours: true } },
      { event: 'task.raised', same: { task: 'task' }, having: { yours: true } },
      { event: 'task.opened', same: { kind: 'kind' }, having: { notBegun: true } },
      ...[...ENDED, CHANGED, DELIVERED].map((fact) => ({ ...fact, having: { notBegun: true } })),
    ],
  },
  name: { zh: '任务逾期上报', en: 'task late' },
  words: {
    zh: {
      subject: '【逾期】{task}｜{about}',
      title: '{task}已逾期',
      paragraphs: [
        '{yours, select, yes {您负责的} other {}}{about} 的“{task}”{hasDue, select, yes {应在 {due} 前完成，} other {}}目前仍未完成{yours, select, yes {，并已按制度上报。} other {，现按制度上报给您。}}',
        '{hasWhy, select, yes {原因：{why}电话号码见任务页面，不写在邮件里。} other {}}',
        '{yours, select, yes {请尽快完成，如有困难请立即说明；} other {请了解情况并推动完成；}}工作完成之前，这项任务会一直保持打开。',
      ],
      button: '查看任务',
    },
    en: {
      subject: '[Late] {task} | {about}',
      title: 'Late: {task}',
      paragraphs: [
        '{yours, select, yes {Your step “{task}”} other {“{task}”}} of {about} {hasDue, select, yes {was due by {due} and is} other {is}} still open{yours, select, yes {; those above you have been told.} other {, so it has been raised to you.}}',
        '{hasWhy, select, yes {Why: {why} The number stands on the task’s page, not in this letter.} other {}}',
        '{yours, select, yes {Please finish it soon, or say at once what keeps you from it.} other {Please find out why and help to finish it.}} The task stays open until the work is done.',
      ],
      button: 'See the task',
    },
  },
});
