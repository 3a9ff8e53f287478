import type { Decided, RecordBatch } from '../../../src/process/process.messages';
import { createLanding, GapRemains } from '../../../src/process/record/landing';
import { sweepActs, type Outcome, type SweeperDeps } from '../../../src/process/record/sweeper';

const batch = (revision: number): RecordBatch => ({ revision, process: { id: 'p' }, acts: [`act-${revision}`] }) as unknown as RecordBatch;
const decided = (revision: number): Decided => ({ revision, batch: batch(revision) });

/** A file in memory that keeps batches in their order, as Postgres does; what is `dead` cannot be written. */
function aFile(onFile: number, dead?: number) {
  const written: number[] = [];
  return {
    written,
    record: ({ revision }: RecordBatch) => {
      if (revision === dead) return Promise.reject(new Error('refused'));
      if (revision === onFile + 1) written.push((onFile = revision));
      return Promise.resolve(onFile);
    },
    revisionOf: () => Promise.resolve(onFile),
  };
}
const nobodyAsks = (): Promise<RecordBatch[]> => Promise.reject(new Error('nobody was to be asked'));

describe('what an act decided', () => {
  test('is written at once when its predecessor stands, and once', async () => {
    const file = aFile(4);
    const land = createLanding({ recorder: file, batchesAfter: nobodyAsks });
    await land('p', decided(5));
    await land('p', decided(5));
    expect(file.written).toEqual([5]);
  });

  test('waits for a predecessor that another is writing in this moment', async () => {
    const file = aFile(4);
    const land = createLanding({ recorder: file, batchesAfter: nobodyAsks });
    await Promise.all([land('p', decided(7)), land('p', decided(6)), land('p', decided(5))]);
    expect(file.written).toEqual([5, 6, 7]);
  });

  test('whose predecessor nobody writes comes after it: the process is asked, and the gap is written first', async () => {
    const file = aFile(4);
    const asked: number[] = [];
    const land = createLanding({
      recorder: file,
      batchesAfter: (id, revision) => {
        asked.push(revision);
        return Promise.resolve(id === 'p' ? [5, 6, 7].map(batch) : []);
      },
    });
    await land('p', decided(7));
    expect([file.written, asked]).toEqual([[5, 6, 7], [4]]);
  });

  test('that changed nothing stands when all before it does, whoever writes that', async () => {
    const file = aFile(4);
    const land = createLanding({ recorder: file, batchesAfter: () => Promise.resolve([5].map(batch)) });
    await land('p', { revision: 5 });
    expect(file.written).toEqual([5]);
  });

  test('is not said to be written when what comes before it cannot be', async () => {
    let now = 0;
    const land = createLanding({
      recorder: aFile(4),
      batchesAfter: () => Promise.resolve([]),
      now: () => (now += 3_000),
    });
    await expect(land('p', decided(6))).rejects.toThrow('Revision 6 of p does not come to file: 4 stands there.');
  });

  test('whose process cannot be asked for what is missing, has a gap; what Postgres says is passed on', async () => {
    const away = (): Promise<RecordBatch[]> => Promise.reject(new Error('no worker answers'));
    await expect(createLanding({ recorder: aFile(4), batchesAfter: away })('p', decided(6))).rejects.toThrow(GapRemains);
    await expect(createLanding({ recorder: aFile(4, 5), batchesAfter: away })('p', decided(5))).rejects.toThrow('refused');
  });
});

describe('acts whose sender has gone', () => {
  const NOW = 1_000_000;
  const WORKING = new AbortController().signal;
  /** One act that began so long ago, and what came of it. */
  async function swept(agoMs: number, outcome: Outcome, own: Partial<SweeperDeps> = {}): Promise<string[]> {
    const did: string[] = [];
    const note = (what: string) => (): Promise<void> => Promise.resolve(void did.push(what));
    const begunAt = NOW - agoMs;
    const deps: SweeperDeps = {
      acts: {
        begin: () => Promise.reject(new Error('not the sweeper')),
        begunBefore: (instant) => Promise.resolve(begunAt < instant ? [{ processId: 'p', key: 'k', begunAt }] : []),
        end: (processId, key) => note(`end ${processId} ${key}`)(),
      },
      outcomeOf: () => Promise.resolve(outcome),
      land: (processId, { revision }) => note(`land ${processId} ${revision}`)(),
      alarm: { raise: note('raise'), settle: note('settle') },
      now: () => NOW,
      log: () => undefined,
      ...own,
    };
    await sweepActs(deps, WORKING);
    return did;
  }

  test('are written when they were accepted, and left alone while their sender may still be there', async () => {
    expect(await swept(5_001, decided(3))).toEqual(['land p 3', 'settle', 'end p k']);
    expect(await swept(4_999, decided(3))).toEqual([]);
  });

  test('are forgotten when they were refused, or when nobody has heard of them for a minute', async () => {
    expect(await swept(5_001, 'refused')).toEqual(['end p k']);
    expect(await swept(59_999, 'unknown')).toEqual([]);
    expect(await swept(60_001, 'unknown')).toEqual(['end p k']);
    expect(await swept(600_000, 'pending')).toEqual([]);
  });

  test('that Postgres refuses alarm the operator, and are tried again', async () => {
    const land = (): Promise<void> => Promise.reject(new Error('22003'));
    expect(await swept(5_001, decided(3), { land })).toEqual(['raise']);
  });

  test('that only wait for what comes before them alarm nobody, and are tried again', async () => {
    const land = (): Promise<void> => Promise.reject(new GapRemains('p', 3, 1));
    expect(await swept(5_001, decided(3), { land })).toEqual([]);
  });

  /** Acts by their keys, all of them refused; `outcomeOf` says otherwise. */
  function several(keys: readonly string[], outcomeOf: SweeperDeps['outcomeOf']): { deps: SweeperDeps; ended: string[] } {
    const ended: string[] = [];
    const deps: SweeperDeps = {
      acts: {
        begin: () => Promise.reject(new Error('not the sweeper')),
        begunBefore: () => Promise.resolve(keys.map((key) => ({ processId: 'p', key, begunAt: 0 }))),
        end: (_processId, key) => Promise.resolve(void ended.push(key)),
      },
      outcomeOf,
      land: () => Promise.reject(new Error('nothing was decided')),
      alarm: { raise: () => Promise.reject(new Error('no')), settle: () => Promise.reject(new Error('no')) },
      now: () => NOW,
      log: () => undefined,
    };
    return { deps, ended };
  }

  test('hold up no other when Temporal cannot say what came of one', async () => {
    const { deps, ended } = several(['bad', 'good'], ({ key }) =>
      key === 'bad' ? Promise.reject(new Error('unavailable')) : Promise.resolve('refused'),
    );
    await sweepActs(deps, WORKING);
    expect(ended).toEqual(['good']);
  });

  test('hold up no other while one waits', async () => {
    let answer: (outcome: Outcome) => void = () => undefined;
    const slow = new Promise<Outcome>((resolve) => (answer = resolve));
    const { deps, ended } = several(['slow', 'quick'], ({ key }) => (key === 'slow' ? slow : Promise.resolve('refused')));
    const sweeping = sweepActs(deps, WORKING);
    await new Promise((resolve) => setImmediate(resolve));
    expect(ended).toEqual(['quick']);
    answer('refused');
    await sweeping;
    expect(ended).toEqual(['quick', 'slow']);
  });

  test('are left to the next worker once this one is told to stop', async () => {
    const stopping = new AbortController();
    const keys = Array.from({ length: 50 }, (_, n) => `act-${n}`);
    const { deps, ended } = several(keys, () => {
      stopping.abort();
      return Promise.resolve('refused');
    });
    await sweepActs(deps, stopping.signal);
    expect(ended).toContain('act-0');
    expect(ended).not.toContain('act-49');
  });
});
