import { currentUpdateInfo, workflowInfo } from '@temporalio/workflow';
import { assertAffordable, assertMay, readAct, type ActName } from '../../src/contracts/acts';
import { assertSealed, type CheckedSeal } from '../../src/contracts/seal';
import type { Act } from '../../src/contracts/order';
import type { Self } from './self';

/**
 * What every act passes before its own check: the API signed it, each of its fields can be believed, its doer may do it, and the run has
 * room for it. Only a validator asks: a refused Update leaves no trace in history, and a replay never looks at the signature.
 * @throws {Refusal} `not-allowed`, `invalid-request`, `act-budget-spent`.
 */
export function admit<A extends Act>(self: Pick<Self, 'actCount'>, name: ActName, message: unknown, seal: CheckedSeal | undefined): A {
  const { workflowId, historyLength, historySize } = workflowInfo();
  assertSealed(seal, workflowId, currentUpdateInfo()?.id);
  const act = readAct<A>(name, message);
  assertMay(name, act.by);
  assertAffordable(name, act.by, { acts: self.actCount, events: historyLength, bytes: historySize });
  return act;
}
