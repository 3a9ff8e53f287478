import type { Decided } from '../process.messages';
import type { ActsUnderWay, ActUnderWay, RecordAlarm } from '../ports.messages';
import { GapRemains, type Land } from './landing';

/**
 * What came of an act: decided, refused, or still to be; `unknown` when its process has never heard of it, or is gone with what it knew.
 */
export type Outcome = Decided | 'refused' | 'pending' | 'unknown';

export interface SweeperDeps {
  readonly acts: ActsUnderWay;
  readonly outcomeOf: (act: ActUnderWay) => Promise<Outcome>;
  readonly land: Land;
  readonly alarm: RecordAlarm;
  /** Real time, epoch ms. */
  readonly now: () => number;
  readonly log: (message: string, error?: unknown) => void;
}

/** Real milliseconds between looks, after which an act's sender counts as gone, and after which one nobody has heard of never comes. */
const [EVERY_MS, GONE_MS, NEVER_MS] = [2_000, 5_000, 60_000];
/** Acts of one look, and how many of them are settled at once: one may wait for seconds, for its predecessor or for Temporal. */
const [BATCH, AT_ONCE] = [50, 10];

/**
 * One look at the acts whose sender has gone before they were written: the API was killed between answer and write, or Postgres was
 * away at the write. Temporal answers an Update's id again with its first outcome, so nothing that was accepted is lost. One that cannot be
 * settled yet holds up no other. Several workers may look at once. None is taken up any more once `stopping`: the next worker does it, and
 * this one is waited for.
 */
export async function sweepActs(deps: SweeperDeps, stopping: AbortSignal): Promise<void> {
  const { acts, now, log } = deps;
  const waiting = [...(await acts.begunBefore(now() - GONE_MS, BATCH))];
  const lane = async (): Promise<void> => {
    for (let act = waiting.shift(); act && !stopping.aborted; act = waiting.shift()) {
      const { processId } = act;
      await settle(deps, act).catch((error: unknown) => log(`an act of ${processId} cannot be written yet`, error));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
}

async function settle({ acts, outcomeOf, land, alarm, now }: SweeperDeps, act: ActUnderWay): Promise<void> {
  const outcome = await outcomeOf(act);
  if (outcome === 'pending' || (outcome === 'unknown' && now() - act.begunAt < NEVER_MS)) return;
  if (typeof outcome === 'object') {
    const { batch } = outcome;
    await land(act.processId, outcome).catch(async (error: unknown) => {
      if (batch && !(error instanceof GapRemains)) await alarm.raise(batch, error);
      throw error;
    });
    if (batch) await alarm.settle(batch);
  }
  await acts.end(act.processId, act.key);
}

/** Looks every few seconds, in every worker. */
export async function runSweeper(deps: SweeperDeps, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await sweepActs(deps, stopping).catch((error: unknown) => deps.log('the sweeper will look again', error));
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
