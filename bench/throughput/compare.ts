import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Db } from '../../src/platform/db/client';
import { PROJECT_ROOT } from '../../src/local-shop/project';
import { pause } from '../../src/demo/shop-client';
import type { BenchOptions } from '../options';
import { startOwnShop, type OwnShop } from '../own-shop';
import { codeBytes } from './bundle-size';
import { LEAST_ASKED, type Asked } from '../floor/shape';
import { cpuSeconds, cpuSecondsWithChildren } from '../processes';
import { bundleFloor, floorOrders, shapeOf, startFloorWorker } from './floor-side';
import { runOverHttp, type HttpResult } from './over-http';
import { BRISK_RATE, BRISK_WAIT_MS, briskOrders, runCalendar, type CalendarResult } from './our-side';
import { openOurShop, type OurShop } from './our-shop';
import { pidOf, runSide, type SideResult } from './side';

/** All sides, round by round, and what was measured beside them. */
export interface Comparison {
  readonly inFlight: number;
  readonly ours: readonly SideResult[];
  /** The bare SDK with the counts of an order of ours. */
  readonly floor: readonly SideResult[];
  /** The bare SDK with what no order can do without (`LEAST_ASKED`). */
  readonly least: readonly SideResult[];
  readonly calendar: CalendarResult | null;
  readonly http: HttpResult | null;
  /** Letters of a round of ours, and real seconds after its last order until the last of them was sent. */
  readonly letters: number;
  readonly lettersBehindSeconds: readonly number[];
  /** Bytes of code in the workflow bundles. */
  readonly ourBundleBytes: number;
  readonly floorBundleBytes: number;
}

type Options = Pick<BenchOptions, 'orders' | 'rounds' | 'in-flight' | 'warm-up' | 'calendar-orders' | 'http-orders' | 'keep'>;

/** Measures our orders beside bare ones: one shop, one Temporal server with the same file, one side after the other. */
export async function compare(options: Options, say: (line: string) => void): Promise<Comparison> {
  const shop = await startOwnShop({
    clockRate: BRISK_RATE,
    say,
    onDeath: (part) => say(`The ${part.name} died:\n${part.lastLines(5).join('\n')}`),
  });
  let ours: OurShop | undefined;
  try {
    ours = await openOurShop(shop);
    return await compareIn(shop, ours, options, say);
  } finally {
    await ours?.close();
    await shop.stop(options.keep);
  }
}

/** Where a side is run, and how much of it. */
interface Ring {
  readonly shop: OwnShop;
  readonly ours: OurShop;
  readonly options: Options;
}

/** Processor seconds of what every side uses. */
const engine = (shop: OwnShop) => ({ temporal: cpuSeconds(pidOf(shop.parts.temporal)), client: cpuSeconds(process.pid) });

function runOurs({ shop, ours, options }: Ring, orders: number): Promise<SideResult> {
  const workerPid = pidOf(shop.parts.worker);
  const cpu = () => ({
    worker: cpuSeconds(workerPid),
    ...engine(shop),
    postgres: cpuSecondsWithChildren(pidOf(shop.parts.postgres)),
    catcher: cpuSeconds(pidOf(shop.parts.catcher)),
  });
  return runSide({ client: ours.client, orders, inFlight: options['in-flight'], workerPid, cpu, live: briskOrders(ours) });
}

/** Nothing of ours runs beside the floor, but Postgres, which sleeps. */
async function runFloor({ shop, ours: { client }, options }: Ring, bundleFile: string, asked: Asked): Promise<SideResult> {
  for (const part of ASIDE) await shop.parts[part].stop();
  const worker = await startFloorWorker(shop, bundleFile);
  try {
    const cpu = () => ({ worker: cpuSeconds(worker.pid), ...engine(shop) });
    const live = floorOrders(client, shapeOf(asked, BRISK_WAIT_MS));
    const floor = { client, orders: options.orders, inFlight: options['in-flight'], workerPid: worker.pid, cpu, live };
    await runSide({ ...floor, orders: options['warm-up'] });
    return await runSide(floor);
  } finally {
    await worker.stop();
    for (const part of [...ASIDE].reverse()) await shop.parts[part].start();
  }
}

async function compareIn(shop: OwnShop, ours: OurShop, options: Options, say: (line: string) => void): Promise<Comparison> {
  const { db } = ours;
  const inFlight = options['in-flight'];
  const ring = { shop, ours, options };
  say(`Warming up with ${options['warm-up']} orders of ours`);
  const { counts } = await runOurs(ring, options['warm-up']);
  await lettersSent(db);
  const bundle = await bundleFloor(shop);

  const done: Record<'ours' | 'floor' | 'least', SideResult[]> = { ours: [], floor: [], least: [] };
  const behind: number[] = [];
  let letters = 0;
  const ourTurn = async (): Promise<void> => {
    await runOurs(ring, options['warm-up']); // a worker that has just started is slower
    await lettersSent(db);
    const before = await db.notice.count();
    done.ours.push(await runOurs(ring, options.orders));
    behind.push(await lettersSent(db));
    letters = (await db.notice.count()) - before;
  };
  const turns = {
    ours: ourTurn,
    floor: async (): Promise<void> => void done.floor.push(await runFloor(ring, bundle.file, counts)),
    least: async (): Promise<void> => void done.least.push(await runFloor(ring, bundle.file, LEAST_ASKED)),
  };
  for (let round = 1; round <= options.rounds; round += 1) {
    say(`Round ${round} of ${options.rounds}: ${options.orders} orders a side, ${inFlight} at a time`);
    // the other way round in every other round: the server's file grows
    for (const side of round % 2 === 1 ? SIDES : [...SIDES].reverse()) {
      await turns[side]();
      say(`  ${side}: ${done[side].at(-1)!.ordersPerSecond.toFixed(2)} orders/s`);
    }
  }

  return {
    inFlight,
    ...done,
    letters,
    lettersBehindSeconds: behind,
    http: await overHttp(shop, options, say),
    calendar: await byTheCalendar(ours, options, say),
    ourBundleBytes: codeBytes(readFileSync(join(PROJECT_ROOT, 'dist', 'workflow-bundle.js'), 'utf8')),
    floorBundleBytes: codeBytes(bundle.code),
  };
}

const SIDES = ['ours', 'floor', 'least'] as const;
const ASIDE = ['api', 'worker', 'catcher'] as const;

async function overHttp(shop: OwnShop, { 'http-orders': orders, 'in-flight': inFlight }: Options, say: (line: string) => void) {
  if (orders === 0) return null;
  say(`Over HTTP: ${orders} orders with all their people`);
  return runOverHttp(shop.apiUrl, orders, inFlight);
}

async function byTheCalendar(ours: OurShop, { 'calendar-orders': orders }: Options, say: (line: string) => void) {
  if (orders === 0) return null;
  say(`By the calendar: ${orders} orders over nineteen shop days`);
  return runCalendar(ours, orders);
}

/** Real milliseconds between looks, and until letters may stay behind. */
const LOOK_MS = 100;
const PATIENCE_MS = 120_000;

/** Waits until the post office has nothing left to send; answers after how many real seconds. Letters held by quiet hours stay. */
async function lettersSent(db: Db): Promise<number> {
  const from = Date.now();
  // orders live in yesterday: what they wrote is due, what is held belongs to orders over HTTP
  const due = (): Promise<number> =>
    db.notice.count({ where: { state: { in: ['queued', 'sending'] }, notBefore: { lte: new Date(from) } } });
  while ((await due()) > 0) {
    if (Date.now() - from > PATIENCE_MS) throw new Error(`Letters were still not sent after ${PATIENCE_MS / 1000} s.`);
    await pause(LOOK_MS);
  }
  return (Date.now() - from) / 1000;
}
