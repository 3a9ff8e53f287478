import { randomUUID } from 'node:crypto';
import { CallRefused, type CallOptions, type ShopClient } from '../../src/demo/shop-client';

/** One write of a client, as Jepsen writes histories: invoked, and then ok, fail, or nobody knows. */
export interface RecordedCall {
  readonly n: number;
  readonly as: string | null;
  readonly path: string;
  readonly key: string;
  readonly body: unknown;
  /** Real instants, epoch ms. */
  readonly invokedAt: number;
  readonly endedAt: number;
  /** `fail` is a definite no; `unknown` may have been done. */
  readonly outcome: 'ok' | 'fail' | 'unknown';
  readonly status: number | null;
  /** The refusal's code. */
  readonly code: string | null;
  readonly answer: Readonly<Record<string, unknown>> | null;
}

type Ending = Pick<RecordedCall, 'outcome' | 'status' | 'code' | 'answer'>;

export interface CallLog {
  /** The same client; every write through it is on record. */
  readonly shop: ShopClient;
  readonly calls: readonly RecordedCall[];
  /** Asks every call whose end is unknown again, under its own key: the shop owes it one answer. */
  settleUnknown(): Promise<void>;
}

/** Wraps a client so that every write is on record. */
export function recordCalls(shop: ShopClient): CallLog {
  const calls: RecordedCall[] = [];
  const asked = new Map<number, () => Promise<unknown>>();

  async function record<T>(path: string, body: unknown, options: CallOptions, send: (options: CallOptions) => Promise<T>): Promise<T> {
    const key = options.key ?? randomUUID();
    const n = calls.length;
    const call = { n, as: options.as ?? null, path, key, body, invokedAt: Date.now() };
    const note = (ending: Ending): void => void (calls[n] = { ...call, endedAt: Date.now(), ...ending });
    const ask = async (): Promise<T> => {
      try {
        const answer = await send({ ...options, key });
        note({
          outcome: 'ok',
          status: 200,
          code: null,
          answer: typeof answer === 'string' ? { id: answer } : (answer as Ending['answer']),
        });
        return answer;
      } catch (error) {
        note(endingOf(error));
        throw error;
      }
    };
    calls.push({ ...call, endedAt: call.invokedAt, outcome: 'unknown', status: null, code: null, answer: null });
    asked.set(n, ask);
    return ask();
  }

  return {
    calls,
    shop: {
      get: (path, options) => shop.get(path, options),
      post: (path, body, options = {}) => record(path, body, options, (with_) => shop.post(path, body, with_)),
      photo: (order, step, picture, options) =>
        record(`/orders/${order}/photos`, { step }, options, (with_) => shop.photo(order, step, picture, with_)),
    },
    async settleUnknown() {
      for (const { n, outcome } of [...calls]) if (outcome === 'unknown') await asked.get(n)!().catch(() => undefined);
    },
  };
}

/** Any 4xx is a definite no; after a 5xx, or no answer at all, the act may stand. */
function endingOf(error: unknown): Ending {
  if (!(error instanceof CallRefused)) return { outcome: 'unknown', status: null, code: null, answer: null };
  const { status, body } = error;
  return { outcome: status < 500 ? 'fail' : 'unknown', status, code: body.type?.replace('/problems/', '') ?? null, answer: null };
}
