import { oneOf } from '../base/read';
import { REPAIR_ACTIONS, repairActionsOf, type RepairAction } from './repairs.rules';
import { choices } from './tasks/choices.rules';
import type { AnswersOf, TaskRule } from './tasks/tasks.rules';

/** The tasks that any process may have. */
export const PROCESS_TASKS = {
  repair: {
    role: 'store-manager',
    ladder: ['management'],
    ruleIds: ['BAK-41'],
    zh: '人工补救',
    en: 'Repair what could not be done automatically',
    about: ['what', 'exception'],
    /** What is allowed depends on what is repaired: `REPAIRS`. */
    answer: choices({ action: oneOf(...REPAIR_ACTIONS) }),
    takesAnswers: (context) => repairActionsOf(context).length > 0,
  },
} as const satisfies Record<string, TaskRule>;

/** What each of them is about. */
interface ProcessContexts {
  readonly repair: { readonly actions: readonly RepairAction[] } & (
    | { readonly what: 'call-off-purchase'; readonly exception: string; readonly supplier: string; readonly error: string }
    | {
        readonly what: 'workflow-lost';
        readonly how: string;
        readonly startsAgainIn: string;
        readonly heldFen: number;
        readonly outstandingFen: number;
      }
    | { readonly what: 'record-refused'; readonly code: string; readonly workflow: string; readonly revision: number }
  );
}

type ProcessAnswers = AnswersOf<typeof PROCESS_TASKS>;
declare module './tasks/tasks.rules' {
  interface TaskAnswers extends ProcessAnswers {}
  interface TaskContext extends ProcessContexts {}
}
