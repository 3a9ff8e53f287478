import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { anchorKey, takeAnchor } from '../process/record/anchors';
import type { Db } from '../platform/db/client';

/** Real milliseconds between anchors: what was done within an hour of an attack on the database is the most that it could hide. */
const EVERY_MS = 3_600_000;

/** The file of anchors in the folder of a shop. */
export const anchorsIn = (home: string): string => join(home, 'anchors.jsonl');

/** Anchors the timelines at the start, every hour, and once more when the worker stops. A file that cannot be written is told of. */
export async function runAnchoring(
  {
    db,
    home,
    secret,
    log,
  }: { readonly db: Db; readonly home: string; readonly secret: string; readonly log: (message: string, error?: unknown) => void },
  stopping: AbortSignal,
): Promise<void> {
  const anchor = (): Promise<unknown> =>
    takeAnchor(db, anchorsIn(home), anchorKey(secret), Date.now()).catch((error: unknown) =>
      log('the timelines could not be anchored', error),
    );
  while (!stopping.aborted) {
    await anchor();
    await setTimeout(EVERY_MS, undefined, { signal: stopping }).catch(() => undefined); // woken to stop
  }
  await anchor();
}
