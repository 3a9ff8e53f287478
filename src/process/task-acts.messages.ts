import { id, object, orNull, shape } from '../base/read';
import { deputyFor, said } from './act-readers.messages';
import type { ActRows } from './acts.messages';
import type { AssignTask, CompleteTask, TaskActs } from './process.messages';
import { taskKinds } from './tasks/tasks.rules';

/** BAK-04. What every process that has tasks can be asked. */
export const TASK_ACTS = {
  completeTask: {
    update: taskKinds,
    roles: 'staff', // the task says whose it is (`assertMayAnswer`)
    parties: ['customer'],
    ruleId: 'BAK-04',
    purse: 'ending',
    read: shape<CompleteTask>({ ...said, taskId: id, choices: object, deputyFor }),
  },
  assignTask: {
    update: 'assignTask',
    roles: 'staff', // as above
    parties: [],
    ruleId: 'BAK-09',
    purse: 'needed',
    read: shape<AssignTask>({ ...said, taskId: id, to: orNull(id), deputyFor }),
  },
} as const satisfies ActRows<TaskActs>;
