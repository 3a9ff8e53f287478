import { CancellationScope, condition, currentUpdateInfo, defineQuery, defineUpdate, setHandler, workflowInfo } from '@temporalio/workflow';
import { assertAffordable, assertMay, readAct, updatesOf, type ActName, type ActOf } from '../../src/process/acts.messages';
import type { RefusalData } from '../../src/base/refusals';
import { CHECK_ACT } from '../../src/process/names.messages';
import type { Decided } from '../../src/process/process.messages';
import { assertSealed, type CheckedSeal } from '../../src/platform/temporal/seal.messages';
import type { Process } from './process';
import { refusalOf, refusing } from './refusing';
import type { Hand } from './timers';

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
  process: Pick<Process, 'actCount' | 'recorder' | 'isSettlingIn' | 'checks'>,
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
  const forbid = (message: unknown): void => check(admit(process, name, message));
  const validator = (act: ActOf<N>, seal: CheckedSeal | undefined): void =>
    refusing(() => {
      if (isFirst(process, seal)) forbid(act);
    });
  for (const update of updatesOf(name)) {
    process.checks.set(update, forbid);
    setHandler(defineUpdate<Decided, [ActOf<N>, CheckedSeal | undefined]>(update), handler, { validator });
  }
}

/** What an act sent by that Update's name would be refused with now; null when it would be taken. `at` is the real instant of whoever asks, epoch ms. */
const checkAct = defineQuery<RefusalData | null, [update: string, message: unknown, at: number]>(CHECK_ACT);

/** Says what forbids an act by the very check that its validator runs. A Query: neither the question nor the answer stands in history (ADR 20). */
export function hearChecks(checks: Process['checks'], asOf: Hand['asOf']): void {
  setHandler(checkAct, (update, message, at) => {
    const forbid = checks.get(update);
    if (!forbid) throw new Error(`nobody here hears ${update}`);
    return asOf(at, () => refusalOf(() => forbid(message)));
  });
}

/**
 * Whether an act that the API signed comes for the first time; one that an earlier run has answered is checked no further. Only a validator
 * asks: a refused Update leaves no trace in history, and a replay never looks at the signature.
 * @throws {Refusal} `not-allowed`.
 */
function isFirst({ recorder }: Pick<Process, 'recorder'>, seal: CheckedSeal | undefined): boolean {
  const key = currentUpdateInfo()?.id;
  assertSealed(seal, workflowInfo().workflowId, key);
  return !recorder.hasAnswered(key ?? '');
}

/**
 * What every act passes before its own check: each of its fields can be believed, its doer may do it, and the run has room for it.
 * @throws {Refusal} `not-allowed`, `invalid-request`, `act-budget-spent`.
 */
function admit<N extends ActName>({ actCount }: Pick<Process, 'actCount'>, name: N, message: unknown): ActOf<N> {
  const { historyLength, historySize } = workflowInfo();
  const act = readAct(name, message);
  assertMay(name, act.by);
  assertAffordable(name, act.by, { acts: actCount, events: historyLength, bytes: historySize });
  return act;
}
