import type { Role } from '../../src/base/roles';
import { aLine, aTask, HOUR, openShop, placed, staffId, belongsTo, type Shop } from '../support/http/shop';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const person = (name: string, phone = '13800138000') => ({ name, phone, language: 'zh-CN' });
/** An order promised for so many hours after a morning eight days ahead. */
const promised = (hours: number, change: Record<string, unknown> = {}): Promise<string> =>
  placed(shop, { deliveryAt: new Date(Date.parse('2026-12-01T02:00:00Z') + hours * HOUR).toISOString(), ...change });
/** Where its process stands. */
const stands = (number: string, data: Parameters<Shop['db']['process']['update']>[0]['data']) =>
  shop.db.process.update({ where: { id: `order/${number}` }, data });
const ended = (number: string, state = 'closed') => stands(number, { state, closedAt: new Date(shop.now()) });

const ask = async (query: string, who: Role = 'sales-consultant') => (await shop.call(who, 'GET', `/orders?${query}`)).body;
/** Numbers, in the order of the list. */
const found = async (query: string, who?: Role): Promise<string[]> =>
  (await ask(query, who)).items.map(({ number }: { number: string }) => number);
const sought = (words: string): Promise<string[]> => found(`q=${encodeURIComponent(words)}`);
/** Of a bad question: where it is bad. */
const pointer = async (query: string): Promise<unknown> => (await ask(query)).errors?.[0].pointer;

describe('a list of orders begins with those that are open', () => {
  test('the next delivery first; those that have ended are asked for, the last delivery first', async () => {
    const [second, first, third, over, declined] = [
      await promised(2),
      await promised(1),
      await promised(3),
      await promised(0),
      await promised(4),
    ];
    await ended(over);
    await ended(declined, 'declined');
    await stands(third, { state: 'delivered' }); // it waits for its visit
    expect(await found('')).toEqual([first, second, third]);
    expect(await found('open=true')).toEqual([first, second, third]);
    expect(await found('open=false')).toEqual([declined, over]);
    expect(await found('open=false&sort=promisedAt')).toEqual([over, declined]);
    expect(await found('count=true&kind=bakery')).toEqual([first, second, third]);
    expect(await pointer('open=perhaps')).toBe('/open');
  });

  test('unless a state, words or a delivery say which are meant', async () => {
    const [open, over] = [await promised(1, { customer: person('陈晓燕') }), await promised(2, { customer: person('陈晓燕') })];
    await ended(over);
    expect(await found('state=closed')).toEqual([over]);
    expect(await sought('陈晓燕')).toEqual([over, open]);
    expect(await found(`deliveryFrom=${new Date(shop.now()).toISOString()}`)).toEqual([over, open]);
    expect(await found(`deliveryTo=${new Date(shop.now() + 999 * HOUR).toISOString()}`)).toEqual([over, open]);
    expect(await found(`open=true&q=${encodeURIComponent('陈晓燕')}`)).toEqual([open]);
  });
});

describe('a list of orders is narrowed', () => {
  test('by one state or by several; the open ones of them by their next delivery', async () => {
    const [packing, making, closed, draft] = [await promised(1), await promised(2), await promised(3), await promised(0)];
    await stands(packing, { state: 'packing' });
    await stands(making, { state: 'making' });
    await ended(closed);
    expect(await found('state=making')).toEqual([making]);
    expect(await found('state=making&state=packing')).toEqual([packing, making]);
    expect(await found('state=making&state=closed&state=draft')).toEqual([closed, making, draft]);
    expect(await pointer('state=making&state=flying')).toBe('/state/1');
    expect(await pointer('state=making&state=making')).toBe('/state/1');
  });

  test('by what is set on their state, be it by their own workflow or by who misses it', async () => {
    const [late, changing, lost, refused, plain] = [
      await promised(1),
      await promised(2),
      await promised(3),
      await promised(4),
      await promised(5),
    ];
    await stands(late, { overlays: ['breached', 'escalated'] });
    await stands(changing, { overlays: ['change-pending'] });
    await stands(lost, { lostAt: new Date() });
    await shop.db.process.create({
      data: {
        id: 'repair/r',
        kind: 'repair',
        number: 'r',
        storeId: 'main',
        aboutOrder: refused,
        state: 'open',
        overlays: [],
        openedAt: new Date(shop.now()),
        refusedAt: new Date(),
      },
    });
    const wanted = { breached: late, escalated: late, 'change-pending': changing, 'workflow-lost': lost, 'record-refused': refused };
    for (const [overlay, number] of Object.entries(wanted))
      expect([overlay, await found(`overlay=${overlay}`)]).toEqual([overlay, [number]]);
    expect(await found('overlay=overdue')).toEqual([]);
    expect(await found('')).toEqual([late, changing, lost, refused, plain]); // and the repair is no order
    await ended(late);
    expect([await found('overlay=breached'), await found('overlay=breached&open=false')]).toEqual([[], [late]]);
    expect(await pointer('overlay=on-fire')).toBe('/overlay');
  });

  test('by who has it in hand: an open step, or a stage that is to be done', async () => {
    const stage = (assignee: string, more: object = {}) => ({
      stages: [{ stage: 'making', assignee, startedAt: null, dueAt: null, doneAt: null, breachedAt: null, applicable: true, ...more }],
    });
    const [step, ahead, done, skipped, others, over] = [
      await promised(1),
      await promised(2),
      await promised(3),
      await promised(4),
      await promised(5),
      await promised(6),
    ];
    const baker = staffId('baker');
    const has = (number: string, data: object) => shop.db.order.update({ where: { number }, data });
    await aTask(shop, step, 'making-done', 'baker', { assignee: baker });
    await has(ahead, stage(baker));
    await has(done, stage(baker, { startedAt: 1, doneAt: 2 }));
    await aTask(shop, done, 'making-done', 'baker', { assignee: baker, state: 'done' });
    await has(skipped, stage(baker, { applicable: false }));
    await has(others, stage(staffId('packer'), { startedAt: 1 }));
    await has(over, stage(baker, { startedAt: 1 }));
    await ended(over, 'cancelled');
    expect(await found('assignee=me', 'baker')).toEqual([step, ahead]);
    expect(await found(`assignee=${baker}`)).toEqual([step, ahead]);
    expect(await found('assignee=me')).toEqual([]);
    expect(await found('stage=making')).toEqual([others]);
    for (const query of ['assignee=me', 'stage=making']) {
      expect(await found(`${query}&state=cancelled`, 'baker')).toEqual([]);
      expect(await found(`${query}&open=false`, 'baker')).toEqual([]);
    }
    expect(await found('stage=decoration')).toEqual([]);
  });

  test('by whether something is owed', async () => {
    const [owed, paid] = [await promised(1), await promised(2)];
    await shop.db.order.update({ where: { number: paid }, data: { outstandingFen: 0 } });
    expect([await found('owed=true'), await found('owed=false'), await found('')]).toEqual([[owed], [paid], [owed, paid]]);
    expect(await found('owed=false&state=draft')).toEqual([paid]);
    await ended(owed);
    expect(await found('owed=true&state=closed')).toEqual([]); // what has ended is settled
  });

  test('by who took them, and by product', async () => {
    const [cake, both] = [await promised(1), await promised(2, { lines: [aLine(), aLine({ product: 'mousse-cake' })] })];
    await shop.db.order.update({ where: { number: cake }, data: { takenBy: staffId('store-manager') } });
    expect([await found('takenBy=me'), await found('takenBy=me', 'store-manager')]).toEqual([[both], [cake]]);
    expect(await found(`takenBy=${staffId('store-manager')}`)).toEqual([cake]);
    expect([await found('product=birthday-cake'), await found('product=mousse-cake'), await found('product=mousse')]).toEqual([
      [cake, both],
      [both],
      [],
    ]);
    expect(await pointer('product=Mousse%20cake')).toBe('/product');
  });
});

describe('an order is found', () => {
  test('by any part of its number', async () => {
    const [first, second] = [await promised(1), await promised(2)];
    expect(await sought(first)).toEqual([first]);
    expect(await sought(first.slice(0, 8))).toEqual([second, first]);
    expect(await sought(first.slice(-3))).toEqual([first]);
    expect(await sought(second.slice(6))).toEqual([second]);
    expect(await sought(`${first}0`)).toEqual([]);
  });

  test('by any part of its customer’s name, whatever its case', async () => {
    const [chen, mary] = [
      await promised(1, { customer: person('陈晓燕') }),
      await promised(2, { customer: person("Mary O'Neil \\& Sons") }),
    ];
    for (const words of ['陈', '晓燕', '燕', '陈晓燕']) expect([words, await sought(words)]).toEqual([words, [chen]]);
    for (const words of ['mary', 'MARY O', "o'n", 'neil \\& s', '\\', "'"]) expect([words, await sought(words)]).toEqual([words, [mary]]);
    for (const words of ['陈燕', "mary' | 'chen", ':*', '%', '_', '&', '!']) {
      expect([words, await sought(words)]).toEqual([words, words === '&' ? [mary] : []]);
    }
  });

  test('by its customer’s telephone, whole or its last four digits, as people write them', async () => {
    const [here, abroad] = [
      await promised(1, { customer: person('甲', '13800130012') }),
      await promised(2, { customer: person('乙', '+44 7700 900123') }),
    ];
    for (const words of ['0012', '13800130012', '138 0013 0012', '+86 138-0013-0012', '００１２'])
      expect([words, await sought(words)]).toEqual([words, [here]]);
    for (const words of ['0123', '+447700900123', '0044 7700 900123', '447700900123'])
      expect([words, await sought(words)]).toEqual([words, [abroad]]);
    for (const words of ['1380', '8001300', '012', '1300120']) expect([words, await sought(words)]).toEqual([words, []]);
  });

  test('by nothing any more once its customer is erased', async () => {
    const number = await promised(1, { customer: person('陈晓燕') });
    await shop.db.order.update({ where: { number }, data: { customer: {} } });
    const words = await shop.db.$queryRaw<{ words: string }[]>`SELECT words::text AS words FROM orders WHERE number = ${number}`;
    expect(words[0]?.words).toMatch(/number:/);
    expect(words[0]?.words).not.toMatch(/name:|phone:|陈|8000/);
  });

  test('by its new lines once a change has been applied', async () => {
    const number = await promised(1);
    await shop.db.order.update({ where: { number }, data: { lines: [aLine({ product: 'mousse-cake' })] as object[] } });
    expect([await found('product=birthday-cake'), await found('product=mousse-cake')]).toEqual([[], [number]]);
  });

  test('in one’s own store', async () => {
    const number = await promised(1, { customer: person('陈晓燕') });
    await belongsTo(shop, number, 'other');
    expect([
      await found(''),
      await found('open=false'),
      await sought('陈晓燕'),
      await sought('8000'),
      (await ask('count=true')).count,
    ]).toEqual([[], [], [], [], { total: 0, more: false }]);
  });
});

describe('a list of orders comes sorted, page by page', () => {
  /** Every page of two. */
  async function pages(query: string): Promise<string[]> {
    const numbers: string[] = [];
    for (let cursor = ''; ;) {
      const { items, next } = await ask(`${query}&limit=2${cursor}`);
      numbers.push(...items.map(({ number }: { number: string }) => number));
      if (next === null) return numbers;
      cursor = `&cursor=${next}`;
    }
  }

  test('by promise or by intake, either way, those of one instant by their number', async () => {
    const [b, a, d] = [await promised(2), await promised(2), await promised(1)];
    shop.time.now += HOUR;
    const c = await promised(3);
    expect(await pages('sort=promisedAt')).toEqual([d, b, a, c]);
    expect(await pages('sort=-promisedAt')).toEqual([c, a, b, d]);
    expect(await pages('sort=takenAt')).toEqual([b, a, d, c]);
    expect(await pages('sort=-takenAt')).toEqual([c, d, a, b]);
    expect(await pages('')).toEqual([d, b, a, c]);
    const { next } = await ask('limit=2&sort=takenAt');
    expect((await ask(`limit=2&sort=-takenAt&cursor=${next}`)).type).toBe('/problems/invalid-cursor');
    expect((await ask(`limit=2&cursor=${next}`)).type).toBe('/problems/invalid-cursor');
    expect(await pointer('sort=colour')).toBe('/sort');
  });

  test('and counted, up to a thousand', async () => {
    const first = await promised(1);
    expect((await ask('count=true&limit=1')).count).toEqual({ total: 1, more: false });
    expect((await ask('limit=1')).count).toBeUndefined();
    const more = async (from: number, to: number): Promise<void> => {
      await shop.db.$executeRaw`INSERT INTO processes (id, kind, number, store_id, state, overlays, opened_at)
        SELECT 'order/n' || n, 'order', 'n' || n, 'main', 'draft', '{}', now() FROM generate_series(${from}::int, ${to}::int) n`;
      await shop.db
        .$executeRaw`INSERT INTO orders (number, process_id, kind, store_id, channel, occasion, urgency, complex, needs_checked, customer, delivery,
          lines, facts, delivery_at, total_fen, deposit_fen, outstanding_fen, intake_at, taken_by)
        SELECT 'n' || n, 'order/n' || n, kind, store_id, channel, occasion, urgency, complex, needs_checked, customer, delivery, lines, facts, delivery_at,
          total_fen, deposit_fen, outstanding_fen, intake_at, taken_by FROM orders, generate_series(${from}::int, ${to}::int) n WHERE number = ${first}`;
    };
    await more(2, 1000);
    expect((await ask('count=true&limit=1')).count).toEqual({ total: 1000, more: false });
    await more(1001, 1002);
    expect((await ask('count=true&limit=1')).count).toEqual({ total: 1000, more: true });
    expect((await ask('count=true&limit=1&state=closed')).count).toEqual({ total: 0, more: false });
  });
});

describe('a list of orders tells', () => {
  test('what is ordered in the reader’s words, who took it, and no whole telephone; one order has them whole', async () => {
    const lines = [aLine({ quantity: 2 }), aLine({ product: 'mousse-cake', size: '6-inch' })];
    const number = await promised(1, { customer: person('陈晓燕', '+441234567'), lines });
    const [line] = (await ask('')).items;
    expect(line).toMatchObject({
      number,
      title: '生日蛋糕 8 寸 × 2、慕斯蛋糕 6 寸 × 1',
      takenBy: { id: staffId('sales-consultant'), name: 'Name of sales-consultant' },
      takenAt: new Date(shop.now()).toISOString(),
      customer: { name: '陈晓燕', phone: '******4567' },
      delivery: { recipient: { name: '李华', phone: '139****9000' } },
    });
    const { body } = await shop.call('baker', 'GET', `/orders/${number}`, { headers: { 'Accept-Language': 'en' } });
    expect(body).toMatchObject({ customer: { phone: '+441234567' }, delivery: { recipient: { phone: '13900139000' } } });
    expect(body.title).toMatch(/^[\w ]+ 8 inches × 2, [\w ]+ 6 inches × 1$/);
  });

  test('as rows everything but lines, delivery and stages', async () => {
    await promised(1);
    const [line] = (await ask('')).items;
    const { lines, delivery, stages, ...rest } = line;
    expect((await ask('rows=true')).items).toEqual([rest]);
    expect([lines.length, delivery.method, stages]).toEqual([1, 'courier', []]);
  });
});
