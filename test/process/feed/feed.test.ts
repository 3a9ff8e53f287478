import { Client } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import type { RecordBatch } from '../../../src/process/process.messages';
import { createFeedReads } from '../../../src/process/feed/feed.repository';
import { sweepFeed } from '../../../src/process/feed/sweep';
import { createRecorder } from '../../../src/process/record/recorder';
import { openShop, type Shop } from '../../support/http/shop';
import { aBareBatch, anEvent, aProcess, aTask } from '../../support/records';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

/** The batch of a process that is no order's own. */
const watchBatch = (name: string, revision: number, own: Partial<RecordBatch> = {}, storeId = 'main'): RecordBatch =>
  aBareBatch(aProcess(name, { id: `watch/${name}`, kind: 'watch', storeId, aboutOrder: '20261123001' }), revision, {
    ...(revision === 1 && { first: true }),
    events: [anEvent(`${name}-${revision}`, 1)],
    ...own,
  });
const record = (batch: RecordBatch): Promise<number> => createRecorder(shop.db).record(batch);
const page = async (after: string, who: 'baker' | 'packer' = 'baker') => (await shop.call(who, 'GET', `/feed?after=${after}`)).body;

/** An open stream: its events one by one. */
async function listen(headers: Record<string, string> = {}) {
  const stop = new AbortController();
  const response = await fetch(`${shop.url}/api/v1/feed`, {
    headers: { Authorization: `Bearer ${await shop.token('baker')}`, ...headers },
    signal: stop.signal,
  });
  const reader = response.body!.getReader();
  let text = '';
  /** The next event with a name; null when the stream has ended. */
  async function next(): Promise<{ id: string; event: string; data: any } | null> {
    for (;;) {
      const end = text.indexOf('\n\n');
      if (end >= 0) {
        const fields = Object.fromEntries(
          text
            .slice(0, end)
            .split('\n')
            .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
        );
        text = text.slice(end + 2);
        if (fields['event']) return { id: fields['id']!, event: fields['event'], data: JSON.parse(fields['data']!) };
        continue;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      text += Buffer.from(value).toString('utf8');
    }
  }
  return { response, next, close: () => stop.abort() };
}

describe('what a batch tells the feed', () => {
  test('is which process stands where, what happened and by whom, in ids only; a repeat tells nothing', async () => {
    const { next } = await page('now');
    const batch = watchBatch('a', 1, {
      events: [
        anEvent('a', 1, { kind: 'task.opened' }),
        anEvent('a', 2, { kind: 'task.opened' }),
        anEvent('a', 3, { kind: 'letter.sent' }),
      ],
      tasks: [aTask('a', 1), aTask('a', 2)],
    });
    await record(batch);
    await record(batch);
    await record(watchBatch('a', 2));
    const first = await shop.db.process.findMany();
    expect(first).toHaveLength(1);
    const { items, reset } = await allAfter(next);
    expect(reset).toBe(false);
    expect(items.map(({ revision }: any) => revision)).toEqual([1, 2]);
    const { at, kinds, tasks, ...rest } = items[0];
    expect(rest).toEqual({ process: 'watch/a', order: '20261123001', revision: 1, state: 'open', by: { kind: 'staff', id: 'staff-1' } });
    expect([kinds.sort(), tasks.sort()]).toEqual([
      ['letter.sent', 'task.opened'],
      ['a-1', 'a-2'],
    ]);
    expect(Math.abs(Date.parse(at) - Date.now())).toBeLessThan(60_000);
  });

  test('names the person whose act it was, whatever the process did in the same breath; the process where it was nobody’s', async () => {
    const { next } = await page('now');
    const system = { kind: 'system', via: 'timer' } as const;
    await record(watchBatch('a', 1, { events: [anEvent('a', 1, { actor: system }), anEvent('a', 2), anEvent('a', 3, { actor: system })] }));
    await record(watchBatch('a', 2, { events: [anEvent('a', 4, { actor: system })] }));
    expect((await allAfter(next)).items.map(({ by }: any) => by)).toEqual([{ kind: 'staff', id: 'staff-1' }, { kind: 'system' }]);
  });

  test('never comes before what a transaction that is still open may have written earlier', async () => {
    const { next } = await page('now');
    const slow = new Client({ connectionString: shop.databaseUrl });
    await slow.connect();
    await slow.query('BEGIN');
    await slow.query(
      `INSERT INTO feed (store_id, process_id, revision, state, kinds, tasks) VALUES ('main', 'watch/slow', 1, 'open', '{}', '{}')`,
    );
    await record(watchBatch('quick', 1));
    expect(await page(next)).toEqual({ items: [], next, reset: false });
    expect(await createFeedReads(shop.db).lagMs()).toBeGreaterThan(0);
    await slow.query('COMMIT');
    await slow.end();
    const { items } = await allAfter(next);
    expect(items.map(({ process }: any) => process)).toEqual(['watch/slow', 'watch/quick']);
    expect(await createFeedReads(shop.db).lagMs()).toBe(0);
  });
});

/** Everything after a place, once nothing is held back any more. */
async function allAfter(after: string): Promise<any> {
  for (let tries = 0; tries < 500 && (await createFeedReads(shop.db).lagMs()) > 0; tries += 1) await pause(20);
  return page(after);
}

describe('GET /feed as a stream', () => {
  test('says hello, and then what happens in the store as it happens; nothing of another store', async () => {
    const stream = await listen({ 'Accept-Encoding': 'gzip, br' });
    expect(stream.response.headers.get('content-encoding')).toBeNull(); // an event would wait until a block is full
    expect([stream.response.headers.get('content-type'), stream.response.headers.get('x-accel-buffering')]).toEqual([
      'text/event-stream; charset=utf-8',
      'no',
    ]);
    expect(await stream.next()).toMatchObject({ event: 'hello', data: {} });
    await record(watchBatch('other', 1, {}, 'other'));
    await record(watchBatch('mine', 1));
    const heard = await stream.next();
    expect([heard?.event, heard?.data.process]).toEqual(['change', 'watch/mine']);
    stream.close();
  });

  test('goes on where it broke, with nothing left out and nothing twice, for several who listen', async () => {
    const before = await listen();
    const hello = await before.next();
    for (let n = 1; n <= 5; n += 1) await record(watchBatch('a', n));
    const second = [await before.next(), await before.next()];
    before.close();
    for (let n = 6; n <= 8; n += 1) await record(watchBatch('a', n));
    const again = await listen({ 'Last-Event-ID': second[1]!.id });
    const fromStart = await listen({ 'Last-Event-ID': hello!.id });
    await record(watchBatch('a', 9));
    const revisions = async (stream: Awaited<ReturnType<typeof listen>>, count: number): Promise<number[]> => {
      const seen: number[] = [];
      while (seen.length < count) seen.push((await stream.next())!.data.revision);
      return seen;
    };
    expect(await revisions(fromStart, 9)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(await revisions(again, 7)).toEqual([3, 4, 5, 6, 7, 8, 9]);
    again.close();
    fromStart.close();
  });

  test('tells who comes with what is no longer kept to begin anew', async () => {
    const { next } = await allAfter('now');
    await record(watchBatch('a', 1));
    await shop.db.feedRow.updateMany({ data: { writtenAt: new Date(Date.now() - 25 * 3_600_000) } });
    await record(watchBatch('a', 2));
    await sweepFeed(shop.db, Date.now());
    expect(await shop.db.feedRow.findMany({ select: { revision: true } })).toEqual([{ revision: 2 }]);
    const { next: later } = await allAfter('now');
    const stream = await listen({ 'Last-Event-ID': next });
    const reset = await stream.next();
    expect(reset?.event).toBe('reset');
    await record(watchBatch('a', 3));
    expect((await stream.next())?.data.revision).toBe(3);
    stream.close();
    const asked = await page(next);
    expect([asked.items, asked.reset]).toEqual([[], true]);
    const { items, reset: lost } = await allAfter(later);
    expect([items.map(({ revision }: any) => revision), lost]).toEqual([[3], false]);
  });

  test('ends when the API stops', async () => {
    const stream = await listen();
    await stream.next();
    shop.stop();
    expect(await stream.next()).toBeNull();
  });

  test('is for whoever is signed in; a place that is none is refused', async () => {
    expect((await shop.call(null, 'GET', '/feed')).status).toBe(401);
    const { status, body } = await shop.call('baker', 'GET', '/feed?after=elsewhere');
    expect([status, body.type]).toEqual([400, '/problems/invalid-cursor']);
  });
});
