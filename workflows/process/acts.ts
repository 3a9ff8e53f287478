import { CancellationScope, condition, currentUpdateInfo, defineUpdate, setHandler, workflowInfo } from '@temporalio/workflow';
import { ACTS, assertAffordable, assertMay, readAct, type ActName } from '../../src/orders/acts.messages';
import type { Act } from '../../src/base/actor';
import type { Decided } from '../../src/process/process.messages';
import { assertSealed, type CheckedSeal } from '../../src/process/seal.messages';
import type { Process } from './process';
import { refusing } from './refusing';

/** What an act is checked for beside its form and its doer, and what it does. */
export interface Hearing<A extends Act> {
  readonly check: (act: A) => void;
  readonly decide: (act: A) => void;
  /** What has to hold before the act is answered. */
  readonly settled?: () => boolean;
}

/**
 * Hears an act: refused by its checks without a trace in history, or decided and answered with the batch that whoever asked then writes.
 * Its Update's id is the caller's idempotency key.
 */
export function hear<A extends Act>(
  process: Pick<Process, 'actCount' | 'recorder'>,
  name: ActName,
  { check, decide, settled }: Hearing<A>,
): void {
  const handler = (act: A, seal: CheckedSeal | undefined): Promise<Decided> =>
    // whoever asks Temporal to cancel the workflow does not take an accepted act back
    CancellationScope.nonCancellable(() => {
      process.actCount += 1;
      return process.recorder.answering({ key: currentUpdateInfo()?.id ?? '', known: seal?.known ?? 0 }, async () => {
        refusing(() => decide(act));
        if (settled) await condition(settled);
      });
    });
  const validator = (act: A, seal: CheckedSeal | undefined): void => refusing(() => check(admit<A>(process, name, act, seal)));
  const { update: named } = ACTS[name];
  for (const update of typeof named === 'string' ? [named] : named()) {
    setHandler(defineUpdate<Decided, [A, CheckedSeal | undefined]>(update), handler, { validator });
  }
}

/**
 * What every act passes before its own check: the API signed it, each of its fields can be believed, its doer may do it, and the run has
 * room for it. Only a validator asks: a refused Update leaves no trace in history, and a replay never looks at the signature.
 * @throws {Refusal} `not-allowed`, `invalid-request`, `act-budget-spent`.
 */
function admit<A extends Act>({ actCount }: Pick<Process, 'actCount'>, name: ActName, message: unknown, seal: CheckedSeal | undefined): A {
  const { workflowId, historyLength, historySize } = workflowInfo();
  assertSealed(seal, workflowId, currentUpdateInfo()?.id);
  const act = readAct<A>(name, message);
  assertMay(name, act.by);
  assertAffordable(name, act.by, { acts: actCount, events: historyLength, bytes: historySize });
  return act;
}
