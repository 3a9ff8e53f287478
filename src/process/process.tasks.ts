import type { RepairAction } from './repairs.rules';
import type { TaskRule } from './tasks/tasks.rules';

/** The answers of the tasks that any process may have. */
interface ProcessAnswers {
  /** What is allowed depends on what is repaired: `REPAIRS`. */
  repair: { readonly action: RepairAction };
}
declare module './tasks/tasks.rules' {
  interface TaskAnswers extends ProcessAnswers {}
}

/** The tasks that any process may have. */
export const PROCESS_TASKS = {
  repair: {
    role: 'store-manager',
    ladder: ['management'],
    ruleIds: ['BAK-41'],
    zh: '人工补救',
    en: 'Repair what could not be done automatically',
  },
} as const satisfies Record<keyof ProcessAnswers, TaskRule>;
