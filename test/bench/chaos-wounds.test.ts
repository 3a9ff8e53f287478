import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { judgeUnderWay, judgeWounds } from '../../bench/chaos/oracle/wounds';
import { woundFileOf } from '../../bench/chaos/wounded/wound-file';
import type { WoundRecord } from '../../bench/chaos/wounds';

describe('a wound that the harness agrees on with one API', () => {
  const home = mkdtempSync(join(tmpdir(), 'levain-wounds-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  const [harness, api, other] = [woundFileOf(home, '1'), woundFileOf(home, '1'), woundFileOf(home, '2')];
  const write = { wound: 'kill-before-write', processId: 'order/1', revision: 4 } as const;

  test('is taken by one write, which the harness then knows', () => {
    harness.arm('kill-before-write');
    expect(harness.struck()).toBeNull();
    expect(api.isArmed('kill-before-write')).toBe(true);
    expect(api.isArmed('kill-after-write')).toBe(false);
    expect(other.isArmed('kill-before-write')).toBe(false);
    expect([api.take(write), api.take({ ...write, revision: 5 })]).toEqual([true, false]);
    expect(harness.struck()).toEqual(write);
  });

  test('is forgotten when the next one is armed, and over when its write says so', () => {
    harness.arm('postgres-away-at-write');
    expect(harness.struck()).toBeNull();
    api.take({ ...write, wound: 'postgres-away-at-write' });
    expect(harness.over()).toBe(false);
    api.end();
    expect(harness.over()).toBe(true);
  });

  test('meets no write once the harness took it back', () => {
    harness.arm('kill-after-write');
    harness.disarm();
    expect([api.isArmed('kill-after-write'), api.take({ ...write, wound: 'kill-after-write' })]).toEqual([false, false]);
    expect(harness.struck()).toBeNull();
  });
});

describe('wounds and the file', () => {
  const wound: WoundRecord = { wound: 'kill-before-write', processId: 'order/1', revision: 4, api: 'api', onFileMs: 6_000 };

  test('an act that comes to file with nobody asking is all right, one that does not is lost', () => {
    expect(judgeWounds([wound])).toEqual([]);
    expect(judgeWounds([wound, { ...wound, onFileMs: null }])).toMatchObject([{ what: 'lost', about: 'order/1' }]);
  });

  test('an act that is still under way long after its people have gone is stuck', () => {
    const begun = (begunAt: number) => ({ processId: 'order/1', key: 'k', begunAt });
    expect(judgeUnderWay([begun(950_000)], 1_000_000)).toEqual([]);
    expect(judgeUnderWay([begun(900_000)], 1_000_000)).toMatchObject([{ what: 'stuck', about: 'order/1' }]);
  });
});
