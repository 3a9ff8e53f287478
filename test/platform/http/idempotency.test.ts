import { Refusal } from '../../../src/base/refusals';
import { once, type Patience } from '../../../src/platform/http/idempotency';
import { createIdempotency } from '../../../src/platform/db/idempotency.repository';
import { anOrder, HOUR, openShop, placed, type Shop } from '../../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

let number = 0;
const aKey = (): Record<string, string> => ({ 'Idempotency-Key': `key-${++number}` });
const take = (headers: Record<string, string>, body: unknown = anOrder(shop)) =>
  shop.call('sales-consultant', 'POST', '/orders', { body, headers });

describe('a write with a key', () => {
  test('is done once: the same request gets the first answer again, and says so', async () => {
    const key = aKey();
    const first = await take(key);
    const again = await take(key);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect([again.status, again.body, again.headers.get('location')]).toEqual([201, first.body, first.headers.get('location')]);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
  });

  test('with another body is refused, and the key keeps its first answer', async () => {
    const key = aKey();
    const first = await take(key);
    const other = await take(key, anOrder(shop, { occasion: 'other' }));
    expect([other.status, other.body.type]).toEqual([409, '/problems/idempotency-key-reused']);
    expect((await take(key)).body.number).toBe(first.body.number);
  });

  test('sent ten times at once makes one order, and all ten hear of it', async () => {
    const key = aKey();
    const before = await shop.db.order.count();
    const answers = await Promise.all(Array.from({ length: 10 }, () => take(key)));
    expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
    expect(answers.filter(({ headers }) => headers.get('idempotency-replayed') === 'true')).toHaveLength(9);
    expect(await shop.db.order.count()).toBe(before + 1);
  });

  test('belongs to its caller: another person’s same key is another', async () => {
    const order = await placed(shop);
    const key = aKey();
    const pay = (who: 'finance' | 'sales-consultant') =>
      shop.call(who, 'POST', `/orders/${order}/payments`, { body: { amountFen: 100, method: 'cash' }, headers: key });
    const [a, b] = [await pay('finance'), await pay('sales-consultant')];
    expect(a.body.id).not.toBe(b.body.id);
  });

  test('that was not valid leaves the key free', async () => {
    const key = aKey();
    expect((await take(key, anOrder(shop, { occasion: 'party' }))).status).toBe(400);
    expect((await take(key, anOrder(shop, { deliveryAt: '2020-01-01T00:00:00Z' }))).status).toBe(400);
    expect((await take(key)).status).toBe(201);
  });

  test('that met an outage is done when it is sent again, under the same name', async () => {
    const order = await placed(shop);
    const key = aKey();
    const pay = () => shop.call('finance', 'POST', `/orders/${order}/payments`, { body: { amountFen: 100, method: 'cash' }, headers: key });
    shop.desk.answer('recordPayment', () => Promise.reject(new Refusal('unavailable', { code: 'order-away' })));
    expect((await pay()).status).toBe(503);
    shop.desk.accept();
    expect((await pay()).status).toBe(201);
    const acts = shop.desk.asked.filter((asked) => asked.act === 'recordPayment' && asked.order === order);
    expect(acts).toHaveLength(2);
    expect(acts[0]?.key).toBe(acts[1]?.key);
    expect(acts[0]?.message.paymentId).toBe(acts[1]?.message.paymentId);
  });

  test('keeps the shop’s no: a refusal of the order is the first answer too', async () => {
    const order = await placed(shop);
    const key = aKey();
    const pay = () => shop.call('finance', 'POST', `/orders/${order}/payments`, { body: { amountFen: 100, method: 'cash' }, headers: key });
    shop.desk.answer('recordPayment', () => Promise.reject(new Refusal('not-in-this-state', { code: 'order-ended' }, { rule: 'BAK-32' })));
    const first = await pay();
    shop.desk.accept();
    const again = await pay();
    expect([again.status, again.body.type, again.body.rule, again.headers.get('idempotency-replayed')]).toEqual([
      409,
      '/problems/not-in-this-state',
      'BAK-32',
      'true',
    ]);
    expect(again.body.requestId).toBe(again.headers.get('x-request-id'));
    expect(first.body.detail).toBe(again.body.detail);
  });

  test('is forgotten after 24 hours', async () => {
    const slow = await openShop();
    const body = anOrder(slow);
    const key = aKey();
    const send = () => slow.call('sales-consultant', 'POST', '/orders', { body, headers: key });
    await send();
    slow.time.now += HOUR; // still the same session
    expect((await send()).headers.get('idempotency-replayed')).toBe('true');
    await slow.db.idempotencyKey.updateMany({ data: { createdAt: new Date(slow.time.now - 24 * HOUR - 1) } });
    expect((await send()).headers.get('idempotency-replayed')).toBeNull();
    await slow.close();
  });

  test('whose process died after the order was on file finds that order', async () => {
    const key = aKey();
    const body = anOrder(shop);
    const first = await take(key, body);
    // As the dead process left it: the order is there, its answer is not.
    await shop.db.idempotencyKey.updateMany({
      where: { key: key['Idempotency-Key'] ?? '' },
      data: {
        status: null,
        headers: undefined,
        body: { made: first.body.number },
        finishedAt: null,
        createdAt: new Date(shop.time.now - 15_001),
      },
    });
    const before = await shop.db.order.count();
    const again = await take(key, body);
    expect([again.status, again.body.number, again.headers.get('idempotency-replayed')]).toEqual([201, first.body.number, null]);
    expect(await shop.db.order.count()).toBe(before);
  });
});

describe('waiting for another request with the same key', () => {
  const patience: Patience = { waitMs: 60, pollMs: 5, abandonedMs: 10_000 };
  const answer = { status: 201, headers: {}, body: { done: true } };

  test('an owner that made something and then failed does not give the key back: the next one hears what was made', async () => {
    const keys = createIdempotency(shop.db);
    const request = { caller: 'staff:x', key: `lost-${++number}`, requestHash: 'h' };
    // the commit is done, and its answer is lost with the connection
    const lost = once(
      keys,
      request,
      Date.now,
      async (_made, since) => {
        await shop.db.$transaction((tx) => keys.note(tx, request.caller, request.key, since, 'order-1'));
        throw new Error('Connection terminated unexpectedly');
      },
      patience,
    );
    await expect(lost).rejects.toThrow('Connection terminated');
    const heard: (string | null)[] = [];
    const act = (made: string | null) => Promise.resolve(heard.push(made)).then(() => answer);
    const later = (): number => Date.now() + patience.abandonedMs + 1;
    await expect(once(keys, request, later, act, patience)).resolves.toMatchObject({ status: 201, replayed: false });
    expect(heard).toEqual(['order-1']);
  });

  test('an owner that was only slow makes nothing once another has taken over', async () => {
    const keys = createIdempotency(shop.db);
    const [caller, key] = ['staff:x', `late-${++number}`];
    const [first, second] = [Date.now(), Date.now() + 20_000];
    await keys.take(caller, key, 'h', first);
    expect(await keys.takeOver(caller, key, first, second)).toEqual({ made: null });
    expect(await keys.takeOver(caller, key, first, second)).toBeNull();
    expect(await shop.db.$transaction((tx) => keys.note(tx, caller, key, first, 'order-1'))).toBe(false);
    expect(await shop.db.$transaction((tx) => keys.note(tx, caller, key, second, 'order-2'))).toBe(true);
  });

  test('ends as `unavailable` when the other takes too long, and nothing is done twice', async () => {
    const keys = createIdempotency(shop.db);
    const request = { caller: 'staff:x', key: `slow-${++number}`, requestHash: 'h' };
    await keys.take(request.caller, request.key, 'h', Date.now());
    const act = jest.fn();
    await expect(once(keys, request, Date.now, act, patience)).rejects.toMatchObject({ code: 'unavailable' });
    expect(act).not.toHaveBeenCalled();
  });

  test('of several who find a dead owner’s key, one does the work', async () => {
    const keys = createIdempotency(shop.db);
    const request = { caller: 'staff:x', key: `dead-${++number}`, requestHash: 'h' };
    await keys.take(request.caller, request.key, 'h', Date.now() - 20_000);
    const act = jest.fn().mockResolvedValue(answer);
    const all = await Promise.all(Array.from({ length: 5 }, () => once(keys, request, Date.now, act, { ...patience, waitMs: 5_000 })));
    expect(act).toHaveBeenCalledTimes(1);
    expect(all.filter(({ replayed }) => !replayed)).toHaveLength(1);
  });

  test('hands the key on when the first request came to nothing', async () => {
    const keys = createIdempotency(shop.db);
    const request = { caller: 'staff:x', key: `fails-${++number}`, requestHash: 'h' };
    let fail: ((crash: Error) => void) | undefined;
    const first = once(keys, request, Date.now, () => new Promise((_, reject) => (fail = reject)));
    const end = first.catch((error: unknown) => error);
    while (!fail) await new Promise(setImmediate); // the first has taken the key, and works
    const second = once(keys, request, Date.now, () => Promise.resolve(answer));
    fail(new Error('crash'));
    expect(await end).toMatchObject({ message: 'crash' });
    expect(await second).toMatchObject({ status: 201, replayed: false });
  });
});
