import type { Client } from '@temporalio/client';
import { orderWorkflowId } from '../../../src/orders/names.messages';
import { createActsUnderWay } from '../../../src/process/record/acts-under-way.repository';
import type { Db } from '../../../src/platform/db/client';
import type { Prisma } from '../../../src/generated/prisma/client';
import { shopTime, type ShopClock } from '../../../src/base/clock';
import { BAKERY } from '../../../src/bakery/rulebook.rules';
import { toMs } from '../../../src/base/rule';
import { pause } from '../../../src/demo/shop-client';
import { verifyTimeline } from '../../../src/process/record/timeline';
import type { RecordedCall } from '../call-log';
import type { Delivered } from '../mailbag';
import type { WoundRecord } from '../wounds';
import { judgeActs } from './acts';
import type { Event, Finding } from './finding';
import { judgeLetters, type Letters } from './letters';
import { judgeOrders } from './orders';
import { judgeRow } from './rows';
import { judgeWorkflow, seeWorkflow, viewOf } from './workflows';
import { judgeUnderWay, judgeWounds } from './wounds';

/** Everything a run left behind. Every part serves. */
export interface Evidence {
  readonly calls: readonly RecordedCall[];
  readonly delivered: readonly Delivered[];
  readonly wounds: readonly WoundRecord[];
  readonly db: Db;
  readonly client: Client;
  readonly clock: ShopClock;
  /** The shop instant at which the run came to rest; the clock runs on while it is judged. */
  readonly restAt: number;
  /** Called when the letters are counted: the worker, which rested so that none was on its way, is needed for the workflows' views. */
  readonly lettersCounted: () => Promise<void>;
}

export interface Judgement {
  readonly findings: readonly Finding[];
  readonly orders: number;
  /** Of them, those that rest: delivered before their visit, or closed while they may be rated. */
  readonly waiting: number;
  readonly acts: { readonly ok: number; readonly fail: number; readonly unknown: number };
  readonly letters: { readonly notices: number; readonly delivered: number; readonly repeats: number };
  readonly timelineRows: number;
  readonly historyEvents: number;
}

/** The two ways in which an order may rest: delivered, and the visit is still to come (AFT-88); closed, and a rating still may (BAK-82). */
export const waitsForItsDay = (now: Date) =>
  ({
    OR: [
      { process: { state: 'delivered' }, followUpAt: { gt: now } },
      { process: { state: 'closed' }, deliveredAt: { gte: new Date(now.getTime() - toMs(BAKERY.ratingClose.value)) } },
    ],
  }) satisfies Prisma.OrderWhereInput;

/** More than a run can leave. */
const MOST_UNDER_WAY = 10_000;

/** Reconciles what callers were told with what stands in Postgres, in Temporal and in the catcher. */
export async function judge(evidence: Evidence): Promise<Judgement> {
  const { calls, delivered, db, client } = evidence;
  const letters = { ...(await lettersOf(evidence)), delivered };
  await evidence.lettersCounted();
  const post = judgeLetters(letters);
  const chains = await judgeChains(db);
  const lives = await judgeLives(evidence);
  const orders = await db.order.findMany({ select: { number: true, customer: true } });
  const placed = orders.map(({ number, customer }) => ({ number, mark: (customer as { email: string }).email }));
  const count = (outcome: RecordedCall['outcome']): number => calls.filter((call) => call.outcome === outcome).length;
  return {
    findings: [
      ...judgeOrders(calls, placed),
      ...judgeActs(calls, await eventsOf(db), await lookupOf(db)),
      ...judgeWounds(evidence.wounds),
      ...judgeUnderWay(await createActsUnderWay(db).begunBefore(Date.now(), MOST_UNDER_WAY), Date.now()),
      ...post.findings,
      ...chains.findings,
      ...lives.findings,
      ...(await strangers(client)),
    ],
    orders: orders.length,
    waiting: lives.waiting,
    acts: { ok: count('ok'), fail: count('fail'), unknown: count('unknown') },
    letters: { notices: letters.notices.length, delivered: delivered.length, repeats: post.repeats },
    timelineRows: chains.rows,
    historyEvents: lives.events,
  };
}

/** The order a process is about. */
async function ordersByProcess(db: Db): Promise<(processId: string) => string> {
  const rows = await db.process.findMany({ select: { id: true, aboutOrder: true } });
  const orders = new Map(rows.map(({ id, aboutOrder }) => [id, aboutOrder ?? '']));
  return (id) => orders.get(id) ?? '';
}

async function lettersOf({ db, restAt }: Evidence): Promise<Omit<Letters, 'delivered'>> {
  const orderOf = await ordersByProcess(db);
  const notices = await db.notice.findMany({ select: { id: true, processId: true, template: true, state: true, notBefore: true } });
  const attempts = await db.noticeAttempt.findMany({ select: { id: true, noticeId: true, outcome: true, error: true } });
  return {
    notices: notices.map(({ id, processId, template, state, notBefore }) => ({
      id,
      order: orderOf(processId),
      template,
      state,
      due: notBefore.getTime() <= restAt,
    })),
    attempts,
  };
}

async function eventsOf(db: Db): Promise<Event[]> {
  const orderOf = await ordersByProcess(db);
  const rows = await db.timelineEvent.findMany({
    select: { processId: true, kind: true, data: true, actor: true },
    orderBy: [{ position: 'asc' }],
  });
  return rows.map(({ processId, kind, data, actor }) => ({
    order: orderOf(processId),
    kind,
    data: data as Event['data'],
    actor: actor as Event['actor'],
  }));
}

async function lookupOf(db: Db): Promise<Parameters<typeof judgeActs>[2]> {
  const orderOf = await ordersByProcess(db);
  const tasks = new Map(
    (await db.task.findMany({ select: { id: true, processId: true, kind: true } })).map((row) => [
      row.id,
      { order: orderOf(row.processId), kind: row.kind },
    ]),
  );
  const staff = new Map((await db.staff.findMany({ select: { id: true, login: true } })).map(({ login, id }) => [login, id]));
  return { task: (id) => tasks.get(id), staffId: (login) => staff.get(login) };
}

async function judgeChains(db: Db): Promise<{ findings: Finding[]; rows: number }> {
  const findings: Finding[] = [];
  let rows = 0;
  for await (const chain of verifyTimeline(db)) {
    if (chain.ok) rows += chain.events;
    else findings.push({ what: 'broken', about: chain.process, detail: `the timeline's chain breaks at ${chain.seq}: ${chain.why}` });
  }
  return { findings, rows };
}

/** Each order's workflow beside its row, a few at a time: the worker may have to replay it to answer. */
async function judgeLives({ db, client, clock }: Evidence): Promise<{ findings: Finding[]; events: number; waiting: number }> {
  const orderOf = await ordersByProcess(db);
  const open = (await db.task.findMany({ where: { state: 'open' }, select: { processId: true, kind: true } })).map(
    ({ processId, kind }) => ({
      order: orderOf(processId),
      kind,
    }),
  );
  const resting = await db.order.findMany({ where: waitsForItsDay(new Date(shopTime(clock, Date.now()))), select: { number: true } });
  const waiting = new Set(resting.map(({ number }) => number).filter((order) => !open.some((task) => task.order === order)));
  const orders = await db.order.findMany({ include: { process: true } });
  const findings: Finding[] = [];
  let events = 0;
  const lane = async (): Promise<void> => {
    for (let row = orders.pop(); row; row = orders.pop()) {
      const {
        number: order,
        process: { state },
      } = row;
      const seen = await seeWorkflow(client, orderWorkflowId(order));
      const openTasks = open.filter((task) => task.order === order).map(({ kind }) => kind);
      findings.push(...judgeWorkflow({ order, state, openTasks, waits: waiting.has(order) }, seen));
      if (seen) findings.push(...(await judgeView(db, client, order)));
      events += seen?.events ?? 0;
    }
  };
  await Promise.all(Array.from({ length: 8 }, lane));
  return { findings, events, waiting: waiting.size };
}

/** Real milliseconds, and looks, that a record on its way gets: a clock may ring between two readings. */
const [SETTLE_MS, LOOKS] = [500, 10];

/** The order's row beside its workflow's own view, read again while the two are in motion, or while its worker is too busy to answer. */
async function judgeView(db: Db, client: Client, order: string): Promise<Finding[]> {
  for (let look = 1; ; look += 1) {
    const view = await viewOf(client, order);
    const findings: Finding[] = view
      ? judgeRow(await db.order.findUniqueOrThrow({ where: { number: order }, include: { process: true } }), view)
      : [{ what: 'stuck', about: order, detail: 'its workflow does not answer' }];
    if (findings.length === 0 || look === LOOKS) return findings;
    await pause(SETTLE_MS);
  }
}

/** Workflows that failed or were ended from outside, of whatever kind. */
async function strangers(client: Client): Promise<Finding[]> {
  const findings: Finding[] = [];
  const query = `ExecutionStatus = 'Failed' OR ExecutionStatus = 'Terminated' OR ExecutionStatus = 'TimedOut'`;
  for await (const { workflowId, status } of client.workflow.list({ query })) {
    findings.push({ what: 'stuck', about: workflowId, detail: `the workflow is ${status.name}` });
  }
  return findings;
}
