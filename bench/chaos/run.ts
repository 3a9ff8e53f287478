import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import { createPeople, type Eagerness } from '../../src/demo/people';
import { pause, type Try } from '../../src/demo/shop-client';
import type { OwnShopOptions } from '../own-shop';
import { recordCalls, type CallLog, type RecordedCall } from './call-log';
import { APIS, type ApiName } from './faults';
import { live } from './lives';
import { doOddJobs } from './odd-jobs';
import type { Plan } from './plan';
import type { ChaosReport } from './report';
import { atMost, restAndJudge } from './rest';
import { shareLooks } from './shared-looks';
import { setStage, type Stage } from './stage';
import { twoCounters } from './two-counters';

export interface RunOptions {
  readonly plan: Plan;
  /** Shop seconds per real second. */
  readonly clockRate: number;
  /** Real milliseconds the shop gets, after everything was healed, to bring every order to its end. */
  readonly drainMs: number;
  readonly say: (line: string) => void;
  /** Keep the shop's folder when something was found. */
  readonly keep: boolean;
  /** Real milliseconds that a wounded act gets to come to file: more than any pile of outages takes, without it. */
  readonly watchedMs?: number;
  /** Programs other than the product's: broken ones show that the oracle bites. */
  readonly programs?: OwnShopOptions['programs'];
}

/** Real milliseconds between people's looks, and until somebody gives a step up. */
const PEOPLE: Eagerness = { lookMs: 250, waitMs: 240_000 };
const MINUTE_MS = 60_000;
const WATCHED_MS = 120_000;

/** Runs a shop of its own under load, breaks its parts as planned, heals it, lets it come to rest, and judges what it left behind. */
export async function runChaos(options: RunOptions): Promise<ChaosReport> {
  const { plan, clockRate, programs, watchedMs = WATCHED_MS, say } = options;
  const sayOf = since(say);
  const stage = await setStage({ clockRate, programs, watchedMs, say, sayOf });
  let clean = false;
  try {
    const report = await liveThrough(options, stage, sayOf);
    clean = report.findings.length === 0;
    return report;
  } finally {
    await stage.close(options.keep && !clean);
    say(`seed ${plan.seed}`);
  }
}

async function liveThrough(options: RunOptions, stage: Stage, say: (line: string) => void): Promise<ChaosReport> {
  const { plan, clockRate } = options;
  const tries: (Try & { readonly api: ApiName })[] = [];
  const counters = twoCounters({
    urls: stage.urls,
    password: DEMO_PASSWORD,
    heard: (attempt, api) => tries.push({ ...attempt, api }),
    patienceMs: PEOPLE.waitMs,
    beforeAskingAgain: (order) => stage.wounds.settled(order),
  });
  const log = recordCalls(counters.shop);
  const evening = new AbortController();
  const oddJobs = doOddJobs(log.shop, evening.signal);
  try {
    const { healedAt, gaveUp } = await liveAndBreak(options, stage, log, say);
    const endOddJobs = async (): Promise<void> => {
      evening.abort();
      await oddJobs;
    };
    const judgement = await restAndJudge({ ...options, healedAt, endOddJobs, say }, stage, log);
    return {
      ...judgement,
      ...{ seed: plan.seed, minutes: plan.minutes, clockRate, gaveUp },
      damage: stage.breaker.damage,
      wounds: stage.wounds.records,
      meetings: counters.meetings(),
      longestWaitMs: longestWait(log.calls),
      tries: countOf(tries.map(({ status }) => String(status ?? 'none'))),
      answers: APIS.map((name) => tries.filter(({ api, status }) => api === name && status !== null).length),
      restMs: Date.now() - healedAt,
    };
  } finally {
    evening.abort();
  }
}

/** Orders live and parts break, as planned, until everything is broken that shall be, and everybody has done or given up what was theirs. */
async function liveAndBreak(
  { plan, clockRate, drainMs }: RunOptions,
  { breaker }: Stage,
  log: CallLog,
  say: (line: string) => void,
): Promise<{ healedAt: number; gaveUp: string[] }> {
  const people = await createPeople(shareLooks(log.shop), PEOPLE);
  const startedAt = Date.now();
  const household = {
    people,
    clockRate,
    visitsUntil: startedAt + plan.minutes * MINUTE_MS + drainMs,
    markOf: (n: number) => `order-${plan.seed}-${n}@customer.levain.invalid`,
  };
  say(`${plan.orders.length} orders and ${plan.faults.length} faults in ${plan.minutes} minutes`);
  const breaking = breaker.run(plan.faults, startedAt);
  const gaveUp: string[] = [];
  const lives = plan.orders.map(async (order) => {
    await pause(Math.max(0, startedAt + order.atMs - Date.now()));
    await live(household, order).catch((error: unknown) => gaveUp.push(`${order.n} (${order.life}): ${String(error)}`));
  });
  await breaking;
  await breaker.heal();
  const healedAt = Date.now();
  say('everything is healed; the shop comes to rest');
  await atMost(drainMs, Promise.all(lives));
  return { healedAt, gaveUp };
}

const longestWait = (calls: readonly RecordedCall[]): number =>
  calls.reduce((most, call) => Math.max(most, call.endedAt - call.invokedAt), 0);

function countOf(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function since(say: (line: string) => void): (line: string) => void {
  const started = Date.now();
  return (line) => say(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`);
}
