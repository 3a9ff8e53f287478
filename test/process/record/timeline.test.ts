import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { canonicalJson } from '../../../src/platform/db/canonical-json';
import type { Db } from '../../../src/platform/db/client';
import { createRecorder } from '../../../src/process/record/recorder';
import { verifyTimeline, type ChainCheck } from '../../../src/process/record/timeline';
import { hashedParts } from '../../../src/process/record/timeline-hash';
import { verify } from '../../../src/main/verify';
import { testDatabase, type TestDatabase } from '../../support/database';
import { aBatch, anEvent, anOrder, INTAKE } from '../../support/records';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await testDatabase();
  db = database.db;
});
afterAll(() => database.close());

/** An order with five rows on its timeline. */
async function aChain(): Promise<string> {
  const number = await anOrder(db);
  const recorder = createRecorder(db);
  await recorder.record(aBatch(number, 1, { events: [1, 2, 3].map((n) => anEvent(number, n)) }));
  await recorder.record(aBatch(number, 2, { events: [4, 5].map((n) => anEvent(number, n)) }));
  return number;
}

/** What somebody with full rights to the database could do behind our back. */
const tamper = (sql: string, ...values: unknown[]): Promise<unknown> =>
  db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
    await tx.$executeRawUnsafe(sql, ...values);
  });

async function check(number?: string): Promise<ChainCheck[]> {
  const found: ChainCheck[] = [];
  for await (const one of verifyTimeline(db, number)) found.push(one);
  return found;
}

describe('the hash chain of a timeline', () => {
  test('each row hashes the one before it and its own canonical JSON', async () => {
    const number = await aChain();
    const [first, second] = await db.timelineEvent.findMany({ where: { processId: `order/${number}` }, orderBy: { seq: 'asc' } });
    const text =
      `{"actor":{"id":"staff-1","kind":"staff","roles":["baker"],"via":"http"},"at":"${new Date(INTAKE + 2_002).toISOString()}",` +
      `"data":{"alpha":{"a":"核对 ✓","b":[1,2.5,null]},"zeta":2},"id":"order/${number}/2","kind":"task.opened","process":"order/${number}",` +
      `"ruleId":"BAK-27","seq":2,"textId":null}`;
    expect(second?.prevHash).toBe(first?.hash);
    expect(second?.hash).toBe(
      createHash('sha256')
        .update((first?.hash ?? '') + text)
        .digest('hex'),
    );
  });

  test('holds when nobody touched it', async () => {
    const number = await aChain();
    expect(await check(number)).toEqual([{ process: `order/${number}`, ok: true, events: 5 }]);
  });

  test.each([
    [
      'an altered datum',
      `UPDATE timeline SET data = jsonb_set(data, '{zeta}', '99') WHERE process_id = 'order/' || $1 AND seq = 3`,
      3,
      'altered',
    ],
    [
      'an altered actor',
      `UPDATE timeline SET actor = '{"kind":"staff","id":"somebody-else"}' WHERE process_id = 'order/' || $1 AND seq = 2`,
      2,
      'altered',
    ],
    [
      'an instant moved by a millisecond',
      `UPDATE timeline SET at = at + interval '1 ms' WHERE process_id = 'order/' || $1 AND seq = 1`,
      1,
      'altered',
    ],
    ['another text', `UPDATE timeline SET text_id = 'other' WHERE process_id = 'order/' || $1 AND seq = 5`, 5, 'altered'],
    ['a row deleted in the middle', `DELETE FROM timeline WHERE process_id = 'order/' || $1 AND seq = 3`, 3, 'missing'],
    ['the first row deleted', `DELETE FROM timeline WHERE process_id = 'order/' || $1 AND seq = 1`, 1, 'missing'],
    ['the last row deleted', `DELETE FROM timeline WHERE process_id = 'order/' || $1 AND seq = 5`, 5, 'missing'],
    ['the whole timeline deleted', `DELETE FROM timeline WHERE process_id = 'order/' || $1`, 1, 'missing'],
    [
      'a row inserted at the end',
      `INSERT INTO timeline (id, process_id, store_id, seq, at, kind, actor, data, prev_hash, hash)
       SELECT 'x' || process_id, process_id, store_id, 6, at, kind, actor, data, hash, repeat('0', 64) FROM timeline WHERE process_id = 'order/' || $1 AND seq = 5`,
      6,
      'altered',
    ],
    [
      'two rows exchanged',
      `UPDATE timeline SET seq = CASE seq WHEN 2 THEN 300 ELSE 200 END WHERE process_id = 'order/' || $1 AND seq IN (2, 3);
       UPDATE timeline SET seq = seq / 100 WHERE process_id = 'order/' || $1 AND seq >= 200`,
      2,
      'does not follow',
    ],
    ['a row numbered before the first', `UPDATE timeline SET seq = 0 WHERE process_id = 'order/' || $1 AND seq = 1`, 0, 'too many'],
    [
      'a row told of another process',
      `UPDATE timeline SET process_id = 'nowhere/' || process_id WHERE process_id = 'order/' || $1 AND seq = 4`,
      4,
      'missing',
    ],
    ['a head set back', `UPDATE processes SET timeline_hash = repeat('0', 64) WHERE number = $1`, 5, 'head'],
  ])('breaks on %s', async (_what, sql, seq, why) => {
    const number = await aChain();
    for (const statement of sql.split(';')) await tamper(statement, number);
    expect(await check(number)).toEqual([{ process: `order/${number}`, ok: false, seq, why: expect.stringContaining(why) as string }]);
  });

  test('breaks on a row inserted in the middle with hashes made to fit', async () => {
    const number = await aChain();
    const [second] = await db.timelineEvent.findMany({ where: { processId: `order/${number}`, seq: 2 } });
    const event = {
      id: `false-${number}`,
      process: `order/${number}`,
      at: new Date(INTAKE).toISOString(),
      kind: 'order.accepted',
      actor: {},
      ruleId: null,
      data: {},
      textId: null,
    };
    const { before, after } = hashedParts(event);
    const hash = createHash('sha256').update(`${second?.hash}${before}3${after}`).digest('hex');
    await tamper(`UPDATE timeline SET seq = seq + 100 WHERE process_id = 'order/' || $1 AND seq > 2`, number);
    await tamper(`UPDATE timeline SET seq = seq - 99 WHERE process_id = 'order/' || $1 AND seq > 100`, number);
    await tamper(
      `INSERT INTO timeline (id, process_id, store_id, seq, at, kind, actor, data, prev_hash, hash) VALUES ($1, 'order/' || $2, 'store-1', 3, $3::timestamptz, 'order.accepted', '{}', '{}', $4, $5)`,
      event.id,
      number,
      event.at,
      second?.hash,
      hash,
    );
    expect(await check(number)).toEqual([
      { process: `order/${number}`, ok: false, seq: 4, why: expect.stringContaining('does not follow') as string },
    ]);
  });

  test('all processes are walked, over more than one page, and rows of no process are told', async () => {
    await Promise.all(Array.from({ length: 205 }, () => anOrder(db)));
    const number = await aChain();
    await tamper(`UPDATE timeline SET process_id = 'order/19990101001' WHERE process_id = 'order/' || $1`, number);
    const all = await check();
    expect(all).toHaveLength((await db.process.count()) + 1 + 1); // and the one that the table above told of another order
    expect(new Set(all.map(({ process }) => process)).size).toBe(all.length);
    expect(all).toContainEqual({ process: 'order/19990101001', ok: false, seq: 1, why: expect.stringContaining('has no row') as string });
    expect(await check('no-such-order')).toEqual([]);
  });
});

describe('the timeline is append-only', () => {
  test.each([
    ['UPDATE', `UPDATE timeline SET kind = 'x'`],
    ['DELETE', 'DELETE FROM timeline'],
    ['TRUNCATE', 'TRUNCATE timeline'],
  ])('%s is refused by the database itself', async (verb, sql) => {
    const number = await aChain();
    await expect(db.$executeRawUnsafe(sql)).rejects.toThrow(`append-only: ${verb} refused`);
    expect(await db.timelineEvent.count({ where: { processId: `order/${number}` } })).toBe(5);
  });
});

describe('canonical JSON', () => {
  test('does not depend on the order of keys, and reads back as the same value', () => {
    const reversed = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(reversed);
      if (value === null || typeof value !== 'object') return value;
      return Object.fromEntries(
        Object.entries(value)
          .map(([key, member]) => [key, reversed(member)])
          .reverse(),
      );
    };
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(reversed(value))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('is cut exactly where the place in the chain goes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.option(fc.string()), fc.nat(), (data, textId, seq) => {
        const facts = { id: 'i', process: 'o', at: 'a', kind: 'k', actor: {}, ruleId: null, data, textId };
        const { before, after } = hashedParts(facts);
        expect(`${before}${seq}${after}`).toBe(canonicalJson({ ...facts, seq }));
      }),
    );
  });

  test('any data come back from the database under the hash they were recorded with', async () => {
    const number = await anOrder(db);
    const recorder = createRecorder(db);
    const samples = fc.sample(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ stringUnit: 'binary' })), 200);
    await recorder.record(aBatch(number, 1, { events: samples.map((data, n) => anEvent(number, n + 1, { data })) }));
    expect(await check(number)).toEqual([{ process: `order/${number}`, ok: true, events: 200 }]);
  });
});

describe('npm run verify', () => {
  const run = async (...args: string[]): Promise<{ code: number; said: string }> => {
    const lines: string[] = [];
    return { code: await verify(args, { DATABASE_URL: database.url }, (line) => lines.push(line)), said: lines.join('\n') };
  };

  test('says that a chain holds, and says where one breaks', async () => {
    const number = await aChain();
    expect(await run(number)).toEqual({ code: 0, said: '1 processes, 5 rows that hold: every chain is whole.' });
    await tamper(`UPDATE timeline SET kind = 'x' WHERE process_id = 'order/' || $1 AND seq = 2`, number);
    expect(await run(number)).toEqual({
      code: 1,
      said: `order/${number}: the chain breaks at 2: row 2 (x) was altered.\n1 of 1 processes have a broken timeline.`,
    });
    const all = await run();
    expect(all.code).toBe(1);
    expect(all.said).toContain(`order/${number}: the chain breaks at 2`);
  });

  test('does not call an unknown order, or no database, a success', async () => {
    expect(await run('20000101001')).toEqual({ code: 1, said: 'There is no order 20000101001.' });
    const home = mkdtempSync(join(tmpdir(), 'levain-home-'));
    try {
      const lines: string[] = [];
      expect(await verify([], { LEVAIN_HOME: home }, (line) => lines.push(line))).toBe(1);
      expect(lines.join()).toContain('no database to check');
      expect(await verify([], { DATABASE_URL: 'postgresql://nobody@127.0.0.1:1/none' }, (line) => lines.push(line))).toBe(1);
      expect(lines.join()).toContain('could not be read');
    } finally {
      rmSync(home, { recursive: true });
    }
  });
});
