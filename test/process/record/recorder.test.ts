import type { Prisma } from '../../../src/generated/prisma/client';
import type { Actor } from '../../../src/base/actor';
import type { ChangeRow } from '../../../src/orders/order-rows.messages';
import type { RecordBatch } from '../../../src/process/process.messages';
import type { Db } from '../../../src/platform/db/client';
import { createDb } from '../../../src/platform/db/client';
import { createActsUnderWay } from '../../../src/process/record/acts-under-way.repository';
import { createRecorder } from '../../../src/process/record/recorder';
import { createTaskReads } from '../../../src/process/tasks/task-read.repository';
import { verifyTimeline } from '../../../src/process/record/timeline';
import { testDatabase, type TestDatabase } from '../../support/database';
import { aBatch, anEvent, anOrder, aNotice, aProcess, aSnapshot, aTask, DELIVERY, INTAKE, someFacts } from '../../support/records';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await testDatabase();
  db = database.db;
});
afterAll(() => database.close());

const STAFF: Actor = { kind: 'staff', id: 'staff-1', roles: ['store-manager'], via: 'http' };
const rowsOf = async (orderNumber: string) => ({
  order: await db.order.findUniqueOrThrow({ where: { number: orderNumber } }),
  process: await db.process.findUniqueOrThrow({ where: { id: `order/${orderNumber}` } }),
  timeline: await db.timelineEvent.findMany({ where: { processId: `order/${orderNumber}` }, orderBy: { seq: 'asc' } }),
  tasks: await db.task.findMany({ where: { processId: `order/${orderNumber}` } }),
  notices: await db.notice.findMany({ where: { processId: `order/${orderNumber}` } }),
  payments: await db.payment.findMany({ where: { orderNumber } }),
});
/** Whether the chains of the order, and of what is about it, hold. */
const chainsOf = async (orderNumber: string): Promise<Record<string, boolean>> => {
  const chains: Record<string, boolean> = {};
  for await (const { process, ok } of verifyTimeline(db, orderNumber)) chains[process] = ok;
  return chains;
};
const isWhole = async (orderNumber: string): Promise<boolean> => (await chainsOf(orderNumber))[`order/${orderNumber}`] === true;
/** The first batch of a search for a supplier of that order. */
const beside = (orderNumber: string, exception: string, own: Partial<RecordBatch> = {}): RecordBatch => {
  const { snapshot: _none, ...batch } = aBatch(orderNumber, 1, {
    process: aProcess(orderNumber, { id: `sourcing/${exception}`, kind: 'sourcing', number: exception, parentId: `order/${orderNumber}` }),
    first: true,
    standing: { state: 'searching', overlays: [], dueAt: null, closedAt: null },
    ...own,
  });
  return batch;
};

const fullBatch = (number: string, revision = 1): RecordBatch =>
  aBatch(number, revision, {
    snapshot: aSnapshot(number, { revision, state: 'materials', overlays: ['overdue'], acceptedAt: INTAKE, risk: true, costsFen: 5 }),
    events: [anEvent(number, 1), anEvent(number, 2, { kind: 'order.accepted', textId: 'text-1' })],
    tasks: [aTask(number, 1)],
    notices: [aNotice(number, 3)],
    payments: [{ id: `${number}-p1`, direction: 'in', amountFen: 8_640, method: 'wechat', receivedAt: INTAKE, by: STAFF }],
    costs: [{ id: `${number}-c1`, cost: 'ingredients', amountFen: 5, at: INTAKE, by: STAFF }],
    exceptions: [
      {
        id: `${number}-x1`,
        type: 'ingredient-shortage',
        foundAt: INTAKE,
        reportedAt: INTAKE + 1,
        reporter: STAFF,
        late: false,
        item: 'strawberry',
        state: 'open',
        firstResponseAt: null,
        outcome: null,
        closedAt: null,
      },
    ],
    contacts: [
      {
        id: `${number}-s1`,
        exceptionId: `${number}-x1`,
        supplierId: 'supplier-1',
        askedAt: INTAKE,
        answeredAt: null,
        result: 'asked',
        promisedAt: null,
      },
    ],
  });

describe('a batch becomes rows', () => {
  test('everything decided is written together: order, timeline, task, notice and side rows', async () => {
    const number = await anOrder(db);
    await createRecorder(db).record(fullBatch(number));

    const { order, process, timeline, tasks, notices, payments } = await rowsOf(number);
    expect(process).toMatchObject({ state: 'materials', overlays: ['overdue'], revision: 1, closedAt: null });
    expect(order).toMatchObject({ risk: true, costsFen: 5, acceptedAt: new Date(INTAKE) });
    expect(process.launchedAt).not.toBeNull();
    expect(timeline).toMatchObject([
      { seq: 1, kind: 'task.opened', ruleId: 'BAK-27', at: new Date(INTAKE + 1_001), prevHash: '', textId: null },
      { seq: 2, kind: 'order.accepted', textId: 'text-1', prevHash: timeline[0]?.hash },
    ]);
    expect(process).toMatchObject({ timelineSeq: 2, timelineHash: timeline[1]?.hash });
    expect(tasks).toMatchObject([
      {
        id: `${number}-1`,
        processId: `order/${number}`,
        storeId: 'store-1',
        state: 'open',
        ruleIds: ['BAK-27', 'BAK-28'],
        dueAt: new Date(INTAKE + 14_400_000),
        closedAt: null,
      },
    ]);
    expect(notices).toMatchObject([
      { to: 'role:production-supervisor', state: 'queued', attempts: 0, channels: [], notBefore: new Date(INTAKE) },
    ]);
    expect(payments).toMatchObject([{ amountFen: 8_640, direction: 'in', by: STAFF, receivedAt: new Date(INTAKE) }]);
    expect(await db.cost.count({ where: { orderNumber: number } })).toBe(1);
    expect(await db.orderException.findMany({ where: { orderNumber: number } })).toMatchObject([
      { item: 'strawberry', state: 'open', late: false },
    ]);
    expect(await db.supplierContact.findMany({ where: { orderNumber: number } })).toMatchObject([{ result: 'asked', answeredAt: null }]);
  });

  test('a later batch moves what it names and clears what is over', async () => {
    const number = await anOrder(db);
    const recorder = createRecorder(db);
    await recorder.record(fullBatch(number));
    const answers = [{ by: STAFF, at: INTAKE + 5, choices: { outcome: 'feasible' } }];
    await recorder.record(
      aBatch(number, 2, {
        snapshot: aSnapshot(number, { revision: 2, state: 'making', plannedStartAt: INTAKE + 9 }),
        events: [anEvent(number, 4)],
        tasks: [aTask(number, 1, { state: 'done', answers, closedAt: INTAKE + 5, dueAt: null })],
      }),
    );
    const { order, process, timeline, tasks } = await rowsOf(number);
    expect(process).toMatchObject({ state: 'making', overlays: [], revision: 2, timelineSeq: 3 });
    expect(order).toMatchObject({ acceptedAt: null, plannedStartAt: new Date(INTAKE + 9) });
    expect(timeline[2]).toMatchObject({ seq: 3, prevHash: timeline[1]?.hash });
    expect(tasks).toMatchObject([{ state: 'done', answers, closedAt: new Date(INTAKE + 5), dueAt: null }]);
  });

  test('of a task its clock: whose it is, when it began, its first deadline, how long it stood, and who stands above it', async () => {
    const number = await anOrder(db);
    const recorder = createRecorder(db);
    const task = aTask(number, 1, {
      department: 'quality',
      startedAt: INTAKE - 1_800_000,
      firstDueAt: INTAKE + 60_000,
      dueAt: INTAKE + 120_000,
      ladder: ['head:quality', 'management'],
    });
    await recorder.record(aBatch(number, 1, { tasks: [{ ...task, pausedSince: INTAKE + 30_000 }] }));
    expect((await rowsOf(number)).tasks).toMatchObject([
      {
        department: 'quality',
        openedAt: new Date(INTAKE),
        startedAt: new Date(INTAKE - 1_800_000),
        firstDueAt: new Date(INTAKE + 60_000),
        dueAt: new Date(INTAKE + 120_000),
        pausedSince: new Date(INTAKE + 30_000),
        pausedMs: 0n,
        ladder: ['head:quality', 'management'],
      },
    ]);
    const afterLongPause = {
      ...task,
      firstDueAt: INTAKE + 4e9,
      dueAt: INTAKE + 5e9,
      pausedMs: 4e9,
      nextRungAt: INTAKE + 6e9,
      department: null,
    };
    await recorder.record(aBatch(number, 2, { tasks: [afterLongPause] }));
    expect((await rowsOf(number)).tasks).toMatchObject([
      { firstDueAt: new Date(INTAKE + 4e9), pausedSince: null, pausedMs: 4_000_000_000n, department: null },
    ]);
    expect(await createTaskReads(db).find(`${number}-1`)).toEqual({
      ...afterLongPause,
      processId: `order/${number}`,
      storeId: 'store-1',
      aboutOrder: number,
    });
  });

  test('the large parts that a snapshot leaves out stay as the batches before it left them', async () => {
    const number = await anOrder(db);
    const recorder = createRecorder(db);
    const moments = [{ name: 'follow-up', at: INTAKE + 7, ruleId: 'AFT-88', reason: { rule: 'AFT-88', base: 'deliveredAt' } }] as const;
    const facts = someFacts({ occasion: 'wedding', urgency: 'rush', deliveryAt: INTAKE + 11 });
    const money = { totalFen: 900, depositFen: 270, receivedFen: 300, refundedFen: 20, outstandingFen: 620 };
    const shut = [{ move: 'accept', rule: 'BAK-31', why: { code: 'prepayment-missing', params: { missingFen: 270 } } }] as const;
    await recorder.record(aBatch(number, 1, { snapshot: aSnapshot(number, { facts, moments, money, shut }) }));
    const {
      facts: _facts,
      moments: _moments,
      stages: _stages,
      money: _money,
      shut: _shut,
      ...small
    } = aSnapshot(number, { revision: 2, state: 'making' });
    await recorder.record(aBatch(number, 2, { snapshot: small }));
    const { order, process } = await rowsOf(number);
    expect(process).toMatchObject({ state: 'making', revision: 2 });
    expect(order).toMatchObject({ facts, moments, occasion: 'wedding', urgency: 'rush', ...money, shut });
    expect(order.deliveryAt).toEqual(new Date(INTAKE + 11));
  });

  test('a process beside the order has a chain of its own, and leaves the order as it is', async () => {
    const number = await anOrder(db);
    const recorder = createRecorder(db);
    await recorder.record(aBatch(number, 1, { events: [anEvent(number, 1)] }));
    const before = await rowsOf(number);
    await recorder.record(beside(number, 'x1', { events: [anEvent(number, 0, { id: 'sourcing/x1/1' })] }));
    expect(await rowsOf(number)).toEqual(before);
    expect(await db.process.findUnique({ where: { id: 'sourcing/x1' } })).toMatchObject({
      kind: 'sourcing',
      number: 'x1',
      aboutOrder: number,
      parentId: `order/${number}`,
      state: 'searching',
      revision: 1,
      timelineSeq: 1,
      openedAt: new Date(INTAKE),
    });
    expect(await chainsOf(number)).toEqual({ [`order/${number}`]: true, 'sourcing/x1': true });
  });

  test('characters that Postgres cannot hold are replaced, and the chain holds', async () => {
    const number = await anOrder(db);
    await createRecorder(db).record(
      aBatch(number, 1, { events: [anEvent(number, 1, { data: { by: 'a\0b\ud800c', back: '\\u0000 🎂' } })] }),
    );
    const { timeline } = await rowsOf(number);
    expect(timeline[0]?.data).toEqual({ by: 'a\ufffdb\ufffdc', back: '\\u0000 🎂' });
    expect(await isWhole(number)).toBe(true);
  });

  test('an order without a row is an error to be tried again, and nothing is written', async () => {
    await expect(createRecorder(db).record(aBatch('20260101001', 1, { events: [anEvent('20260101001', 1)] }))).rejects.toThrow(
      'no row to record on',
    );
    expect(await db.process.count({ where: { id: 'order/20260101001' } })).toBe(0);
    expect(await db.timelineEvent.count({ where: { processId: 'order/20260101001' } })).toBe(0);
  });

  test('a batch with rows that no loaded chapter has is refused whole: nothing is left out in silence', async () => {
    const number = await anOrder(db);
    const strange = { ...fullBatch(number), crumbs: [{ id: 'crumb-1' }] };
    await expect(createRecorder(db).record(strange)).rejects.toThrow(`no chapter that is loaded writes crumbs of order/${number}`);
    expect(await rowsOf(number)).toMatchObject({ process: { state: 'draft', timelineSeq: 0 }, timeline: [], tasks: [], notices: [] });
  });

  test('a batch that fails half-way leaves nothing behind and can be recorded afterwards', async () => {
    const number = await anOrder(db);
    const recorder = createRecorder(db);
    const batch = fullBatch(number);
    const bad = { ...batch, payments: batch.payments?.map((payment) => ({ ...payment, amountFen: 2 ** 40 })) };
    await expect(recorder.record(bad)).rejects.toThrow();
    expect(await rowsOf(number)).toMatchObject({ process: { state: 'draft', timelineSeq: 0 }, timeline: [], tasks: [], notices: [] });
    await recorder.record(batch);
    expect(await rowsOf(number)).toMatchObject({ process: { state: 'materials', timelineSeq: 2 } });
  });
});

describe('a batch counts once', () => {
  test('recorded twice, it is there once', async () => {
    const number = await anOrder(db);
    const recorder = createRecorder(db);
    await recorder.record(fullBatch(number));
    const once = await rowsOf(number);
    await recorder.record(fullBatch(number));
    expect(await rowsOf(number)).toEqual(once);
  });

  test('without its predecessor it waits: it writes nothing, and is written once the predecessor is on file', async () => {
    const number = await anOrder(db);
    const recorder = createRecorder(db);
    const [one, two, three] = [1, 2, 3].map((n) => aBatch(number, n, { events: [anEvent(number, n)] }));
    if (!one || !two || !three) throw new Error('three batches');
    await recorder.record(one);
    expect(await recorder.record(three)).toBe(1);
    expect(await rowsOf(number)).toMatchObject({ process: { revision: 1, timelineSeq: 1 }, timeline: [{ seq: 1 }] });
    expect([await recorder.record(two), await recorder.record(three), await recorder.record(one)]).toEqual([2, 3, 3]);
    expect([await recorder.revisionOf(`order/${number}`), await recorder.revisionOf('order/none')]).toEqual([3, null]);
    expect((await rowsOf(number)).timeline.map(({ id }) => id)).toEqual([1, 2, 3].map((n) => `order/${number}/${n}`));
  });

  test('twenty batches sent at the same moment by two processes, each tried until it is written, stand in their order', async () => {
    const other = createDb(database.url, 10);
    try {
      const number = await anOrder(db);
      const recorder = createRecorder(db);
      const recorders = [recorder, createRecorder(other)];
      const insist = async (n: number): Promise<void> => {
        const batch = aBatch(number, n, { events: [anEvent(number, n)] });
        while ((await (recorders[n % 2] ?? recorder).record(batch)) < n);
      };
      await Promise.all(Array.from({ length: 20 }, (_, n) => insist(20 - n)));
      expect((await rowsOf(number)).timeline.map(({ id }) => id)).toEqual(Array.from({ length: 20 }, (_, n) => `order/${number}/${n + 1}`));
      expect(await isWhole(number)).toBe(true);
    } finally {
      await other.$disconnect();
    }
  });

  test('ends the acts that it answers, with the same statement; those of another process stay', async () => {
    const number = await anOrder(db);
    const acts = createActsUnderWay(db);
    const id = `order/${number}`;
    expect(await acts.begin(id, 'one')).toBe(0);
    await Promise.all([acts.begin(id, 'two'), acts.begin('order/other', 'one'), acts.begin(id, 'one')]);
    const open = async (): Promise<string[]> =>
      (await acts.begunBefore(Date.now() + 60_000, 10)).map((act) => `${act.processId} ${act.key}`).sort();
    await createRecorder(db).record(aBatch(number, 1, { acts: ['one'] }));
    expect(await open()).toEqual([`${id} two`, 'order/other one']);
    expect(await acts.begin(id, 'three')).toBe(1);
    expect(await acts.begunBefore(Date.now() - 60_000, 10)).toEqual([]);
    for (const key of ['two', 'three']) await acts.end(id, key);
    await acts.end('order/other', 'one');
    expect(await open()).toEqual([]);
  });

  test('by twenty copies at the same moment, it is there once', async () => {
    const other = createDb(database.url, 10);
    try {
      const number = await anOrder(db);
      const recorders = [createRecorder(db), createRecorder(other)];
      await Promise.all(Array.from({ length: 20 }, (_, n) => recorders[n % 2]?.record(fullBatch(number))));
      const { process, timeline, payments } = await rowsOf(number);
      expect(timeline.map(({ seq }) => seq)).toEqual([1, 2]);
      expect(payments).toHaveLength(1);
      expect(process.timelineSeq).toBe(2);
      expect(await isWhole(number)).toBe(true);
    } finally {
      await other.$disconnect();
    }
  });

  test('of many processes about one order at the same moment, each finds its own place in its own chain', async () => {
    const other = createDb(database.url, 10);
    try {
      const number = await anOrder(db);
      const recorders = [createRecorder(db), createRecorder(other)];
      await Promise.all(
        Array.from({ length: 30 }, (_, n) => {
          const child = beside(number, `${number}-${n}`, { events: [anEvent(number, n * 2 + 1), anEvent(number, n * 2 + 2)] });
          return recorders[n % 2]?.record(child);
        }),
      );
      const rows = await db.timelineEvent.findMany({ where: { processId: { startsWith: `sourcing/${number}-` } } });
      expect(rows.map(({ seq }) => seq).sort()).toEqual([...Array<number>(30).fill(1), ...Array<number>(30).fill(2)]);
      expect(Object.values(await chainsOf(number))).toEqual(Array<boolean>(31).fill(true));
    } finally {
      await other.$disconnect();
    }
  });

  test('a stale revision writes nothing, whatever it holds', async () => {
    const number = await anOrder(db);
    const recorder = createRecorder(db);
    await recorder.record(aBatch(number, 5, { first: true, snapshot: aSnapshot(number, { revision: 5, state: 'making' }) }));
    await recorder.record(fullBatch(number, 4));
    expect(await rowsOf(number)).toMatchObject({
      process: { state: 'making', revision: 5, timelineSeq: 0 },
      timeline: [],
      tasks: [],
      notices: [],
      payments: [],
    });
  });

  test('an event whose id is on file already is not chained again', async () => {
    const number = await anOrder(db);
    const recorder = createRecorder(db);
    await recorder.record(aBatch(number, 1, { events: [anEvent(number, 1)] }));
    await recorder.record(aBatch(number, 2, { events: [anEvent(number, 1), anEvent(number, 2)] }));
    const { timeline } = await rowsOf(number);
    expect(timeline.map(({ id, seq }) => [id, seq])).toEqual([
      [`order/${number}/1`, 1],
      [`order/${number}/2`, 2],
    ]);
    expect(await isWhole(number)).toBe(true);
  });
});

describe('BAK-94 each transition is stored with time, actor and reason', () => {
  test('the timeline keeps when it was, who did it, and under which text the reason lies', async () => {
    const number = await anOrder(db);
    await createRecorder(db).record(
      aBatch(number, 1, {
        events: [
          anEvent(number, 1, {
            at: INTAKE,
            kind: 'order.cancelled',
            actor: STAFF,
            data: { from: 'making', to: 'cancelled' },
            ruleId: 'BAK-39',
            textId: 'why-1',
          }),
        ],
      }),
    );
    const { timeline } = await rowsOf(number);
    expect(timeline).toMatchObject([
      { at: new Date(INTAKE), actor: STAFF, data: { from: 'making', to: 'cancelled' }, ruleId: 'BAK-39', textId: 'why-1' },
    ]);
  });
});

describe('changes and corrections', () => {
  const changeOf = async (number: string, patch: Record<string, unknown>): Promise<ChangeRow> => {
    const id = `${number}-change`;
    await db.change.create({
      data: {
        id,
        orderNumber: number,
        patch: patch as Prisma.InputJsonObject,
        facts: {},
        preview: {},
        previewHash: 'h',
        basis: 'b',
        requestedBy: {},
        requestedAt: new Date(INTAKE),
      },
    });
    return {
      id,
      state: 'pending',
      requestedBy: STAFF,
      requestedAt: INTAKE,
      previewHash: 'h1',
      basis: 'b1',
      decidedBy: null,
      decidedAt: null,
      apply: false,
    };
  };

  test('an applied change brings the new lines, hour and address and keeps both versions', async () => {
    const number = await anOrder(db);
    const recorder = createRecorder(db);
    const lines = [
      {
        product: 'birthday-cake',
        quantity: 2,
        flavour: '抹茶',
        unitPriceFen: 28_800,
        requirements: ['low-sugar'],
        allergens: ['egg', 'nuts'],
      },
    ];
    const change = await changeOf(number, { lines, deliveryAt: '2026-12-09T15:00:00+08:00', delivery: { method: 'pickup' } });
    await recorder.record(aBatch(number, 1, { changes: [change] }));
    expect(await db.change.findUnique({ where: { id: change.id } })).toMatchObject({
      state: 'pending',
      previewHash: 'h1',
      basis: 'b1',
      decidedAt: null,
    });
    expect((await rowsOf(number)).order.version).toBe(1);

    const facts = someFacts({ deliveryAt: DELIVERY + 86_400_000, totalFen: 57_600, method: 'pickup', urgency: 'rush' });
    await recorder.record(
      aBatch(number, 2, {
        snapshot: aSnapshot(number, {
          revision: 2,
          version: 2,
          facts,
          money: { totalFen: 57_600, depositFen: 17_280, receivedFen: 8_640, refundedFen: 0, outstandingFen: 48_960 },
        }),
        changes: [{ ...change, state: 'approved', decidedBy: STAFF, decidedAt: INTAKE + 10, decisionTextId: 'why-2', apply: true }],
      }),
    );
    expect(await db.change.findUnique({ where: { id: change.id } })).toMatchObject({
      state: 'approved',
      decidedBy: STAFF,
      decidedAt: new Date(INTAKE + 10),
      decisionTextId: 'why-2',
    });
    const { order } = await rowsOf(number);
    expect(order).toMatchObject({
      version: 2,
      lines,
      urgency: 'rush',
      totalFen: 57_600,
      outstandingFen: 48_960,
      deliveryAt: new Date(facts.deliveryAt),
    });
    expect(order.delivery).toEqual({ method: 'pickup' });
    const versions = await db.orderVersion.findMany({ where: { orderNumber: number }, orderBy: { version: 'asc' } });
    expect(versions).toMatchObject([
      { version: 1, totalFen: 28_800, deliveryAt: new Date(DELIVERY), delivery: { address: '长乐路1号' } },
      { version: 2, totalFen: 57_600, lines, delivery: { method: 'pickup' }, at: new Date(INTAKE + 10) },
    ]);
  });

  test('an applied change leaves alone what its patch does not name, and a rejected one everything', async () => {
    const number = await anOrder(db);
    const recorder = createRecorder(db);
    const change = await changeOf(number, { occasion: 'wedding' });
    const before = (await rowsOf(number)).order;
    await recorder.record(aBatch(number, 1, { changes: [{ ...change, state: 'rejected', decidedBy: STAFF, decidedAt: INTAKE }] }));
    expect((await rowsOf(number)).order).toMatchObject({ lines: before.lines, delivery: before.delivery, occasion: 'birthday' });
    await recorder.record(
      aBatch(number, 2, {
        snapshot: aSnapshot(number, { revision: 2, version: 2, facts: someFacts({ occasion: 'wedding' }) }),
        changes: [{ ...change, state: 'approved', decidedBy: STAFF, decidedAt: INTAKE, apply: true }],
      }),
    );
    expect((await rowsOf(number)).order).toMatchObject({ lines: before.lines, delivery: before.delivery, occasion: 'wedding', version: 2 });
  });

  test('a change of another order is not touched', async () => {
    const [mine, other] = [await anOrder(db), await anOrder(db)];
    const change = await changeOf(other, { delivery: { method: 'pickup' } });
    await createRecorder(db).record(aBatch(mine, 1, { changes: [{ ...change, state: 'approved', decidedAt: INTAKE, apply: true }] }));
    expect(await db.change.findUnique({ where: { id: change.id } })).toMatchObject({ state: 'draft' });
    expect((await rowsOf(mine)).order.delivery).toMatchObject({ method: 'courier' });
  });

  test('a correction replaces recipient and address, and nothing else that its text says', async () => {
    const number = await anOrder(db);
    const recipient = { name: '韩雪', phone: '13700137000' };
    const text = (id: string, body: object) => ({
      id,
      processId: `order/${number}`,
      storeId: 'store-1',
      body,
      createdBy: 'customer',
      createdAt: new Date(INTAKE),
    });
    await db.text.createMany({
      data: [
        text(`${number}-t1`, { address: '衡山路9号', method: 'pickup', remark: 'x' }),
        text(`${number}-t2`, { recipient, address: '衡山路10号' }),
      ],
    });
    await createRecorder(db).record(aBatch(number, 1, { corrections: [`${number}-t1`, `${number}-t2`] }));
    const { order } = await rowsOf(number);
    expect(order.delivery).toEqual({ method: 'courier', address: '衡山路10号', recipient });
    expect(order.version).toBe(1);
    expect(await db.orderVersion.count({ where: { orderNumber: number } })).toBe(1);
  });
});

describe('ratings and suggestions', () => {
  test('BAK-82 an order has one rating, and the first one counts', async () => {
    const number = await anOrder(db);
    const recorder = createRecorder(db);
    const own = { score: 4.5, source: 'customer', at: INTAKE, textId: 't' } as const;
    await recorder.record(aBatch(number, 1, { ratings: [own, { ...own, score: 2 }] }));
    await recorder.record(aBatch(number, 2, { ratings: [{ score: 1, source: 'follow-up-visit', at: INTAKE }] }));
    expect(await db.rating.findMany({ where: { orderNumber: number } })).toEqual([
      { orderNumber: number, score: 4.5, source: 'customer', at: new Date(INTAKE), textId: 't' },
    ]);
  });

  test('AFT-91 a suggestion passed on is kept with its department and its words', async () => {
    const number = await anOrder(db);
    await createRecorder(db).record(aBatch(number, 1, { suggestions: [{ id: 's', department: 'baker', textId: 'words', at: INTAKE }] }));
    expect(await db.suggestion.findMany({ where: { orderNumber: number } })).toEqual([
      { id: 's', orderNumber: number, department: 'baker', textId: 'words', at: new Date(INTAKE), repliedAt: null },
    ]);
  });
});

describe('quiet hours', () => {
  test.each([
    ['2026-12-01T12:59:59Z', '2026-12-01T12:59:59Z', false], // 20:59:59 in the store
    ['2026-12-01T13:00:00Z', '2026-12-02T00:00:00Z', false], // 21:00
    ['2026-12-01T23:59:59Z', '2026-12-02T00:00:00Z', false], // 07:59:59
    ['2026-12-02T00:00:00Z', '2026-12-02T00:00:00Z', false], // 08:00
    ['2026-12-01T14:00:00Z', '2026-12-01T14:00:00Z', true], // 22:00, urgent
  ])('a notice made at %s may go at %s (urgent: %s)', async (createdAt, notBefore, urgent) => {
    const number = await anOrder(db);
    const { snapshot: _none, ...child } = aBatch(number, 1, {
      notices: [aNotice(number, 1, { createdAt: Date.parse(createdAt), urgent })],
    });
    await createRecorder(db).record(child);
    expect((await rowsOf(number)).notices).toMatchObject([{ notBefore: new Date(notBefore) }]);
  });
});
