import { CancellationScope, condition, currentUpdateInfo, defineUpdate, setHandler, workflowInfo } from '@temporalio/workflow';
import { assertAffordable, assertMay, readAct, updatesOf, type ActName, type ActOf } from '../../src/process/acts.messages';
import type { Decided } from '../../src/process/process.messages';
import { assertSealed, type CheckedSeal } from '../../src/platform/temporal/seal.messages';
import type { Process } from './process';
import { refusing } from './refusing';

/** What an act is checked for beside its form and its doer, and what it does. */
export interface Hearing<N extends ActName> {
  readonly check: (act: ActOf<N>) => void;
  readonly decide: (act: ActOf<N>) => void;
  /** What has to hold before the act is answered. */
  readonly settled?: () => boolean;
}

/**
 * Hears an act: refused by its checks without a trace in history, or decided and answered with the batch that whoever asked then writes.
 * Its Update's id is the caller's idempotency key. In a run that continues another the first acts wait until the story stands where it stood,
 * and are checked again then, because an earlier one of them may have gone before.
 */
export function hear<N extends ActName>(
  process: Pick<Process, 'actCount' | 'recorder' | 'isSettlingIn'>,
  name: N,
  { check, decide, settled }: Hearing<N>,
): void {
  const handler = (act: ActOf<N>, seal: CheckedSeal | undefined): Promise<Decided> =>
    // whoever asks Temporal to cancel the workflow does not take an accepted act back
    CancellationScope.nonCancellable(() => {
      process.actCount += 1;
      return process.recorder.answering({ key: currentUpdateInfo()?.id ?? '', known: seal?.known ?? 0 }, async () => {
        if (process.isSettlingIn) {
          await condition(() => !process.isSettlingIn);
          refusing(() => check(act));
        }
        refusing(() => decide(act));
        if (settled) await condition(settled);
      });
    });
  const validator = (act: ActOf<N>, seal: CheckedSeal | undefined): void =>
    refusing(() => {
      const admitted = admit(process, name, act, seal);
      if (admitted) check(admitted);
    });
  for (const update of updatesOf(name)) {
    setHandler(defineUpdate<Decided, [ActOf<N>, CheckedSeal | undefined]>(update), handler, { validator });
  }
}

/**
 * What every act passes before its own check: the API signed it, each of its fields can be believed, its doer may do it, and the run has
 * room for it. One that an earlier run has answered is checked no further. Only a validator asks: a refused Update leaves no trace in history, and a replay never looks at the signature.
 * @throws {Refusal} `not-allowed`, `invalid-request`, `act-budget-spent`.
 */
function admit<N extends ActName>(
  { actCount, recorder }: Pick<Process, 'actCount' | 'recorder'>,
  name: N,
  message: unknown,
  seal: CheckedSeal | undefined,
): ActOf<N> | null {
  const { workflowId, historyLength, historySize } = workflowInfo();
  const key = currentUpdateInfo()?.id;
  assertSealed(seal, workflowId, key);
  if (recorder.hasAnswered(key ?? '')) return null;
  const act = readAct(name, message);
  assertMay(name, act.by);
  assertAffordable(name, act.by, { acts: actCount, events: historyLength, bytes: historySize });
  return act;
}
