import type { Role } from '../../src/base/roles';
import { readPdf } from '../support/pdf';
import { aLine, aTask, belongsTo, HOUR, openShop, placed, staffId, type Shop } from '../support/http/shop';
import { awayFrom } from '../support/absence';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop(); // Monday 23 November, 10:00 in Shanghai
});
afterEach(() => shop.close());

const board = async (path: string, who: Role = 'baker') => (await shop.call(who, 'GET', `/boards/${path}`)).body;
const numbers = (tiles: readonly { readonly number: string }[]): string[] => tiles.map(({ number }) => number);
/** The brief as it is printed. */
const paper = async (query = '') => readPdf((await board(`day/paper${query}`)) as Buffer);
/** Of a bad question: where it is bad. */
const pointer = async (path: string): Promise<unknown> => (await board(path)).errors?.[0].pointer;
const at = (instant: string): Date => new Date(`2026-11-${instant}:00+08:00`);
/** An order that is promised at an hour of November, whatever the hour at which it was taken. */
async function promised(instant: string, change: Record<string, unknown> = {}, more: Record<string, unknown> = {}): Promise<string> {
  const number = await placed(shop, change);
  await shop.db.order.update({ where: { number }, data: { deliveryAt: at(instant), ...more } });
  return number;
}
const stands = (number: string, data: Parameters<Shop['db']['process']['update']>[0]['data']) =>
  shop.db.process.update({ where: { id: `order/${number}` }, data });
const answer = (role: Role, choices: object = {}, textId?: string) => ({
  by: { kind: 'staff', via: 'api', id: staffId(role) },
  at: shop.now(),
  choices,
  ...(textId && { textId }),
});
const done = (order: string, kind: string, role: Role, closedAt: Date, more: object = {}) =>
  aTask(shop, order, kind, role, { state: 'done', closedAt, answers: [answer(role)], ...more });

describe('the board of the kitchen', () => {
  test('what is promised or due by the end of the day, the next promise first, however long it has waited', async () => {
    const [evening, morning, dueToday, tomorrow, late, unasked] = [
      await promised('23T18:00'),
      await promised('23T11:00'),
      await promised('25T11:00'),
      await promised('24T00:00'),
      await promised('22T15:00'),
      await promised('23T12:00'),
    ];
    for (const number of [evening, morning, tomorrow, late]) await aTask(shop, number, 'making-done', 'baker');
    await aTask(shop, dueToday, 'making-done', 'baker', { dueAt: at('23T23:59') });
    await aTask(shop, unasked, 'settle-balance', 'finance', { dueAt: at('23T12:00') }); // no bench has it
    const today = await board('kitchen');
    expect([today.date, numbers(today.tiles), today.more]).toEqual(['2026-11-23', [late, morning, evening, dueToday], false]);
    expect(numbers((await board('kitchen?date=2026-11-24')).tiles)).toEqual([late, morning, evening, tomorrow, dueToday]);
    expect(numbers((await board('kitchen?date=2026-11-22')).tiles)).toEqual([late]);
  });

  test('a tile says what warns first, what is to be made and its open steps, of which the caller is told what they may do', async () => {
    const lines = [
      aLine({ allergens: ['egg', 'nuts'], requirements: ['low-sugar'], note: '少糖' }),
      aLine({ allergens: ['egg'], quantity: 2 }),
    ];
    const number = await promised('23T11:00', { lines });
    await stands(number, { state: 'making', overlays: ['breached'] });
    const photos = await aTask(shop, number, 'daily-photos', 'baker', { dueAt: at('23T17:00'), context: { day: '2026-11-23' } });
    const making = await aTask(shop, number, 'making-done', 'baker', { dueAt: at('23T09:00'), assignee: staffId('baker') });
    const [tile] = (await board('kitchen')).tiles;
    expect(tile).toMatchObject({
      number,
      state: 'making',
      overlays: ['breached'],
      title: '生日蛋糕 8 寸 × 1、生日蛋糕 8 寸 × 2',
      deliveryAt: at('23T11:00').toISOString(),
      method: 'courier',
      highRisk: false,
      allergens: ['egg', 'nuts'],
      requirements: ['low-sugar'],
      was: null,
    });
    expect(tile.lines[0]).toEqual({
      product: 'birthday-cake',
      quantity: 1,
      flavour: '草莓',
      size: '8-inch',
      requirements: ['low-sugar'],
      allergens: ['egg', 'nuts'],
      note: '少糖',
    });
    const name = { id: staffId('baker'), name: 'Name of baker' };
    expect(tile.tasks).toMatchObject([
      { id: making, title: '制作完成', assignee: name, dueAt: at('23T09:00').toISOString(), may: ['answer', 'release', 'reassign'] },
      { id: photos, assignee: null, may: ['answer', 'claim'] },
    ]);
    expect((await board('kitchen', 'packer')).tiles[0].tasks[0].may).toEqual([]);
    expect(JSON.stringify(tile)).not.toMatch(/138|139|王小明|李华|Fen/); // who it is for and what it costs nobody needs to make it
  });

  test('one bench has its own steps; the caller’s are told, and in their language', async () => {
    const [made, packed, checked] = [await promised('23T11:00'), await promised('23T12:00'), await promised('23T13:00')];
    await aTask(shop, made, 'sign-task-sheet', 'baker');
    await aTask(shop, packed, 'packing-checklist', 'packer');
    await aTask(shop, checked, 'quality-check', 'qc-inspector');
    await aTask(shop, checked, 'decoration-done', 'baker');
    await aTask(shop, packed, 'hand-over', 'delivery-staff'); // on the road
    const { body } = await shop.call('baker', 'GET', '/boards/kitchen', { headers: { 'Accept-Language': 'en' } });
    expect(body.benches).toEqual([
      { id: 'making', title: 'Making', mine: true },
      { id: 'decoration', title: 'Decoration', mine: true },
      { id: 'quality', title: 'Quality', mine: false },
      { id: 'packing', title: 'Packing', mine: false },
    ]);
    const at = async (bench: string) =>
      (await board(`kitchen?bench=${bench}`)).tiles.map((tile: any) => [tile.number, tile.tasks.map(({ kind }: any) => kind)]);
    expect([await at('making'), await at('decoration'), await at('quality'), await at('packing')]).toEqual([
      [[made, ['sign-task-sheet']]],
      [[checked, ['decoration-done']]],
      [[checked, ['quality-check']]],
      [[packed, ['packing-checklist']]],
    ]);
    const mine = async (who: Role) => numbers((await board('kitchen?bench=mine', who)).tiles);
    expect([await mine('baker'), await mine('packer'), await mine('qc-inspector'), await mine('store-manager')]).toEqual([
      [made, checked],
      [packed],
      [checked],
      [made, packed, checked],
    ]);
    expect([await pointer('kitchen?bench=delivery'), await pointer('kitchen?date=today'), await pointer('kitchen?page=2')]).toEqual([
      '/bench',
      '/date',
      '/page',
    ]);
  });

  test('BAK-44 what has changed since the sheet was signed stands beside it until the new one is', async () => {
    const number = await promised('23T11:00', { lines: [aLine({ size: '8-inch' })] });
    await aTask(shop, number, 'making-done', 'baker');
    await done(number, 'sign-task-sheet', 'baker', at('22T09:00'), { answers: [answer('baker', { signed: true, version: 1 })] });
    expect((await board('kitchen')).tiles[0].was).toBeNull();
    const lines = [aLine({ size: '10-inch' })] as object[];
    await shop.db.order.update({ where: { number }, data: { version: 2, lines } });
    await aTask(shop, number, 'sign-task-sheet', 'baker');
    const [tile] = (await board('kitchen?bench=making')).tiles;
    expect([tile.version, tile.lines[0].size, tile.was.version, tile.was.lines[0].size]).toEqual([2, '10-inch', 1, '8-inch']);
    await done(number, 'sign-task-sheet', 'baker', at('23T09:00'), { answers: [answer('baker', { signed: true, version: 2 })] });
    expect((await board('kitchen')).tiles[0].was).toBeNull();
    const unsigned = await promised('23T12:00', {}, { version: 2 });
    await aTask(shop, unsigned, 'sign-task-sheet', 'baker');
    expect((await board('kitchen')).tiles[1].was).toBeNull(); // nobody has signed for anything yet
  });

  test('how many pieces of each product and size there are to make, and what was done in the last half hour by whom', async () => {
    const [one, two] = [
      await promised('23T11:00', { lines: [aLine(), aLine({ product: 'mousse-cake', size: '6-inch', quantity: 5 })] }),
      await promised('23T12:00', { lines: [aLine({ quantity: 3 }), aLine({ size: '10-inch' })] }),
    ];
    for (const number of [one, two]) await aTask(shop, number, 'making-done', 'baker');
    const before = await done(one, 'sign-task-sheet', 'baker', new Date(shop.now() - HOUR / 2));
    const latest = await done(two, 'sign-task-sheet', 'baker', new Date(shop.now() - 1_000));
    await done(two, 'sign-task-sheet', 'baker', new Date(shop.now() - HOUR / 2 - 1));
    await done(two, 'feasibility-review', 'production-supervisor', new Date(shop.now()));
    await aTask(shop, two, 'daily-photos', 'baker', { state: 'withdrawn', closedAt: new Date(shop.now()) });
    const kitchen = await board('kitchen');
    expect(kitchen.totals).toEqual([
      { product: 'mousse-cake', size: '6-inch', quantity: 5 },
      { product: 'birthday-cake', size: '8-inch', quantity: 4 },
      { product: 'birthday-cake', size: '10-inch', quantity: 1 },
    ]);
    expect(kitchen.done).toMatchObject([
      { id: latest, order: two, title: '签收生产任务单', by: { name: 'Name of baker' }, at: new Date(shop.now() - 1_000).toISOString() },
      { id: before, order: one },
    ]);
    expect((await board('kitchen?bench=packing')).done).toEqual([]);
  });

  test('another store’s orders stand on none, nor do those whose workflow is gone', async () => {
    const [theirs, lost] = [await promised('23T11:00'), await promised('23T12:00')];
    for (const number of [theirs, lost]) await aTask(shop, number, 'making-done', 'baker');
    await done(theirs, 'sign-task-sheet', 'baker', new Date(shop.now()));
    await belongsTo(shop, theirs, 'other');
    await stands(theirs, { storeId: 'other' });
    await stands(lost, { lostAt: new Date() });
    expect(await board('kitchen')).toMatchObject({ tiles: [], totals: [], done: [] });
    expect([(await board('deliveries')).stops.length, (await board('day')).orders.length]).toEqual([1, 1]);
    expect((await board('stages')).columns.map(({ total }: any) => total)).toEqual([1, 0, 0, 0, 0]);
  });
});

describe('the board of deliveries', () => {
  const leaves = (instant: string) => ({ moments: [{ name: 'dispatch-due', at: at(instant).getTime() }] });

  test('what is promised on the day; what is late comes first, the others by their promise', async () => {
    const [afternoon, noon, overdue, unleft, gone, arrived, yesterday, cancelled] = [
      await promised('23T15:00', {}, leaves('23T14:00')),
      await promised('23T12:00', {}, leaves('23T11:00')),
      await promised('23T09:00', {}, leaves('23T08:00')),
      await promised('23T10:30', {}, leaves('23T09:30')),
      await promised('23T10:31', {}, leaves('23T09:30')),
      await promised('23T08:00', {}, { ...leaves('23T07:00'), deliveredAt: at('23T07:50') }),
      await promised('22T23:00'),
      await promised('23T13:00'),
    ];
    await stands(gone, { state: 'out-for-delivery' });
    await stands(arrived, { state: 'delivered' });
    await stands(cancelled, { state: 'cancelled', closedAt: new Date() });
    const { date, stops, more } = await board('deliveries');
    expect([date, more, stops.map(({ number, late }: any) => [number, late])]).toEqual([
      '2026-11-23',
      false,
      [
        [overdue, 'promise'],
        [unleft, 'departure'],
        [arrived, null],
        [gone, null],
        [noon, null],
        [afternoon, null],
      ],
    ]);
    expect([stops[5].leaveBy, stops[2].deliveredAt]).toEqual([at('23T14:00').toISOString(), at('23T07:50').toISOString()]);
    expect(numbers((await board('deliveries?date=2026-11-22')).stops)).toEqual([yesterday]);
    expect(await pointer('deliveries?day=2026-11-22')).toBe('/day');
  });

  test('who brings it sees telephone and address whole; for all others the one is masked and the other left out', async () => {
    const number = await promised('23T15:00');
    await shop.db.order.update({ where: { number }, data: { outstandingFen: 20_160 } });
    const check = await done(number, 'dispatch-check', 'delivery-staff', at('23T09:50'));
    const stop = async (who: Role) => (await board('deliveries', who)).stops[0];
    expect(await stop('delivery-staff')).toMatchObject({ recipient: { name: '李华', phone: '139****9000' }, address: null, driver: null }); // nothing to bring yet
    const handOver = await aTask(shop, number, 'hand-over', 'delivery-staff', { assignee: staffId('delivery-staff') });
    const theirs = await stop('delivery-staff');
    expect(theirs).toMatchObject({
      recipient: { name: '李华', phone: '13900139000' },
      address: '南京西路100号',
      owedFen: 20_160,
      driver: { id: staffId('delivery-staff'), name: 'Name of delivery-staff' },
    });
    expect(theirs.tasks).toMatchObject([{ id: handOver, kind: 'hand-over', title: '交付签收' }]);
    expect(theirs.tasks[0].may).toContain('answer');
    expect(theirs.done).toMatchObject([
      { id: check, title: '发车检查', by: { name: 'Name of delivery-staff' }, at: at('23T09:50').toISOString() },
    ]);
    for (const who of ['store-manager', 'baker'] as const)
      expect(await stop(who)).toMatchObject({ recipient: { name: '李华', phone: '139****9000' }, address: null });
  });

  test('of what is picked up its customer comes, and nobody need leave', async () => {
    await promised('23T15:00', { delivery: { method: 'pickup' } }, leaves('23T09:00'));
    const [stop] = (await board('deliveries')).stops;
    expect(stop).toMatchObject({ method: 'pickup', leaveBy: null, late: null, recipient: { name: '王小明', phone: '138****8000' } });
  });
});

describe('the brief of a day', () => {
  test('BAK-30, BAK-43 the day’s orders, and of high-risk ones what is watched', async () => {
    const [cake, wedding] = [await promised('23T11:00'), await promised('23T15:00', {}, { risk: true })];
    await promised('24T11:00');
    const sheet = { risks: '三层', mitigations: '当天组装', ownerId: staffId('baker'), checkpoints: ['周一看支架'] };
    for (const [textId, trackingSheet] of [
      ['early', { ...sheet, risks: '旧' }],
      ['late', sheet],
    ] as const) {
      await shop.db.text.create({
        data: {
          id: textId,
          processId: `order/${wedding}`,
          storeId: 'main',
          body: { trackingSheet },
          createdBy: 'x',
          createdAt: new Date(),
        },
      });
      await done(wedding, 'feasibility-review', 'production-supervisor', at('20T09:00'), {
        openedAt: textId === 'early' ? at('19T09:00') : at('20T08:00'),
        answers: [answer('production-supervisor', {}, textId)],
      });
    }
    const day = await board('day');
    expect(day.orders.map(({ number, highRisk, trackingSheet }: any) => [number, highRisk, trackingSheet])).toEqual([
      [cake, false, null],
      [
        wedding,
        true,
        { risks: '三层', mitigations: '当天组装', owner: { id: staffId('baker'), name: 'Name of baker' }, checkpoints: ['周一看支架'] },
      ],
    ]);
    expect(day.totals).toEqual([{ product: 'birthday-cake', size: '8-inch', quantity: 2 }]);
  });

  test('BAK-43 on one sheet of paper: the orders by their hour with what is to be watched, the risk points, and the day’s pieces', async () => {
    const [cake, wedding] = [await promised('23T11:00'), await promised('23T15:00', {}, { risk: true })];
    const other = await promised('24T11:00');
    const trackingSheet = { risks: '三层', mitigations: '当天组装', ownerId: staffId('baker'), checkpoints: ['周一看支架'] };
    const row = {
      id: 'sheet',
      processId: `order/${wedding}`,
      storeId: 'main',
      body: { trackingSheet },
      createdBy: 'x',
      createdAt: new Date(),
    };
    await shop.db.text.create({ data: row });
    await done(wedding, 'feasibility-review', 'production-supervisor', at('20T09:00'), {
      answers: [answer('production-supervisor', {}, 'sheet')],
    });
    const { texts, text, pages } = await paper();
    expect(pages).toBe(1);
    expect(texts).toEqual(
      expect.arrayContaining([
        '生产晨会通报',
        '2026-11-23',
        '生日蛋糕 8 寸 × 2',
        '11:00',
        cake,
        '送货上门',
        '低糖、蛋、奶、麸质',
        '15:00',
        wedding,
        `${wedding} 生日蛋糕 8 寸 × 1`,
        '三层',
        '当天组装',
        'Name of baker',
        '周一看支架',
      ]),
    );
    expect(text).toMatch(/高风险、低糖/);
    expect(text).not.toContain(other);
    expect((await paper('?date=2026-11-24&language=en')).texts).toEqual(
      expect.arrayContaining(['Morning brief', other, 'delivery to the door']),
    );
    expect(await pointer('day/paper?date=24')).toBe('/date');
  });

  test('what is late in the store, and who is away with whoever stands in for them', async () => {
    const number = await promised('30T11:00');
    const late = await aTask(shop, number, 'making-done', 'baker', { dueAt: at('23T09:59') });
    await aTask(shop, number, 'daily-photos', 'baker', { dueAt: at('23T10:01') });
    const away = (role: Role, from: Date, until: Date | null, deputyId: string | null = null) =>
      shop.db.staff.update({ where: { id: staffId(role) }, data: { absences: awayFrom(from, until), deputyId } });
    await away('baker', at('22T00:00'), at('23T00:01'), staffId('production-supervisor'));
    await away('packer', at('23T18:00'), null);
    await shop.db.staff.update({ where: { id: staffId('packer') }, data: { headOf: ['warehouse'] } });
    await away('finance', at('22T00:00'), at('23T00:00'));
    await away('operator', at('24T00:00'), null);
    const day = await board('day');
    expect(day.late.map(({ id }: any) => id)).toEqual([late]);
    expect(day.away).toEqual([
      {
        id: staffId('baker'),
        name: 'Name of baker',
        roles: ['baker'],
        deputy: { id: staffId('production-supervisor'), name: 'Name of production-supervisor' },
      },
      { id: staffId('packer'), name: 'Name of packer', roles: ['packer'], deputy: null },
    ]);
    expect((await paper()).texts).toEqual(
      expect.arrayContaining([number, '制作完成', '11月23日周一 09:59', 'Name of baker（烘焙师），由 Name of production-supervisor 代理']),
    );
  });
});

test('the board of stages: where every order stands that has not arrived, the next promise first', async () => {
  const [draft, later, making, packing, ready, delivered, closed] = [
    await promised('30T11:00'),
    await promised('29T12:00'),
    await promised('29T11:00'),
    await promised('23T09:00'),
    await promised('24T11:00'),
    await promised('23T11:00'),
    await promised('23T11:00'),
  ];
  await stands(later, { state: 'decoration' });
  await stands(making, { state: 'making' });
  await stands(packing, { state: 'packing' });
  await stands(ready, { state: 'ready' });
  await stands(delivered, { state: 'delivered' });
  await stands(closed, { state: 'closed', closedAt: new Date() });
  const { columns } = await board('stages');
  expect(columns.map(({ title, total, orders }: any) => [title, total, numbers(orders)])).toEqual([
    ['接单', 1, [draft]],
    ['备料', 0, []],
    ['制作', 2, [making, later]],
    ['检验与打包', 1, [packing]],
    ['取送', 1, [ready]],
  ]);
  expect([columns[3].orders[0].late, columns[4].orders[0].late]).toEqual(['promise', null]);
});

test('a board holds 300 orders and says that there are more; a column of stages 50, and counts them all', async () => {
  const number = await promised('23T15:00');
  const { words: _words, ...order } = (await shop.db.order.findUniqueOrThrow({ where: { number } })) as Record<string, unknown>;
  const process = await shop.db.process.findUniqueOrThrow({ where: { id: `order/${number}` } });
  const copies = Array.from({ length: 300 }, (_, n) => `${number}-${String(n).padStart(3, '0')}`);
  await shop.db.process.createMany({ data: copies.map((copy) => ({ ...process, id: `order/${copy}`, number: copy, aboutOrder: copy })) });
  await shop.db.order.createMany({ data: copies.map((copy) => ({ ...order, number: copy, processId: `order/${copy}` })) as never });
  for (const path of ['deliveries', 'day']) {
    const body = await board(path);
    expect([(body.stops ?? body.orders).length, body.more]).toEqual([300, true]);
  }
  const [intake] = (await board('stages')).columns;
  expect([intake.orders.length, intake.total]).toEqual([50, 301]);
});
