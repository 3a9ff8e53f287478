import type { Actor } from '../../src/base/actor';
import { fenceAfter, rowsAfter } from '../../src/process/fence.rules';
import { type RestartOrder } from '../../src/orders/repair.messages';
import { createNoticeRepository } from '../../src/process/outbox/notice.repository';
import { createRecorder } from '../../src/process/record/recorder';
import { takeUpOrder } from '../../src/orders/resume.repository';
import { createTaskReads } from '../../src/process/tasks/task-read.repository';
import { countTroubles, createOrderWatch, repairInputOf } from '../../src/orders/watch.repository';
import { REAL_TIME } from '../../src/base/clock';
import { testDatabase, type TestDatabase } from '../support/database';
import { aBatch, anEvent, aNotice, anOrder, aSnapshot, aTask, INTAKE, STORE } from '../support/records';

let own: TestDatabase;
beforeAll(async () => {
  own = await testDatabase();
});
afterAll(() => own.close());

const MANAGER: Actor = { kind: 'staff', id: 'staff-1', roles: ['store-manager'], via: 'http' };
const restart = (number: string, after: number): RestartOrder => ({ number, after, ending: null, by: MANAGER });
const launchedLongAgo = (number: string): Promise<unknown> =>
  own.db.process.update({ where: { id: `order/${number}` }, data: { launchedAt: new Date(Date.now() - 60_000) } });

describe('an order taken up from its record', () => {
  test('closes the record to what the lost run still has in hand, and opens it to the new run; repeating it changes nothing', async () => {
    const number = await anOrder(own.db);
    const { record } = createRecorder(own.db);
    await record(aBatch(number, 3, { first: true, snapshot: aSnapshot(number, { revision: 3, state: 'materials' }) }));
    const after = fenceAfter(3);
    await takeUpOrder(own.db, restart(number, after), REAL_TIME);

    await record(aBatch(number, 4, { snapshot: aSnapshot(number, { revision: 4, state: 'making' }), events: [anEvent(number, 4)] }));
    expect(await own.db.process.findUnique({ where: { id: `order/${number}` } })).toMatchObject({ state: 'materials', timelineSeq: 0 });

    const next = aSnapshot(number, { revision: after + 1, state: 'decoration' });
    await record(aBatch(number, after + 1, { snapshot: next, events: [anEvent(number, rowsAfter(after) + 1)] }));
    await takeUpOrder(own.db, restart(number, after), REAL_TIME); // a late repeat
    await record(aBatch(number, after + 2, { snapshot: aSnapshot(number, { revision: after + 2, state: 'packing' }) }));
    expect(await own.db.process.findUnique({ where: { id: `order/${number}` } })).toMatchObject({ state: 'packing', timelineSeq: 1 });
  });

  test('knows of it what the record says, also what stands on the timeline alone', async () => {
    const number = await anOrder(own.db);
    const event = (n: number, kind: string, data: object) => anEvent(number, n, { kind, data: { ...data } });
    await createRecorder(own.db).record(
      aBatch(number, 1, {
        snapshot: aSnapshot(number, {
          state: 'delivered',
          version: 2,
          planVersion: 3,
          risk: true,
          acceptedAt: INTAKE + 1,
          plannedStartAt: INTAKE + 2,
          deliveredAt: INTAKE + 3,
          costsFen: 7,
          money: { totalFen: 28_800, depositFen: 8_640, receivedFen: 8_640, refundedFen: 100, outstandingFen: 19_000 },
        }),
        payments: [
          { id: `${number}-in`, direction: 'in', amountFen: 8_640, method: 'cash', receivedAt: INTAKE, by: MANAGER },
          { id: `${number}-back`, direction: 'refund', amountFen: 100, method: 'cash', receivedAt: INTAKE, by: MANAGER },
        ],
        ratings: [{ score: 4.5, source: 'customer', at: INTAKE }],
        costs: [{ id: `${number}-cost`, cost: 'labour', amountFen: 7, at: INTAKE, by: MANAGER }],
        tasks: [aTask(number, 10), aTask(number, 9, { state: 'withdrawn', closedAt: INTAKE })],
        exceptions: [
          {
            id: 'x1',
            type: 'ingredient-shortage',
            foundAt: INTAKE,
            reportedAt: INTAKE,
            reporter: MANAGER,
            late: false,
            item: 'butter',
            state: 'open',
            firstResponseAt: null,
            outcome: null,
            closedAt: null,
          },
        ],
        events: [
          event(1, 'price.allowed', { allowanceFen: 300 }),
          event(2, 'price.allowed', { allowanceFen: 200 }),
          event(3, 'shortage.sourced', { exception: 'x1', supplierId: 's1' }),
          event(4, 'shortage.sourced', { exception: 'x0', supplierId: 's0' }),
          event(5, 'purchase.called-off', { exception: 'x0', supplier: 's0' }),
          event(6, 'reminder.sent', { plannedStartAt: INTAKE + 2 }),
          event(7, 'details.confirmed', { plannedStartAt: INTAKE + 2 }),
          event(8, 'order.rated', { score: 4.5, source: 'customer' }),
          event(9, 'order.overdue', { deliveryAt: 5 }),
        ],
      }),
    );
    await own.db.photo.create({
      data: {
        id: `${number}-p`,
        processId: `order/${number}`,
        storeId: 'store-1',
        step: 'piping',
        sha256: 'a',
        mime: 'image/png',
        bytes: 1,
        width: 1,
        height: 1,
        takenAt: new Date(INTAKE),
        takenBy: 'b',
      },
    });
    const { resume, ...input } = await takeUpOrder(own.db, restart(number, 1_001), REAL_TIME);
    expect(input).toMatchObject({ number, storeId: STORE, takenBy: 'staff-1', rulesVersion: 'bakery-1' });
    expect(resume).toMatchObject({
      after: 1_001,
      ending: null,
      by: MANAGER,
      state: 'delivered',
      version: 2,
      planVersion: 3,
      risk: true,
      acceptedAt: INTAKE + 1,
      plannedStartAt: INTAKE + 2,
      deliveredAt: INTAKE + 3,
      changeWindowEndsAt: null,
      costsFen: 7,
      receivedFen: 8_640,
      refundedFen: 100,
      entries: [`${number}-in`, `${number}-cost`], // what was paid or arose once is not taken twice
      allowanceFen: 500,
      sourced: [{ exception: 'x1', supplierId: 's1', item: 'butter' }],
      exceptions: [{ id: 'x1', item: 'butter', state: 'open', reporter: MANAGER }],
      photos: [{ id: `${number}-p`, step: 'piping', takenAt: INTAKE }],
      detailsConfirmed: true,
      remindedFor: INTAKE + 2,
      overdueFor: 5,
      rated: 4.5,
    });
    expect(resume?.tasks.map(({ id }) => id)).toEqual([`${number}-9`, `${number}-10`]); // by number, not by letter
  });
});

describe('what the watch notes of orders', () => {
  test('a lost order is counted and its tasks stand in no inbox; found, everything is as it was', async () => {
    const number = await anOrder(own.db);
    await createRecorder(own.db).record(aBatch(number, 1, { tasks: [aTask(number, 1)] }));
    await launchedLongAgo(number);
    const watch = createOrderWatch(own.db);
    const tasks = createTaskReads(own.db);
    const inboxes = async (): Promise<number[]> => [
      (await tasks.listOpen(number)).length,
      (await tasks.list({ storeId: STORE, state: 'open', order: number }, 'openedAt', { now: 0, tomorrow: 0 }, 10)).length,
    ];
    const { lost } = await countTroubles(own.db);
    expect([await watch.living([number]), await inboxes()]).toEqual([[number], [1, 1]]);

    expect([await watch.lose(number), await watch.lose(number)]).toEqual([true, false]);
    expect([await watch.living([number]), await inboxes()]).toEqual([[], [0, 0]]);
    expect(await watch.lost('', 100)).toContain(number);
    expect(await countTroubles(own.db)).toMatchObject({ lost: lost + 1 });
    expect(await repairInputOf(own.db, number, 'terminated', REAL_TIME)).toMatchObject({
      how: 'terminated',
      state: 'feasibility-review',
      revision: 1,
      earlier: { revision: 0, taskCount: 0, open: [] },
    });

    await watch.find(number);
    expect([await watch.living([number]), await inboxes()]).toEqual([[number], [1, 1]]);
    expect(await countTroubles(own.db)).toMatchObject({ lost });
  });

  test('BAK-08 a lost order need not hear of its letters: they wait until it can', async () => {
    const number = await anOrder(own.db);
    await createRecorder(own.db).record(aBatch(number, 1, { notices: [aNotice(number, 1, { to: 'customer' })] }));
    await own.db.notice.update({ where: { id: `order/${number}/1` }, data: { state: 'undeliverable' } });
    await launchedLongAgo(number);
    const owed = async (): Promise<string[]> => {
      const taken = await createNoticeRepository(own.db).claim(0, { shop: INTAKE, real: INTAKE }, 1);
      return taken.owed.map(({ noticeId }) => noticeId).filter((id) => id.includes(number));
    };
    const watch = createOrderWatch(own.db);
    await watch.lose(number);
    expect(await owed()).toEqual([]);
    await watch.find(number);
    expect(await owed()).toEqual([`order/${number}/1`]);
  });

  test('what has ended on record, what is just being launched and what was never launched is not lost', async () => {
    const [over, young, unborn] = [await anOrder(own.db), await anOrder(own.db), await anOrder(own.db)] as const;
    await createRecorder(own.db).record(aBatch(over, 1, { snapshot: aSnapshot(over, { state: 'declined', closedAt: INTAKE }) }));
    await launchedLongAgo(over);
    await createRecorder(own.db).record(aBatch(young, 1));
    const watch = createOrderWatch(own.db);
    for (const number of [over, young, unborn]) expect([await watch.living([number]), await watch.lose(number)]).toEqual([[], false]);
    const all = await watch.next('', 1_000);
    expect([over, young, unborn].filter((number) => all.includes(number))).toEqual([]);
  });
});
