import { Workbook } from 'exceljs';
import type { Role } from '../../src/base/roles';
import { belongsTo, HOUR, openShop, placed, aTask, staffId, type Shop } from '../support/http/shop';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop(); // Monday 23 November, 10:00 in Shanghai
});
afterEach(() => shop.close());

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ask = (path: string, accept: string, who: Role = 'finance', language = 'zh') =>
  shop.call(who, 'GET', path, { headers: { Accept: accept, 'Accept-Language': language } });

/** The rows of a CSV, read as RFC 4180 has it. */
function rowsOf(csv: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)!.push(quoted === undefined ? plain! : quoted.replaceAll('""', '"'));
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}
async function csv(path: string, who?: Role, language?: string): Promise<string[][]> {
  const { status, headers, body } = await ask(path, 'text/csv', who, language);
  const text = (body as Buffer).toString('utf8');
  expect([status, headers.get('content-type'), text.charCodeAt(0)]).toEqual([200, 'text/csv; charset=utf-8', 0xfeff]);
  return rowsOf(text.slice(1));
}
async function sheet(path: string, who?: Role) {
  const { status, headers, body } = await ask(path, XLSX, who);
  expect([status, headers.get('content-type')]).toEqual([200, XLSX]);
  const book = new Workbook();
  await book.xlsx.load(body);
  return book.worksheets[0]!;
}

const customer = { name: '=HYPERLINK("http://bad")', phone: '13800138000', language: 'zh-CN' };
const order = async (data: object = {}, change: object = {}): Promise<string> => {
  const number = await placed(shop, { deliveryAt: '2026-12-05T15:00:00+08:00', ...change });
  await shop.db.order.update({ where: { number }, data });
  return number;
};
const HEADS = ['订单号', '状态', '标记', '订购内容', '顾客', '电话（部分隐藏）', '约定交付', '交付方式', '实际交付'];
const MONEY = ['总额（元）', '已收（元）', '已退（元）', '未付（元）'];
const TAKEN = ['接单时间', '接单人'];

describe('orders as CSV', () => {
  test('every column by its name: money in yuan with two places, instants by the clock of the store, telephones masked as in the list', async () => {
    const number = await order({ receivedFen: 8_640, outstandingFen: 20_160, deliveredAt: new Date('2026-12-05T14:45:00+08:00') });
    await shop.db.process.update({ where: { id: `order/${number}` }, data: { state: 'materials', overlays: ['breached', 'overdue'] } });
    expect(await csv('/orders')).toEqual([
      [...HEADS, ...MONEY, ...TAKEN],
      [
        number,
        '备料',
        '有环节超时、交付逾期',
        '生日蛋糕 8 寸 × 1',
        '王小明',
        '138****8000',
        '2026-12-05 15:00',
        '送货上门',
        '2026-12-05 14:45',
        '288.00',
        '86.40',
        '0.00',
        '201.60',
        '2026-11-23 10:00',
        'Name of sales-consultant',
      ],
    ]);
  });

  test('heads, states and names are in the language of whoever asks', async () => {
    await order();
    const [heads, row] = await csv('/orders', 'finance', 'en');
    expect(heads!.slice(0, 4)).toEqual(['Order', 'State', 'Marks', 'Ordered']);
    expect([row![1], row![7]]).toEqual(['draft', 'delivery to the door']);
  });

  test('what begins like a formula is made text', async () => {
    await order({}, { customer });
    const [, row] = await csv('/orders');
    expect(row![4]).toBe(`'=HYPERLINK("http://bad")`);
  });

  test('the same filters mean the same rows in the same order as the list has, page after page', async () => {
    const first = await order();
    const template = await shop.db.order.findUniqueOrThrow({ where: { number: first } });
    const { number: _number, processId: _process, ...rest } = template as any;
    const process = await shop.db.process.findUniqueOrThrow({ where: { id: `order/${first}` } });
    const copies = Array.from({ length: 420 }, (_, n) => `2026112310${String(n).padStart(3, '0')}`);
    await shop.db.process.createMany({ data: copies.map((number) => ({ ...process, id: `order/${number}`, number, aboutOrder: number })) });
    await shop.db.order.createMany({
      data: copies.map((number, n) => ({
        ...rest,
        number,
        processId: `order/${number}`,
        outstandingFen: n % 3 === 0 ? 0 : 100,
        deliveryAt: new Date(Date.parse('2026-12-01T09:00:00Z') + n * HOUR),
      })),
    });
    await belongsTo(shop, copies[1]!, 'other');
    for (const query of ['', '?owed=true', '?deliveryFrom=2026-12-05T00:00:00Z&sort=-takenAt', '?q=nobody', '?limit=1']) {
      const listed: string[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const at = query.replace('limit=1', '') || '?';
        const page: any = await shop.call(
          'finance',
          'GET',
          `/orders${at}&limit=200&rows=true${cursor && `&cursor=${cursor}`}`.replace('?&', '?'),
        );
        listed.push(...page.body.items.map(({ number }: any) => number));
        cursor = page.body.next;
      }
      expect((await csv(`/orders${query}`)).slice(1).map(([number]) => number)).toEqual(listed);
    }
  });

  test('BAK-32 of what is owed, each with its age: the export of the receivables', async () => {
    const at = (days: number): Date => new Date(shop.now() - days * 24 * HOUR);
    const owed = [
      await order({ deliveryAt: at(60) }),
      await order({ deliveryAt: at(20) }),
      await order({ deliveryAt: at(3) }),
      await order({ deliveryAt: at(-3) }),
    ];
    await order({ outstandingFen: 0 });
    const rows = await csv('/orders?owed=true');
    expect(rows[0]).toEqual([...HEADS, ...MONEY, '账龄', ...TAKEN]);
    expect(rows.slice(1).map((row) => [row[0], row[12], row[13]])).toEqual([
      [owed[0], '288.00', '超过 30 天'],
      [owed[1], '288.00', '8–30 天'],
      [owed[2], '288.00', '7 天内'],
      [owed[3], '288.00', '未到交付时间'],
    ]);
    const { body } = await shop.call('finance', 'GET', '/receivables');
    expect(body.ages.map(({ orders }: any) => orders)).toEqual([1, 1, 1, 1]);
  });

  test('a bad filter is refused as in the list, and whoever asks for nothing of the kind gets JSON', async () => {
    await order();
    expect((await ask('/orders?state=none', 'text/csv')).body.errors[0].pointer).toBe('/state/0');
    for (const accept of ['*/*', 'text/html,*/*;q=0.8', 'image/png', 'application/json, text/csv;q=0.5'])
      expect((await ask('/orders', accept)).body.items).toHaveLength(1);
    const { headers } = await ask('/orders', 'text/csv');
    expect([headers.get('content-disposition'), headers.get('vary')]).toEqual([
      'attachment; filename="orders.csv"',
      expect.stringContaining('Accept'),
    ]);
  });
});

describe('orders as a workbook', () => {
  test('money and instants are numbers and dates that Excel reckons with, and a formula is text', async () => {
    const number = await order({ receivedFen: 8_640, outstandingFen: 20_160 }, { customer });
    const tab = await sheet('/orders');
    expect([tab.name, tab.rowCount]).toEqual(['订单', 2]);
    expect((tab.getRow(1).values as unknown[]).slice(1)).toEqual([...HEADS, ...MONEY, ...TAKEN]);
    const row = tab.getRow(2);
    expect(row.getCell(1).value).toBe(number);
    expect([row.getCell(5).value, row.getCell(5).formula]).toEqual(['=HYPERLINK("http://bad")', undefined]);
    expect([row.getCell(7).value, row.getCell(7).numFmt]).toEqual([new Date('2026-12-05T15:00:00Z'), 'yyyy-mm-dd hh:mm']);
    expect([10, 11, 12, 13].map((n) => row.getCell(n).value)).toEqual([288, 86.4, 0, 201.6]);
    expect(row.getCell(10).numFmt).toBe('¥#,##0.00');
  });
});

describe('tasks', () => {
  test('as CSV: what, of which order, whose, and when it is due', async () => {
    const number = await order();
    await aTask(shop, number, 'making-done', 'baker', {
      dueAt: new Date('2026-11-23T17:00:00+08:00'),
      assignee: staffId('baker'),
      ruleIds: ['BAK-46'],
    });
    await aTask(shop, number, 'settle-balance', 'finance', { dueAt: new Date('2026-11-23T18:00:00+08:00') });
    const rows = await csv('/tasks?role=baker', 'baker');
    expect(rows).toEqual([
      ['任务', '订单号', '角色', '负责人', '状态', '开始', '截止', '超时于', '完成', '条款'],
      ['制作完成', number, '烘焙师', 'Name of baker', '待处理', '2026-11-23 10:00', '2026-11-23 17:00', '', '', 'BAK-46'],
    ]);
    expect((await sheet('/tasks')).rowCount).toBe(3);
  });
});
