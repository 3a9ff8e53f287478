import { createDb, type Db } from '../../src/platform/db/client';
import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import { shopClock } from '../../src/platform/db/settings.repository';
import { createPeople } from '../../src/demo/people';
import { createShopClient, pause, type Try } from '../../src/demo/shop-client';
import { shopTime } from '../../src/base/clock';
import { createTemporalClient } from '../../src/platform/temporal/connect';
import { startOwnShop, type OwnShop } from '../own-shop';
import { createBreaker, type Breaker } from './breaker';
import { recordCalls, type RecordedCall } from './call-log';
import { live } from './lives';
import { createMailbag } from './mailbag';
import { doOddJobs } from './odd-jobs';
import { judge, waitsForItsDay } from './oracle/oracle';
import type { Plan } from './plan';
import type { ChaosReport } from './report';
import { shareLooks } from './shared-looks';

export interface RunOptions {
  readonly plan: Plan;
  /** Shop seconds per real second. */
  readonly clockRate: number;
  /** Real milliseconds the shop gets, after everything was healed, to bring every order to its end. */
  readonly drainMs: number;
  readonly say: (line: string) => void;
  /** Keep the shop's folder when something was found. */
  readonly keep: boolean;
  /** Programs other than the product's: broken ones show that the oracle bites. */
  readonly programs?: Partial<Record<'api' | 'worker', string>>;
}

/** Real milliseconds between people's looks, and until somebody gives a step up. */
const PEOPLE = { lookMs: 250, waitMs: 240_000 };
const LOOK_MS = 500;
const MINUTE_MS = 60_000;

/** Runs a shop of its own under load, breaks its parts as planned, heals it, lets it come to rest, and judges what it left behind. */
export async function runChaos(options: RunOptions): Promise<ChaosReport> {
  const { plan, clockRate, say } = options;
  const say_ = since(say);
  let breaker: Breaker | null = null;
  const shop = await startOwnShop({ clockRate, say, onDeath: (part) => breaker?.died(part), programs: options.programs });
  let clean = false;
  try {
    const mailbag = createMailbag(shop.home.catcher);
    breaker = createBreaker({ parts: shop.parts, say: say_, whileDown: (part) => part === 'catcher' && mailbag.gather('beforeStart') });
    const report = await liveThrough(options, shop, breaker, mailbag, say_);
    clean = report.findings.length === 0;
    return report;
  } finally {
    await shop.stop(options.keep && !clean);
    say(`seed ${plan.seed}`);
  }
}

async function liveThrough(
  { plan, clockRate, drainMs }: RunOptions,
  shop: OwnShop,
  breaker: Breaker,
  mailbag: ReturnType<typeof createMailbag>,
  say: (line: string) => void,
): Promise<ChaosReport> {
  const tries: Try[] = [];
  const log = recordCalls(createShopClient(shop.apiUrl, DEMO_PASSWORD, (attempt) => tries.push(attempt), PEOPLE.waitMs));
  const people = await createPeople(shareLooks(log.shop), PEOPLE);
  const db = createDb(shop.databaseUrl, 4);
  const client = createTemporalClient({ address: shop.temporalAddress, namespace: shop.temporalNamespace });
  const clock = await shopClock(db, clockRate);
  const evening = new AbortController();
  const oddJobs = doOddJobs(log.shop, evening.signal);
  try {
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
    await log.settleUnknown();
    const restAt = await atRest(db, () => shopTime(clock, Date.now()), healedAt + drainMs);
    evening.abort();
    await oddJobs;
    say(`at rest ${Math.round((Date.now() - healedAt) / 1000)} s after the healing; the oracle looks`);
    await shop.parts.worker.stop();
    mailbag.gather();
    const judgement = await judge({
      calls: log.calls,
      delivered: mailbag.delivered,
      db,
      client,
      clock,
      restAt,
      lettersCounted: () => shop.parts.worker.start(),
    });
    return {
      ...judgement,
      seed: plan.seed,
      minutes: plan.minutes,
      clockRate,
      damage: breaker.damage,
      longestWaitMs: longestWait(log.calls),
      tries: countOf(tries),
      gaveUp,
      restMs: Date.now() - healedAt,
    };
  } finally {
    evening.abort();
    await client.connection.close();
    await db.$disconnect();
  }
}

/** Waits for the work, but no longer than that. */
async function atMost(ms: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  await Promise.race([work, new Promise((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}

/**
 * No order under way but those that wait for their visit's day, no letter due; or time is up, and the oracle will say what is left. Answers
 * the shop instant of the last look: what falls due later is none of this run's.
 */
async function atRest(db: Db, shopNow: () => number, until: number): Promise<number> {
  for (;;) {
    const now = new Date(shopNow());
    const [open, due] = await Promise.all([
      db.order.count({ where: { OR: [{ process: { closedAt: null }, NOT: waitsForItsDay(now) }, { process: { launchedAt: null } }] } }),
      db.notice.count({ where: { state: { in: ['queued', 'sending'] }, notBefore: { lte: now } } }),
    ]);
    if (open + due === 0 || Date.now() >= until) return now.getTime();
    await pause(LOOK_MS);
  }
}

const longestWait = (calls: readonly RecordedCall[]): number =>
  calls.reduce((most, call) => Math.max(most, call.endedAt - call.invokedAt), 0);

/** How often each status was answered; `none` is a try without an answer. */
function countOf(tries: readonly Try[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of tries) counts[status ?? 'none'] = (counts[status ?? 'none'] ?? 0) + 1;
  return counts;
}

function since(say: (line: string) => void): (line: string) => void {
  const started = Date.now();
  return (line) => say(`${((Date.now() - started) / 1000).toFixed(1).padStart(6)} s  ${line}`);
}
