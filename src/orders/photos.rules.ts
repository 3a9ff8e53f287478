import { Refusal } from '../base/refusals';
import { actRow } from '../process/acts.messages';
import { photographedSteps, photographersOf } from '../process/photos/photo-rights.rules';
import { holdsOneOf, type Answerer } from '../process/tasks/task-rights.rules';

/** A step whose photo proves something that a rule demands. */
export interface Proof {
  readonly ruleId: string;
  readonly zh: string;
  readonly en: string;
}

/** BAK-76. What is proved of orders of every kind; a kind adds the steps of its own making. */
export const ORDER_PROOFS = {
  'receipt-problem': { ruleId: 'BAK-76', zh: '签收异常', en: 'what is wrong at receipt' },
} as const satisfies Record<string, Proof>;

/** BAK-58. Steps whose photos go with the report of a problem, and belong to no task. */
const REPORTED: readonly string[] = [...Object.keys(ORDER_PROOFS), 'exception'];

/** What photos of an order can show. */
export const photoSteps = (): string[] => [...new Set([...photographedSteps(), ...REPORTED])];

/**
 * BAK-04, BAK-50. A photo of a step is taken by whoever may answer a task which it belongs to; of a problem, by whoever may report one.
 * @throws {Refusal} `not-allowed`, naming the roles that would do.
 */
export function assertMayPhotograph(step: string, who: Answerer): void {
  const roles = REPORTED.includes(step) ? actRow('reportException').roles : photographersOf(step);
  if (roles === 'staff' || holdsOneOf(who, roles)) return;
  throw new Refusal('not-allowed', { code: 'needs-role', params: { roles } }, { rule: 'BAK-04' });
}
