import { event, type Tell } from '../../platform/words/events';
import { answer, by, choice, listed, named, person, phrase, position, refusal, when } from '../../platform/words/tells';
import { isTaskKind, taskRule } from '../tasks/tasks.rules';
import { PAUSES } from './tasks';

/** A task's event names its kind as `task`, `kind` or `taskKind`. */
const task: Tell = (data, { language }) => {
  const kind = [data['taskKind'], data['task'], data['kind']].find(isTaskKind);
  return kind && taskRule(kind)[language];
};

/** What happens in any process. */
export const PROCESS_EVENTS = {
  'step.not-begun': event('步骤到期仍未开始', 'A step has not begun by its deadline', task, by('dueAt')),
  'task.opened': event('任务已分派', 'A task was opened', task, by('dueAt')),
  'task.assigned': event('任务已指派', 'A task was assigned', task, person('to')),
  'task.reminded': event('已提醒', 'A reminder was sent', task),
  'task.breached': event('任务已逾期', 'A task is late', task, phrase('已通知{}', '{} was told', position('to'))),
  'task.moved': event('任务期限已调整', 'A task has a new deadline', task, by('dueAt'), phrase('原为 {}', 'it was {}', when('from'))),
  'task.paused': event('任务计时已暂停', 'The clock of a task stands', task, named(PAUSES, 'why')),
  'task.resumed': event('任务计时已恢复', 'The clock of a task goes on', task, by('dueAt')),
  'task.raised': event('任务已上报', 'A task was raised', task, position('to')),
  'task.voted': event('委员已表决', 'A vote was cast', answer('vote')),
  'task.done': event('任务已完成', 'A task was done', task, answer('outcome'), answer('decision'), answer('result')),
  'task.withdrawn': event('任务已撤回', 'A task was withdrawn', task, listed('withdrawal', 'why')),
  'photo.added': event('已上传照片', 'A photo was added', listed('step', 'step')),
  'repair.decided': event('补救已处理', 'A repair was decided', choice('action')),
  'notice.undeliverable': event('通知未能送达', 'A letter could not be delivered'),
  'letter.withdrawn': event('未发出的通知已撤回', 'A letter not sent yet was withdrawn'),
  'notice.late': event('确认函一小时内未送达', 'The confirmation letter was not delivered within an hour'),
  'signal.refused': event('来自 Temporal 的指令未被接受', 'A signal was refused', refusal),
};
