import { orderWorkflowId } from '../../src/orders/names.messages';
import { REAL_TIME } from '../../src/base/clock';
import type { BakeryRules } from '../../src/bakery/rulebook.rules';
import { DAY_MS, HOUR_MS, hours, type Hours } from '../../src/base/rule';
import { pause } from '../../src/demo/shop-client';
import { createGate } from '../gate';
import { rssMb } from '../processes';
import { latencyOf, type Latency } from '../stats';
import { takeCake, type OurShop } from '../throughput/our-shop';

export interface ParkedResult {
  readonly parked: number;
  /** Orders that the worker keeps in memory. */
  readonly cache: number;
  /** Taken and put to rest, orders/s. */
  readonly parkedPerSecond: number;
  readonly workerBeforeMb: number | null;
  /** When all orders rest. */
  readonly workerParkedMb: number | null;
  /** After the minute in which the timers rang. */
  readonly workerAfterMb: number | null;
  readonly timers: number;
  /** How late a timer rang in its order, real ms: from the instant it was due to the workflow task that took it up. */
  readonly late: Latency;
  /** Real seconds from the last timer's instant until all were on record. */
  readonly lastOnRecordSeconds: number;
  /** Real seconds between the last order parked and the first timer due; below 0 the two overlapped and the lateness means little. */
  readonly restSeconds: number;
}

export interface ParkedOptions {
  readonly shop: OurShop;
  readonly parked: number;
  readonly timers: number;
  readonly cache: number;
  readonly inFlight: number;
  readonly workerPid: number;
  readonly say: (line: string) => void;
}

const MINUTE_MS = 60_000;
/** The same for every order: its review is due after the reminder whose timer we mean. */
const REVIEW_DUE = hours(76);
const PARKED: Hours = hours(72);
/** Real milliseconds until memory has come to rest, between looks, and until timers are given up. */
const [REST_MS, LOOK_MS, PATIENCE_MS] = [5_000, 500, 600_000];

/**
 * Parks orders of ours at their review, the next clock 72 hours away, and lets some of them ring within one minute. Those are parked before
 * the last ones, more than the cache holds, so that the worker has to read them again.
 */
export async function runParked(options: ParkedOptions): Promise<ParkedResult> {
  const { shop, parked, timers, cache, workerPid, say } = options;
  const rest = Math.max(0, parked - timers);
  const last = Math.min(rest, Math.ceil(cache * 1.25));
  const workerBeforeMb = rssMb(workerPid);
  const startedAt = Date.now();

  await park(options, rest - last, () => PARKED);
  const parkedSoFar = Date.now() - startedAt;
  const msPerOrder = rest > last ? parkedSoFar / (rest - last) : 200;
  const dueFrom = Date.now() + (timers + last) * msPerOrder * 1.3 + MINUTE_MS / 2;
  const numbers = await park(options, timers, (n) => hours((dueFrom + (n * MINUTE_MS) / timers - Date.now()) / HOUR_MS));
  await park(options, last, () => PARKED);
  const parkedSeconds = (Date.now() - startedAt) / 1000;
  const restSeconds = (dueFrom - Date.now()) / 1000;
  say(`${parked} orders parked in ${parkedSeconds.toFixed(0)} s; ${timers} timers ring from ${restSeconds.toFixed(0)} s on`);

  await pause(REST_MS);
  const workerParkedMb = rssMb(workerPid);
  await pause(Math.max(0, dueFrom + MINUTE_MS - Date.now()));
  const onRecordAt = await allRung(shop, numbers);
  return {
    parked,
    cache,
    parkedPerSecond: parked / parkedSeconds,
    workerBeforeMb,
    workerParkedMb,
    workerAfterMb: rssMb(workerPid),
    timers,
    late: latencyOf(await lateness(shop, numbers)),
    lastOnRecordSeconds: Math.max(0, onRecordAt - dueFrom - MINUTE_MS) / 1000,
    restSeconds,
  };
}

/** Takes orders in whose first reminder comes after `remind(n)`; answers their numbers. */
function park({ shop, inFlight }: ParkedOptions, count: number, remind: (n: number) => Hours): Promise<string[]> {
  const gate = createGate(inFlight);
  return Promise.all(
    Array.from({ length: count }, (_, n) =>
      gate.enter(async () => {
        const intakeAt = Date.now();
        const deliveryAt = Math.floor(intakeAt / HOUR_MS) * HOUR_MS + 10 * DAY_MS;
        const rules: Partial<BakeryRules> = { feasibilityRemind: remind(n), feasibilityDue: REVIEW_DUE };
        const { number } = await takeCake(shop, { clock: REAL_TIME, intakeAt, deliveryAt, rules });
        await shop.inbox.task(number, 'feasibility-review'); // it rests
        return number;
      }),
    ),
  );
}

/** Waits until every order's reminder is on record; answers the real instant. */
async function allRung({ db }: OurShop, numbers: readonly string[]): Promise<number> {
  const until = Date.now() + PATIENCE_MS;
  const rung = (): Promise<number> =>
    db.timelineEvent.count({ where: { processId: { in: numbers.map(orderWorkflowId) }, kind: 'task.reminded' } });
  while ((await rung()) < numbers.length) {
    if (Date.now() > until) throw new Error(`Timers had still not rung after ${PATIENCE_MS / 1000} s.`);
    await pause(LOOK_MS);
  }
  return Date.now();
}

/** Real milliseconds by which each order's reminder rang after its moment in the order's own agenda. */
async function lateness({ db }: OurShop, numbers: readonly string[]): Promise<number[]> {
  const rows = await db.$queryRaw<{ late: number }[]>`
    SELECT (extract(epoch FROM t.at) * 1000 - (m ->> 'at')::float8)::float8 AS late
    FROM timeline t JOIN orders o ON o.process_id = t.process_id, jsonb_array_elements(o.moments) m
    WHERE o.number = ANY(${[...numbers]}) AND t.kind = 'task.reminded' AND m ->> 'name' = 'feasibility-remind'`;
  return rows.map(({ late }) => late);
}
