import { createRecorder } from '../../src/process/record/recorder';
import { belongsTo, openShop, placed, type Reply, type Shop } from '../support/http/shop';
import { aBatch, anEvent } from '../support/records';

let shop: Shop;
let order: string;
const KINDS = ['order.received', 'task.opened', 'task.done', 'task.opened', 'order.moved'];
beforeAll(async () => {
  shop = await openShop();
});
beforeEach(async () => {
  order = await placed(shop);
  await createRecorder(shop.db).record(aBatch(order, 1, { events: KINDS.map((kind, n) => anEvent(order, n + 1, { kind, data: {} })) }));
});
afterAll(() => shop.close());

const read = (query: string): Promise<Reply> => shop.call('baker', 'GET', `/orders/${order}/timeline${query}`);
const seqs = ({ body }: Reply): number[] => body.items.map(({ seq }: { seq: number }) => seq);

describe('a timeline', () => {
  test('begins with the oldest line, or with the latest when asked', async () => {
    expect([seqs(await read('')), seqs(await read('?order=asc')), seqs(await read('?order=desc'))]).toEqual([
      [1, 2, 3, 4, 5],
      [1, 2, 3, 4, 5],
      [5, 4, 3, 2, 1],
    ]);
  });

  test('goes on page by page in its own order, and in no other', async () => {
    const first = await read('?order=desc&limit=2');
    const second = await read(`?order=desc&limit=2&cursor=${first.body.next}`);
    const third = await read(`?order=desc&limit=2&cursor=${second.body.next}`);
    expect([first, second, third].map(seqs)).toEqual([[5, 4], [3, 2], [1]]);
    expect(third.body.next).toBeNull();
    const turned = await read(`?limit=2&cursor=${first.body.next}`);
    expect([turned.status, turned.body.type]).toEqual([400, '/problems/invalid-cursor']);
  });

  test('tells only the kinds that are asked for', async () => {
    expect(seqs(await read('?kind=task.opened'))).toEqual([2, 4]);
    expect(seqs(await read('?kind=task.done&kind=task.opened&order=desc'))).toEqual([4, 3, 2]);
    const first = await read('?kind=task.done&kind=task.opened&limit=1');
    expect(seqs(await read(`?kind=task.done&kind=task.opened&limit=1&cursor=${first.body.next}`))).toEqual([3]);
  });

  test.each([
    ['kind=no.such', '/kind/0', 'not-one-of'],
    ['kind=task.done&kind=no.such', '/kind/1', 'not-one-of'],
    ['kind=task.done&kind=task.done', '/kind/1', 'given-twice'],
    ['kind=', '/kind/0', 'not-one-of'],
    ['order=newest', '/order', 'not-one-of'],
    ['sort=at', '/sort', 'unknown-field'],
  ])('?%s is refused by name', async (query, pointer, code) => {
    const { status, body } = await read(`?${query}`);
    expect([status, body.errors]).toEqual([400, [expect.objectContaining({ pointer, code })]]);
  });

  test('may be asked for several kinds, says OpenAPI', async () => {
    const document = (await (await fetch(`${shop.url}/openapi.json`)).json()) as any;
    const parameters: any[] = document.paths['/api/v1/orders/{number}/timeline'].get.parameters;
    const kind = parameters.find(({ name }) => name === 'kind');
    expect(kind.schema).toMatchObject({ type: 'array', items: { enum: expect.arrayContaining(['order.received', 'task.opened']) } });
    expect(kind.required).not.toBe(true);
  });
});

describe('whether the record of an order holds', () => {
  const verify = async (): Promise<Reply> => shop.call('baker', 'GET', `/orders/${order}/timeline/verification`);
  /** What somebody with full rights to the database could do behind our back. */
  const tamper = (sql: string): Promise<unknown> =>
    shop.db.$transaction(async (tx) => {
      await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
      await tx.$executeRawUnsafe(sql, `order/${order}`);
    });

  test('it does while nobody touched it', async () => {
    const { status, body } = await verify();
    expect([status, body]).toEqual([200, { holds: true, chains: [{ process: `order/${order}`, holds: true, lines: 5, brokenAt: null }] }]);
  });

  test.each([
    ['an altered line', `UPDATE timeline SET kind = 'order.closed' WHERE process_id = $1 AND seq = 4`, 4],
    ['a line taken away', `DELETE FROM timeline WHERE process_id = $1 AND seq = 2`, 2],
  ])('%s is told by its place', async (_what, sql, brokenAt) => {
    await tamper(sql);
    expect((await verify()).body).toEqual({
      holds: false,
      chains: [{ process: `order/${order}`, holds: false, lines: null, brokenAt }],
    });
  });

  test('so is what broke in a process beside the order', async () => {
    const process = `sourcing/${order}-x`;
    const openedAt = new Date(shop.now());
    await shop.db.process.create({
      data: {
        id: process,
        kind: 'sourcing',
        number: `${order}-x`,
        storeId: 'main',
        aboutOrder: order,
        state: 'ended',
        overlays: [],
        openedAt,
        timelineSeq: 1,
        timelineHash: 'x',
      },
    });
    expect((await verify()).body).toEqual({
      holds: false,
      chains: [
        { process: `order/${order}`, holds: true, lines: 5, brokenAt: null },
        { process, holds: false, lines: null, brokenAt: 1 },
      ],
    });
  });

  test('is nothing for another store', async () => {
    await belongsTo(shop, order, 'other');
    const { status, body } = await verify();
    expect([status, body.type]).toEqual([404, '/problems/no-such-order']);
  });
});
