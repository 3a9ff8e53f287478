import type { BenchOptions } from '../options';
import { startOwnShop } from '../own-shop';
import { openOurShop, type OurShop } from '../throughput/our-shop';
import { pidOf } from '../throughput/side';
import { runActsOverHttp } from './acts';
import type { ActsResult } from './arrivals';
import { runParked, type ParkedResult } from './parked';
import { runSoak, type SoakResult } from './soak';

/** A part that was left out is null. */
export interface LoadResult {
  readonly acts: ActsResult | null;
  readonly parked: ParkedResult | null;
  readonly soak: SoakResult | null;
}

/** Real seconds of a smaller acts run whose figures are thrown away: it warms the API. */
const WARM_UP_SECONDS = 5;

/** What `--load` adds, in a shop of its own that keeps the world's time: acts at a fixed rate, parked orders and their timers, a soak. */
export async function runLoad(options: BenchOptions, say: (line: string) => void): Promise<LoadResult> {
  const shop = await startOwnShop({
    clockRate: 1,
    say,
    onDeath: (part) => say(`The ${part.name} died:\n${part.lastLines(5).join('\n')}`),
    env: { WORKER_MAX_CACHED: String(options.cache) },
  });
  let ours: OurShop | undefined;
  try {
    ours = await openOurShop(shop);
    const inFlight = options['in-flight'];
    const { rate, parked, timers, cache } = options;
    const { apiUrl } = shop;
    const workerPid = pidOf(shop.parts.worker);

    let acts: ActsResult | null = null;
    if (rate > 0 && options['rate-seconds'] > 0) {
      say(`Acts: ${rate} requests a second for ${options['rate-seconds']} s, after as many orders as they need`);
      await runActsOverHttp({ shop: ours, apiUrl, rate: rate / 2, seconds: WARM_UP_SECONDS, inFlight });
      acts = await runActsOverHttp({ shop: ours, apiUrl, rate, seconds: options['rate-seconds'], inFlight });
    }
    let rested: ParkedResult | null = null;
    if (parked > 0) {
      say(`Parking ${parked} orders with a worker that keeps ${cache} in memory`);
      rested = await runParked({ shop: ours, parked, timers: Math.min(timers, parked), cache, inFlight, workerPid, say });
    }
    let soak: SoakResult | null = null;
    if (options['soak-minutes'] > 0) {
      say(`Soak: ${options['soak-minutes']} minutes, ${options['soak-orders']} orders a minute`);
      const pids = { worker: workerPid, api: pidOf(shop.parts.api) };
      soak = await runSoak({ apiUrl, minutes: options['soak-minutes'], ordersPerMinute: options['soak-orders'], pids });
    }
    return { acts, parked: rested, soak };
  } finally {
    await ours?.close();
    await shop.stop(options.keep);
  }
}
