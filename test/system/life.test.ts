import { Client, Connection } from '@temporalio/client';
import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { createPeople, type ShownOrder } from '../../src/demo/people';
import { createShopClient } from '../../src/demo/shop-client';
import { tellStory } from '../../src/demo/story';
import { startShop, type TestShop } from '../support/shop';

/** Two shop hours a real second: thirteen days in two and a half minutes. */
const RATE = 7_200;
const MINUTES = 60_000;

let shop: TestShop;
let order: ShownOrder;
let startedAt: number;
const told: string[] = [];

beforeAll(async () => {
  shop = await startShop({ clockRate: RATE });
  const people = await createPeople(createShopClient(shop.apiUrl, DEMO_PASSWORD));
  startedAt = await people.now();
  order = await tellStory(people, { catcherUrl: shop.catcherUrl, say: (line) => told.push(line) });
}, 7 * MINUTES);
afterAll(() => shop.stop(), MINUTES);

const get = async (path: string): Promise<{ body: any }> => shop.api('GET', path, undefined, { as: 'store-manager' });

describe('BAK-02 one order lives its whole life over HTTP, on real parts, under a fast shop clock', () => {
  test('BAK-94 it ends closed, with every state of the regulation on its timeline', async () => {
    const { body } = await get(`/orders/${order.number}/timeline?limit=200`);
    const states = (body.items as { kind: string; data: { to?: string } }[])
      .filter((event) => event.kind === 'order.moved')
      .map((event) => event.data.to);
    expect(order.state).toBe('closed');
    expect(states).toEqual(
      expect.arrayContaining([
        'feasibility-review',
        'awaiting-deposit',
        'materials',
        'making',
        'decoration',
        'final-check',
        'packing',
        'ready',
        'out-for-delivery',
        'delivered',
        'closed',
      ]),
    );
  });

  test('every date is in shop time: accepted, planned, delivered and visited in the order’s own two weeks', async () => {
    const { body } = await get(`/orders/${order.number}`);
    const at = (field: string): number => Date.parse(body[field] as string);
    expect(at('acceptedAt')).toBeGreaterThan(startedAt + 4 * HOUR_MS); // the review was late by the shop's clock
    expect(at('deliveredAt')).toBeLessThan(startedAt + 4 * DAY_MS);
    expect(at('followUpAt') - at('deliveredAt')).toBeGreaterThanOrEqual(13 * DAY_MS); // AFT-88
    expect(at('closedAt')).toBeGreaterThanOrEqual(at('followUpAt'));
    const { body: clock } = await get('/clock');
    expect(clock).toMatchObject({ rate: RATE, zone: 'Asia/Shanghai' });
    expect(Date.parse(clock.now as string)).toBeGreaterThan(startedAt + 13 * DAY_MS);
  });

  test('BAK-08 the customer got each letter once', async () => {
    const { body } = await get(`/orders/${order.number}/notices?limit=200`);
    const written = (body.items as { template: string; state: string; to: string; attempts: number; withdrawnWhy: string | null }[]).filter(
      (notice) => notice.to === 'customer',
    );
    // a letter that a later fact overtook is withdrawn with the reason, and maybe another written instead; one that was just going out stays sent
    const sent = written.filter((notice) => notice.state !== 'withdrawn');
    const times = (template: string): number =>
      sent.filter((notice) => notice.template === template && notice.withdrawnWhy === null).length;
    const once = ['deposit-due', 'order-changed', 'alternatives', 'making-started', 'order-ready', 'out-for-delivery', 'order-delivered'];
    expect(written.map((notice) => notice.template)).toEqual(expect.arrayContaining([...once, 'confirmation-letter']));
    expect(once.filter((template) => times(template) > 1)).toEqual([]);
    expect(['confirmation-letter', 'order-delivered'].filter((template) => times(template) === 0)).toEqual([]);
    expect(written.filter((notice) => notice.state === 'withdrawn' && !notice.withdrawnWhy)).toEqual([]);
    // the catcher drops a short message that comes twice, as a gateway would: so what the post sent is counted in its own ledger …
    expect(sent.filter((notice) => notice.state === 'sent' && notice.attempts !== 1)).toEqual([]);
    // … and for e-mails, which the catcher keeps as often as they come, in the catcher, too
    const mails = (await shop.messages()).filter((message) => message.channel === 'email').map((message) => `${message.id} ${message.to}`);
    expect(mails.length).toBeGreaterThan(sent.length);
    expect(mails.filter((mail, n) => mails.indexOf(mail) !== n)).toEqual([]);
  });

  test('BAK-50 its photos stand in a list with the tasks they answer, and are looked at small', async () => {
    const { body } = await get(`/orders/${order.number}/photos`);
    const photos = body.items as { id: string; step: string; task: { kind: string } | null; takenBy: { id: string } }[];
    expect(photos.map(({ step, task }) => [step, task?.kind])).toEqual([
      ['baking', undefined],
      ['piping', undefined],
      ['decoration', 'decoration-done'],
      ['fragile-label', 'packing-checklist'],
      ['hand-over', 'hand-over'],
      ['signature', 'hand-over'],
    ]);
    const small = await fetch(`${shop.apiUrl}/api/v1/photos/${photos[0]?.id}?w=320`, {
      headers: { Authorization: `Bearer ${await shop.signIn('baker')}` },
    });
    const bytes = Buffer.from(await small.arrayBuffer());
    expect([small.status, small.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect(bytes.toString('latin1', 8, 12)).toBe('WEBP');
  });

  test('BAK-07 BAK-32 BAK-59 BAK-82 its money, versions, suppliers and rating are read, and its record holds', async () => {
    const items = async (list: string): Promise<any[]> => (await get(`/orders/${order.number}/${list}`)).body.items;
    const { body } = await get(`/orders/${order.number}`);
    const payments: { amountFen: number }[] = await items('payments');
    expect(payments.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(body.money.receivedFen);
    expect(await items('costs')).toEqual([]);
    expect((await items('versions')).map(({ version }) => version)).toEqual([1, 2]);
    expect((await items('sourcing')).map(({ item, result }) => [item, result])).toContainEqual(['imported-chocolate', 'promised']);
    expect(await items('ratings')).toEqual([expect.objectContaining({ score: 5, source: 'customer', comment: '非常好吃' })]);
    const [latest] = await items('timeline?order=desc&kind=order.moved&limit=1');
    expect(latest.data).toMatchObject({ to: 'closed' });
    const verified = await get(`/orders/${order.number}/timeline/verification`);
    expect(verified.body.holds).toBe(true);
    expect(verified.body.chains.length).toBeGreaterThan(1); // the order, and the search for a supplier
  });

  test('nothing personal ever entered Temporal: no name, number, address or word of the customer stands in any history', async () => {
    const connection = await Connection.connect({ address: shop.temporalAddress });
    const client = new Client({ connection, namespace: shop.temporalNamespace });
    const secrets = [
      '陈晓燕',
      '13800138000',
      'chen.xiaoyan',
      '康平路',
      '林志强',
      '13900139000',
      '小满',
      '草莓鲜奶',
      '非常好吃',
      '低糖口味',
      '进口巧克力不足',
    ];
    const histories: string[] = [];
    for await (const { workflowId } of client.workflow.list()) {
      const history = await client.workflow.getHandle(workflowId).fetchHistory();
      histories.push(readable(history));
    }
    await connection.close();
    expect(histories.length).toBeGreaterThanOrEqual(3); // the order, its sourcing, the post office
    expect(histories.join('\n')).toContain(order.number);
    expect(secrets.filter((secret) => histories.some((history) => history.includes(secret)))).toEqual([]);
  });
});

/** A history with its payloads decoded: base64 would hide what is searched for. */
const readable = (history: unknown): string =>
  JSON.stringify(history, (_key, value: unknown) =>
    value instanceof Uint8Array || Buffer.isBuffer(value) ? Buffer.from(value).toString('utf8') : value,
  ) + payloadsOf(history);

function payloadsOf(value: unknown): string {
  if (value instanceof Uint8Array) return Buffer.from(value).toString('utf8');
  if (typeof value !== 'object' || value === null) return '';
  return Object.values(value).map(payloadsOf).join('');
}
