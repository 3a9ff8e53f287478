import type { TaskRow } from '../../src/process/process.messages';
import { repairActionsOf } from '../../src/process/repairs.rules';
import { bad } from './refusing';

/** What is repaired says what can be done about it. */
export function mayRepairBy(action: unknown, context: TaskRow['context']): void {
  const actions: readonly string[] = repairActionsOf(context);
  if (!actions.some((known) => known === action)) throw bad('/answer/action', { code: 'repairs-nothing', params: { actions } }, 'BAK-41');
}
