import type { Loss } from './repair.messages';

export interface WatchDeps {
  /** Numbers of orders one of whose runs ended otherwise than well since a real instant. */
  readonly ended: (sinceMs: number) => Promise<readonly string[]>;
  /** How the order's newest run came to be gone; null while it runs. */
  readonly lossOf: (number: string) => Promise<Loss | null>;
  readonly record: {
    /** Those of the numbers that live on record and are not known to be lost. */
    readonly living: (numbers: readonly string[]) => Promise<readonly string[]>;
    /** The next orders after a number that live on record and are not known to be lost. */
    readonly next: (after: string, limit: number) => Promise<readonly string[]>;
    /** The next orders after a number that are known to be lost. */
    readonly lost: (after: string, limit: number) => Promise<readonly string[]>;
    /** Notes the loss; false when the order has ended on record meanwhile, or is known to be lost. */
    readonly lose: (number: string) => Promise<boolean>;
    readonly find: (number: string) => Promise<void>;
  };
  /** Opens the repair, unless one is under way. */
  readonly openRepair: (number: string, how: Loss) => Promise<void>;
  /** Tells a repair that the order lives again. */
  readonly closeRepair: (number: string) => Promise<void>;
  /** Keeps what must always run running: the post office. */
  readonly keep: () => Promise<void>;
  /** Real time, epoch ms. */
  readonly now: () => number;
  readonly log: (message: string, error?: unknown) => void;
}

/** Real milliseconds between looks. */
const EVERY_MS = 3_000;
/** Temporal's visibility may be late by this; the first look goes back further, for the worker may have been away. */
const LATE_MS = 120_000;
const FIRST_BACK_MS = 24 * 3_600_000;
/** Orders of each slow round in one look. */
const ROUND = 15;

/** One look; answers what the next one needs. */
export interface Look {
  readonly sinceMs: number;
  /** Where the slow round over living orders stands, and the one over lost orders. */
  readonly after: string;
  readonly lostAfter: string;
}
export const firstLook = (now: number): Look => ({ sinceMs: now - FIRST_BACK_MS, after: '', lostAfter: '' });

/**
 * One look. Temporal's visibility names the runs that ended badly of late, so a terminated, failed, cancelled or timed-out order is found
 * within seconds. What visibility does not tell (a run that is missing, or ended long ago while no worker ran) is found by a slow round
 * that asks for five open orders a second: within 20 seconds of a hundred, in seventeen minutes of five thousand. Each step may be
 * repeated, and done by several workers at once.
 */
export async function lookAfterOrders(deps: WatchDeps, { sinceMs, after, lostAfter }: Look): Promise<Look> {
  const { record, lossOf, log } = deps;
  const now = deps.now();
  const suspects = await record.living(await deps.ended(sinceMs));
  const round = await record.next(after, ROUND);
  for (const number of new Set([...suspects, ...round])) {
    const how = await lossOf(number);
    if (how !== null && (await record.lose(number))) log(`order ${number} has lost its workflow (${how})`);
  }
  const lost = await record.lost(lostAfter, ROUND);
  for (const number of lost) {
    const how = await lossOf(number);
    if (how !== null) await deps.openRepair(number, how).catch((error: unknown) => log(`order ${number} cannot be repaired yet`, error));
    else {
      await record.find(number);
      await deps.closeRepair(number);
      log(`order ${number} lives again`);
    }
  }
  await deps.keep();
  return { sinceMs: now - LATE_MS, after: lastOf(round), lostAfter: lastOf(lost) };
}

/** Where a round goes on; from the beginning when it has come to the end. */
const lastOf = (page: readonly string[]): string => (page.length < ROUND ? '' : (page.at(-1) ?? ''));

/**
 * Finds orders whose workflow has ended otherwise than their record says, shows it on them and opens their repair. Runs in every worker.
 * An order that is still being launched is the starter's.
 */
export async function runWatch(deps: WatchDeps, stopping: AbortSignal): Promise<void> {
  let look = firstLook(deps.now());
  while (!stopping.aborted) {
    try {
      look = await lookAfterOrders(deps, look);
    } catch (error) {
      deps.log('the watch will look again', error);
    }
    await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
  }
}
