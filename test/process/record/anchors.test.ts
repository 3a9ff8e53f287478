import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anchorKey, checkAnchors, takeAnchor } from '../../../src/process/record/anchors';
import { createRecorder } from '../../../src/process/record/recorder';
import { verifyTimeline } from '../../../src/process/record/timeline';
import { testDatabase, type TestDatabase } from '../../support/database';
import { aBatch, anEvent, anOrder } from '../../support/records';

const KEY = anchorKey('the secret of the shop, long enough');
const NOW = Date.parse('2026-12-01T10:00:00Z');
let database: TestDatabase;
let folder: string;
let file: string;
beforeEach(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), 'levain-anchors-'));
  file = join(folder, 'home', 'anchors.jsonl');
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.close();
});

const anchor = (at = NOW) => takeAnchor(database.db, file, KEY, at);
const check = () => checkAnchors(database.db, file, KEY);
async function anOrderWith(rows: number): Promise<string> {
  const number = await anOrder(database.db);
  const events = Array.from({ length: rows }, (_, n) => anEvent(number, n + 1));
  await createRecorder(database.db).record(aBatch(number, 1, { events }));
  return number;
}
const tamper = (sql: string, ...values: unknown[]): Promise<unknown> =>
  database.db.$transaction(async (tx) => {
    await tx.$executeRawUnsafe('SET LOCAL session_replication_role = replica');
    await tx.$executeRawUnsafe(sql, ...values);
  });
/** What the chains say by themselves. */
async function chainsHold(): Promise<boolean> {
  for await (const { ok } of verifyTimeline(database.db)) if (!ok) return false;
  return true;
}

/** All that somebody with every right to the database can do to hide what they changed: the chain computed anew from `seq` on. */
const recompute = (order: string, from: number): Promise<unknown> =>
  tamper(
    `DO $$ DECLARE r record; previous text; BEGIN
       SELECT COALESCE((SELECT hash FROM timeline WHERE process_id = 'order/${order}' AND seq = ${from - 1}), '') INTO previous;
       FOR r IN SELECT * FROM timeline WHERE process_id = 'order/${order}' AND seq >= ${from} ORDER BY seq LOOP
         UPDATE timeline SET prev_hash = previous, hash = encode(sha256(convert_to(previous || '{"actor":' || '"forged"' || '}' || r.seq, 'UTF8')), 'hex')
           WHERE id = r.id RETURNING hash INTO previous;
       END LOOP;
       UPDATE processes SET timeline_hash = previous WHERE id = 'order/${order}';
     END $$`,
  );

describe('the anchors of the timelines', () => {
  test('hold when nobody touched the records, and name only heads that have moved', async () => {
    const [one, two] = [await anOrderWith(2), await anOrderWith(3)];
    expect((await anchor())?.heads.map(([order, seq]) => [order, seq])).toEqual([
      [`order/${one}`, 2],
      [`order/${two}`, 3],
    ]);
    expect(await anchor()).toBeNull();
    await createRecorder(database.db).record(aBatch(one, 2, { events: [anEvent(one, 3)] }));
    expect((await anchor())?.heads.map(([order, seq]) => [order, seq])).toEqual([[`order/${one}`, 3]]);
    expect(await check()).toEqual({ heads: 3, faults: [] });
  });

  test('tell of a tail that was cut off with the head moved, which the chain cannot', async () => {
    const order = await anOrderWith(5);
    await anchor();
    await tamper(`DELETE FROM timeline WHERE process_id = 'order/' || $1 AND seq = 5`, order);
    await tamper(
      `UPDATE processes SET timeline_seq = 4, timeline_hash = (SELECT hash FROM timeline WHERE process_id = 'order/' || $1 AND seq = 4) WHERE id = 'order/' || $1`,
      order,
    );
    expect(await chainsHold()).toBe(true);
    expect(await check()).toMatchObject({
      faults: [{ process: `order/${order}`, why: 'row 5 of its timeline, anchored at 2026-12-01T10:00:00.000Z, is gone' }],
    });
    await anchor(NOW + 1); // an anchor taken afterwards hides nothing
    expect((await check()).faults).toHaveLength(1);
  });

  test('tell of a chain that was computed anew', async () => {
    const order = await anOrderWith(4);
    await anchor();
    await recompute(order, 3);
    expect(await check()).toMatchObject({
      faults: [{ process: `order/${order}`, why: expect.stringMatching(/^row 4 .* is another one now$/) as string }],
    });
  });

  test('tell of an order that was removed with all its rows, which the chains cannot', async () => {
    const order = await anOrderWith(2);
    await anOrderWith(1);
    await anchor();
    await tamper(`DELETE FROM timeline WHERE process_id = 'order/' || $1`, order);
    await tamper('DELETE FROM orders WHERE number = $1', order);
    await tamper('DELETE FROM processes WHERE number = $1', order);
    expect(await chainsHold()).toBe(true);
    expect(await check()).toMatchObject({ faults: [{ process: `order/${order}` }] });
  });

  test('do not hold when the file was altered, when lines before the end are missing, or under another secret', async () => {
    for (const rows of [1, 2, 3]) {
      await anOrderWith(rows);
      await anchor(NOW + rows);
    }
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    const whole = `${lines.join('\n')}\n`;
    const faultsOf = async (text: string): Promise<string[]> => {
      writeFileSync(file, text);
      return (await check()).faults.map(({ process, why }) => process + why.slice(0, 6));
    };
    expect(await faultsOf(whole)).toEqual([]);
    expect(await faultsOf(whole.replace('10:00:00.002', '10:00:00.009'))).toEqual(['line 2']);
    expect(await faultsOf(`${lines[0]}\n${lines[2]}\n`)).toEqual(['line 2']);
    expect(await faultsOf(`${lines[1]}\n${lines[2]}\n`)).toEqual(['line 1']);
    writeFileSync(file, whole);
    const stranger = await checkAnchors(database.db, file, anchorKey('another secret, long enough as well'));
    expect(stranger.faults.map(({ why }) => why.slice(0, 6))).toEqual(['line 1']);
  });

  test('go on after a crash that cut the last line short', async () => {
    await anOrderWith(1);
    await anchor();
    appendFileSync(file, '{"at":"2026-12-01T11');
    const order = await anOrderWith(2);
    expect((await anchor())?.heads.map(([process]) => process)).toEqual([`order/${order}`]);
    expect(await check()).toEqual({ heads: 2, faults: [] });
  });

  test('are taken once by several workers at a time', async () => {
    await anOrderWith(1);
    const taken = await Promise.all([anchor(), anchor(), anchor(), anchor()]);
    expect(taken.filter((one) => one !== null)).toHaveLength(1);
    expect(readFileSync(file, 'utf8').trimEnd().split('\n')).toHaveLength(1);
  });
});
