import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { createActivities } from '../../activities';
import { BAKERY_WORKFLOW } from '../../src/bakery/names.messages';
import { orderWorkflowId } from '../../src/orders/names.messages';
import type { OrderFacts } from '../../src/orders/order.messages';
import type { LivedInput } from '../../workflows/bakery/story-state';
import { defaultCalendar, type Calendar } from '../../src/base/calendar';
import { shopTime, type ShopClock } from '../../src/base/clock';
import { isRole } from '../../src/base/roles';
import { BAKERY_VERSION, bakeryRules, type BakeryRules } from '../../src/bakery/rulebook.rules';
import { DAY_MS, MINUTE_MS } from '../../src/base/rule';
import { letterOf } from '../../src/process/outbox/register.letters';
import { checking, sealing } from '../../src/platform/temporal/seal';
import { Book, type Market } from './fake-book';
import { Order } from './order-under-test';
import { timeSkippingServer, workflowBundle } from './time-skipping';

export { badField, refusal, refused, staff, type Order } from './order-under-test';

/**
 * The test server ends every workflow after ten years of its own (skippable) time. Shop time runs as slowly as fits into that: with a
 * week to live one shop millisecond lasts half a second, so that a test can act *at* an instant, not only before and after it. (The server
 * takes no longer life than that, whatever is asked of it.)
 */
const SERVER_LIFE_DAYS = 3600;
/** What the API of the tests signs its acts with. */
const API_SECRET = 'the secret of this bakery';
/**
 * With a number in `TEST_CONTINUE_AFTER_ACTS` every order of the tests goes on in another run after so many acts, and each test of an order says
 * something of continued ones as well. (What counts acts or reads one run's history is about one run, and fails then.)
 */
const EVERYBODY_CONTINUES = process.env['TEST_CONTINUE_AFTER_ACTS'] ? Number(process.env['TEST_CONTINUE_AFTER_ACTS']) : undefined;
/** Real milliseconds a skip may take on a busy machine; it takes a few. */
const SKIP_LIMIT_MS = 5_000;

/** An instant by the shop's own clock: `shanghai('2026-12-01', '10:00')`. */
export const shanghai = (day: string, time: string): number => Date.parse(`${day}T${time}${time.length === 5 ? ':00' : ''}+08:00`);

/** Whole seconds by which something came after an instant: a busy test server fires a timer some milliseconds late, and whose clock says so. */
export const secondsAfter = (instant: number, at: number | null | undefined): number => Math.floor(((at ?? NaN) - instant) / 1_000);

/** When the shop of the tests takes its orders: a Tuesday morning. */
export const INTAKE = shanghai('2026-12-01', '10:00');

export interface Bakery {
  /** Takes an order; unless told otherwise a birthday cake by courier, due in six days, taken at `INTAKE`. */
  places(order?: Partial<PlacedOrder>): Promise<Order>;
  /** Ends the orders a test left behind, so that their clocks do not ring into the next one. */
  clear(): Promise<void>;
  /**
   * Whether time can still be skipped. The test server holds time while an activity runs, and for good when the activity's workflow
   * ended under it: then the bakery must be opened anew.
   */
  skipsTime(): Promise<boolean>;
  /** Letters written so far that would wait for the end of the quiet hours, though their kind never waits (BAK-08). */
  waiting(): readonly string[];
  close(): Promise<void>;
}
export interface PlacedOrder {
  readonly facts: Partial<OrderFacts>;
  readonly rules: Partial<BakeryRules>;
  readonly takenAt: number;
  readonly deliverInDays: number;
  /** Days of shop time the test needs; the fewer, the longer an instant lasts. */
  readonly lifeDays: number;
  readonly market: Market;
  readonly calendar: Calendar;
  /** Acts after which the order goes on in another run. */
  readonly continueAfterActs: number | undefined;
}

/** One bakery for a test file: opened before its tests, cleared after each, closed at the end. */
export function bakeryOfThisFile(): Pick<Bakery, 'places'> {
  let bakery: Bakery | undefined;
  beforeAll(async () => {
    bakery = await openBakery();
  }, 120_000);
  afterEach(async () => {
    await bakery?.clear();
    expect(bakery?.waiting() ?? []).toEqual([]);
    if (!bakery || (await bakery.skipsTime())) return;
    await bakery.close();
    bakery = await openBakery();
  }, 60_000);
  afterAll(() => bakery?.close());
  return {
    places(order) {
      if (!bakery) throw new Error('the bakery is not open');
      return bakery.places(order);
    },
  };
}

/** A whole bakery: the real workflows and activities under time that can be skipped, with fakes behind the ports. */
export async function openBakery(): Promise<Bakery> {
  const env = await timeSkippingServer({ payloadCodecs: [sealing(API_SECRET)] });
  const books = new Map<string, Book>();
  let orders: Order[] = [];
  const skips = new Set<AbortController>();
  /** A skip that is held must not be tried on behind the back of the tests when the server has been closed: each has a signal of its own. */
  const skip = async (ms: number, given?: AbortSignal): Promise<void> => {
    const own = new AbortController();
    skips.add(own);
    try {
      await env.connection.withAbortSignal(given ?? own.signal, () => env.sleep(ms));
    } finally {
      skips.delete(own);
    }
  };
  const bookOf = (number: string): Book => {
    const book = books.get(number);
    if (!book) throw new Error(`no book for ${number}`);
    return book;
  };
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: 'orders',
    workflowBundle: await workflowBundle(),
    dataConverter: { payloadCodecs: [checking([API_SECRET])] },
    activities: createActivities({
      recorder: {
        record: (batch) => bookOf(batch.process.aboutOrder ?? '').record(batch),
        revisionOf: () => Promise.reject(new Error('only the API asks')),
      },
      restarter: { restart: () => Promise.resolve('restarted') },
      recordAlarm: { raise: () => Promise.resolve(), settle: () => Promise.resolve() },
      calendars: { calendarOf: (storeId) => Promise.resolve(bookOf(storeId).calendar) },
      // everybody's login is their role, as in the demo shop, and each works in every order's store
      staff: { findInStore: (_storeId, login) => Promise.resolve(isRole(login) ? { id: login, roles: [login] } : null) },
      signalsAllowed: true,
      suppliers: {
        listFor: (storeId) =>
          Promise.resolve(Object.keys(bookOf(storeId).market).map((id) => ({ id, channel: 'email' as const, limitMinutes: 60 }))),
        ask: (request) => bookOf(request.orderNumber).ask(request),
        withdraw: (request) => bookOf(request.orderNumber).withdraw(request),
      },
      post: { deliverDue: () => Promise.resolve({ settled: 0, undeliverable: [] }), acknowledge: () => Promise.resolve() },
      teller: { tellUndeliverable: () => Promise.resolve() },
      stopping: new AbortController().signal,
    }),
  });
  const running = worker.run();

  return {
    async places({
      facts = {},
      rules = {},
      takenAt = INTAKE,
      deliverInDays = 6,
      lifeDays = 7,
      market = {},
      calendar = defaultCalendar({ assumeWeekdays: true }),
      continueAfterActs = EVERYBODY_CONTINUES,
    } = {}) {
      const number = `20261201${String(books.size + 1).padStart(3, '0')}${randomUUID().replace(/\D/g, '').slice(0, 8)}`;
      const clock = clockShowing(takenAt, await env.currentTimeMs(), lifeDays / SERVER_LIFE_DAYS);
      const book = new Book(market, calendar);
      books.set(number, book);
      const input: LivedInput = {
        number,
        kind: 'bakery',
        storeId: number, // each order has its own book of fakes
        intakeAt: takenAt,
        takenBy: 'sales-consultant',
        facts: aCake({ deliveryAt: takenAt + deliverInDays * DAY_MS, ...facts }),
        rulesVersion: BAKERY_VERSION,
        rules: { ...bakeryRules(), ...rules },
        clock,
        ...(continueAfterActs !== undefined && { continueAfterActs }),
      };
      const handle = await env.client.workflow.start(BAKERY_WORKFLOW, {
        taskQueue: 'orders',
        workflowId: orderWorkflowId(number),
        args: [input],
      });
      const realOf = (at: number): number => Math.ceil(clock.originMs + (at - clock.originMs) / clock.rate);
      const skipTo = async (instant: number): Promise<void> => {
        const ms = instant - (await env.currentTimeMs());
        if (ms > 0) await skip(ms);
      };
      const order = new Order(input, handle as never, book, {
        now: async () => shopTime(clock, await env.currentTimeMs()),
        real: () => env.currentTimeMs(),
        // a timer is late by as long as the task that set it took, and never early: until the next instant it belongs to this one
        endOf: (at) => realOf(at + 1) - 1,
        sleepUntil: (at) => skipTo(realOf(at)),
        sleepUntilShown: (at) => skipTo(realOf(at - 0.5) + 1), // the clock rounds
      });
      orders.push(order);
      return order;
    },
    async clear() {
      const left = orders;
      orders = [];
      // an activity under way when its workflow ends would keep the server's time from being skipped
      await Promise.all(left.map((order) => order.settled().catch(() => undefined)));
      // nor does the server bear a search that outlives its order
      await Promise.all(left.map((order) => order.endsSearches()));
      await Promise.all(left.map((order) => order.handle.terminate('the test is over').catch(() => undefined)));
    },
    skipsTime: () =>
      skip(MINUTE_MS, AbortSignal.timeout(SKIP_LIMIT_MS)).then(
        () => true,
        () => false,
      ),
    waiting: () =>
      [...books.values()].flatMap(({ outbox }) =>
        outbox.filter(({ template, urgent }) => letterOf(template).urgent && !urgent).map(({ template, to }) => `${template} to ${to}`),
      ),
    async close() {
      for (const held of skips) held.abort();
      worker.shutdown();
      await running;
      await env.teardown();
    },
  };
}

/** A clock that shows `shop` at the real instant `real`. */
const clockShowing = (shop: number, real: number, rate: number): ShopClock => ({
  originMs: Math.round((shop - real * rate) / (1 - rate)),
  rate,
});

/** A birthday cake worth ¥288, by courier. */
export const aCake = (own: Partial<OrderFacts> = {}): OrderFacts => ({
  lines: [{ product: 'birthday-cake', quantity: 1, unitPriceFen: 28_800, requirements: ['low-sugar'], allergens: ['egg', 'milk'] }],
  occasion: 'birthday',
  urgency: 'normal',
  complex: false,
  deliveryAt: 0,
  method: 'courier',
  decoration: true,
  fragile: true,
  highRisk: false,
  totalFen: 28_800,
  ...own,
});
