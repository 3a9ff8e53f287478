import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { anchorKey, takeAnchor } from '../../src/process/record/anchors';
import { createRecorder } from '../../src/process/record/recorder';
import { anchorsIn } from '../../src/main/anchoring';
import { verify } from '../../src/main/verify';
import { aBatch, anEvent, anOrder } from '../support/records';
import { testDatabase, type TestDatabase } from '../support/database';

const SECRET = 'a secret of thirty-two characters';
let database: TestDatabase;
let home: string;
let order: string;
beforeEach(async () => {
  database = await testDatabase();
  home = mkdtempSync(join(tmpdir(), 'levain-verify-'));
  order = await anOrder(database.db);
  await createRecorder(database.db).record(aBatch(order, 1, { events: [anEvent(order, 1), anEvent(order, 2)] }));
});
afterEach(async () => {
  rmSync(home, { recursive: true });
  await database.close();
});

async function run(args: string[], env: NodeJS.ProcessEnv = {}): Promise<{ code: number; said: string }> {
  const said: string[] = [];
  const code = await verify(args, { DATABASE_URL: database.url, LEVAIN_HOME: home, LEVAIN_SECRET: SECRET, ...env }, (line) =>
    said.push(line),
  );
  return { code, said: said.join('\n') };
}
const anchor = () => takeAnchor(database.db, anchorsIn(home), anchorKey(SECRET), Date.parse('2026-12-01T10:00:00Z'));

describe('npm run verify', () => {
  test('holds with its anchors, and says of when the last is', async () => {
    await anchor();
    expect(await run([])).toEqual({
      code: 0,
      said: '1 processes, 2 rows that hold: every chain is whole.\n1 anchored heads hold, the last of 2026-12-01T10:00:00.000Z.',
    });
  });

  test('fails when the anchors cannot be had, unless told to leave them out', async () => {
    expect(await run([])).toMatchObject({ code: 1, said: expect.stringMatching(/there are no anchors at .*anchors\.jsonl/) as string });
    expect(await run(['--no-anchors'])).toMatchObject({ code: 0 });
    expect(await run([order])).toMatchObject({ code: 0 });
    await anchor();
    expect(await run([], { LEVAIN_SECRET: '' })).toMatchObject({
      code: 1,
      said: expect.stringContaining('LEVAIN_SECRET is not set') as string,
    });
    expect(await run([], { LEVAIN_SECRET: 'another secret of thirty-two char.' })).toMatchObject({ code: 1 });
  });

  test('names an order whose rows were cut off with its head moved', async () => {
    await anchor();
    await database.db.$executeRawUnsafe('ALTER TABLE timeline DISABLE TRIGGER ALL');
    await database.db.$executeRawUnsafe('DELETE FROM timeline WHERE seq = 2');
    await database.db.$executeRawUnsafe(
      'UPDATE processes SET timeline_seq = 1, timeline_hash = (SELECT hash FROM timeline WHERE seq = 1 AND process_id = processes.id)',
    );
    const { code, said } = await run([]);
    expect([code, said]).toEqual([
      1,
      expect.stringContaining(`${order}: row 2 of its timeline, anchored at 2026-12-01T10:00:00.000Z, is gone`),
    ]);
    expect(said).toContain('every chain is whole');
  });

  test('of an order nobody knows says so', async () => {
    expect(await run(['20991231001'])).toEqual({ code: 1, said: 'There is no order 20991231001.' });
  });
});
