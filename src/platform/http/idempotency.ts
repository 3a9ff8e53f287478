import { dataOf, Refusal, REFUSALS } from '../../base/refusals';
import type { Idempotency, KeptAnswer } from '../db/idempotency.repository';

const HOUR = 3_600_000;
/** Real time for which a first answer is kept. */
export const KEY_LIFE_MS = 24 * HOUR;

/** How patient one request is with another that has the same key; real milliseconds. */
export interface Patience {
  readonly waitMs: number;
  readonly pollMs: number;
  /** An unfinished request older than this has died, and its key is taken over. */
  readonly abandonedMs: number;
}
export const PATIENCE: Patience = { waitMs: 10_000, pollMs: 50, abandonedMs: 15_000 };

export interface KeyedRequest {
  readonly caller: string;
  readonly key: string;
  readonly requestHash: string;
}

/** Refusals that are an answer of the shop and stay the first answer; every other one did nothing, and the key is free again. */
const isKept = (error: unknown): error is Refusal =>
  error instanceof Refusal && REFUSALS[error.code].status === 409 && error.code !== 'idempotency-key-reused';

const keptRefusal = (refusal: Refusal): KeptAnswer => ({ status: REFUSALS[refusal.code].status, headers: {}, body: dataOf(refusal) });

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * Does a write once per caller and key. Of several at once one does it and the others wait for its answer. `act` hears what a dead
 * owner of the key had made already, and since when the key is its own. A kept refusal is kept as data and worded anew for whoever asks again.
 * @throws {Refusal} `idempotency-key-reused` for another request under the key; `unavailable` when the first one takes too long.
 */
export async function once(
  keys: Idempotency,
  request: KeyedRequest,
  realNow: () => number,
  act: (made: string | null, since: number) => Promise<KeptAnswer>,
  patience: Patience = PATIENCE,
): Promise<KeptAnswer & { readonly replayed: boolean }> {
  const { caller, key, requestHash } = request;
  const started = realNow();
  for (;;) {
    const now = realNow();
    if (await keys.take(caller, key, requestHash, now)) return own(now, null);
    const row = await keys.find(caller, key);
    if (!row) continue; // given back in this very moment: ours to take
    if (row.createdAt < started - KEY_LIFE_MS) {
      await keys.expire(caller, key, started - KEY_LIFE_MS);
      continue;
    }
    if (row.requestHash !== requestHash) {
      throw new Refusal('idempotency-key-reused', { code: 'key-of-another-request' });
    }
    if (row.answer) return { ...row.answer, replayed: true };
    const taken = now - row.createdAt > patience.abandonedMs ? await keys.takeOver(caller, key, row.createdAt, now) : null;
    if (taken) return own(now, taken.made);
    if (now - started > patience.waitMs) {
      throw new Refusal('unavailable', { code: 'key-under-way' });
    }
    await pause(patience.pollMs);
  }

  async function own(since: number, made: string | null): Promise<KeptAnswer & { readonly replayed: boolean }> {
    try {
      const answer = await act(made, since);
      await keys.finish(caller, key, answer, realNow());
      return { ...answer, replayed: false };
    } catch (error) {
      if (isKept(error)) await keys.finish(caller, key, keptRefusal(error), realNow());
      else await keys.release(caller, key, since);
      throw error;
    }
  }
}
