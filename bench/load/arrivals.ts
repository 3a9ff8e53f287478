import { latencyOf, type Latency } from '../stats';

export interface Arrivals {
  /** Requests a second, and for how many seconds. */
  readonly rate: number;
  readonly seconds: number;
  /** Sends the n-th request, counted from 0; rejects when it was refused or not answered. */
  readonly send: (n: number) => Promise<void>;
}

export interface ArrivalsResult {
  readonly sent: number;
  /** Counted from the instant the request was due, whether it could be sent then or not (no coordinated omission); failed ones left out. */
  readonly latencyMs: readonly number[];
  readonly failed: readonly string[];
  /** How late the sender itself was at worst, real ms: more than a few says that the measuring machine is too slow. */
  readonly senderLateMs: number;
}

/** Open loop: requests are sent at their instants, however long the earlier ones take. Resolves when all are answered. */
export async function runArrivals({ rate, seconds, send }: Arrivals): Promise<ArrivalsResult> {
  const count = Math.floor(rate * seconds);
  const from = performance.now();
  const latencyMs: number[] = [];
  const failed: string[] = [];
  let senderLateMs = 0;
  const under: Promise<void>[] = [];
  for (let n = 0; n < count; n += 1) {
    const due = from + (n * 1000) / rate;
    const early = due - performance.now();
    if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
    senderLateMs = Math.max(senderLateMs, performance.now() - due);
    under.push(
      send(n).then(
        () => void latencyMs.push(performance.now() - due),
        (error: unknown) => void failed.push(error instanceof Error ? error.message : String(error)),
      ),
    );
  }
  await Promise.all(under);
  return { sent: count, latencyMs, failed, senderLateMs };
}

/** Half reads, half acts, as the tables show them. */
export interface ActsResult {
  readonly rate: number;
  readonly sent: number;
  readonly reads: Latency;
  readonly acts: Latency;
  readonly failed: readonly string[];
  readonly senderLateMs: number;
}

export interface Acts extends Omit<Arrivals, 'send'> {
  readonly read: (n: number) => Promise<void>;
  readonly act: (n: number) => Promise<void>;
}

/** Reads and acts by turns at a fixed rate. */
export async function runActs({ rate, seconds, read, act }: Acts): Promise<ActsResult> {
  const [reads, acts] = await Promise.all([
    runArrivals({ rate: rate / 2, seconds, send: read }),
    // half a step later, so that the two kinds take turns
    new Promise((resolve) => setTimeout(resolve, 1000 / rate)).then(() => runArrivals({ rate: rate / 2, seconds, send: act })),
  ]);
  return {
    rate,
    sent: reads.sent + acts.sent,
    reads: latencyOf(reads.latencyMs),
    acts: latencyOf(acts.latencyMs),
    failed: [...reads.failed, ...acts.failed],
    senderLateMs: Math.max(reads.senderLateMs, acts.senderLateMs),
  };
}
