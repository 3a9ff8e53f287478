import '../../src/main/chapters-http';
import { taskRule, type TaskKind } from '../../src/process/tasks/tasks.rules';

/** Others wait for a yes or no; money moves by it; neither. */
type Weight = 'decides' | 'moves money' | 'neither';
const weightOf = (kind: TaskKind): Weight => {
  const { decides, movesMoney } = taskRule(kind);
  return decides === true ? 'decides' : movesMoney === true ? 'moves money' : 'neither';
};

test.each<[rule: string, kind: TaskKind, weight: Weight]>([
  ['BAK-37', 'change-decision', 'decides'],
  ['BAK-39', 'cancellation-decision', 'decides'],
  ['BAK-39', 'refund', 'moves money'],
  ['BAK-58', 'answer-exception', 'moves money'],
  ['BAK-61', 'escalated', 'decides'],
  ['BAK-77', 'settle-balance', 'moves money'],
  ['BAK-81', 'committee-vote', 'decides'],
  ['BAK-46', 'making-done', 'neither'],
])('%s an answer to %s %s: what is one of the two is given at once or not at all', (_rule, kind, weight) => {
  expect(weightOf(kind)).toBe(weight);
});
