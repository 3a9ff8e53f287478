import type { Loss } from '../../src/orders/repair.messages';
import { firstLook, lookAfterOrders, runWatch, type Look, type WatchDeps } from '../../src/orders/watch';

/** A shop's orders as Temporal and the record have them. */
interface Town {
  /** Where each order's newest run stands; null runs. */
  readonly runs: Map<string, Loss | null>;
  /** Closed on record. */
  readonly closed: Set<string>;
  readonly lost: Set<string>;
  readonly repairs: Map<string, Loss>;
  readonly described: string[];
  /** What visibility tells: it forgets nothing here. */
  readonly visible: boolean;
}
const town = (runs: Readonly<Record<string, Loss | null>>, visible = true): Town => ({
  runs: new Map(Object.entries(runs)),
  closed: new Set(),
  lost: new Set(),
  repairs: new Map(),
  described: [],
  visible,
});

const page = (numbers: Iterable<string>, after: string, limit: number): string[] =>
  [...numbers]
    .sort()
    .filter((number) => number > after)
    .slice(0, limit);

const watchOf = (here: Town, own: Partial<WatchDeps> = {}): WatchDeps => {
  const lives = (number: string): boolean => !here.closed.has(number) && !here.lost.has(number);
  const isBad = (how: Loss | null): boolean => how !== null && how !== 'completed' && how !== 'missing';
  return {
    ended: () => Promise.resolve(here.visible ? [...here.runs].filter(([, how]) => isBad(how)).map(([number]) => number) : []),
    lossOf(number) {
      here.described.push(number);
      return Promise.resolve(here.runs.get(number) ?? null);
    },
    record: {
      living: (numbers) => Promise.resolve(numbers.filter(lives)),
      next: (after, limit) => Promise.resolve(page([...here.runs.keys()].filter(lives), after, limit)),
      lost: (after, limit) => Promise.resolve(page(here.lost, after, limit)),
      lose(number) {
        if (!lives(number)) return Promise.resolve(false);
        here.lost.add(number);
        return Promise.resolve(true);
      },
      find: (number) => Promise.resolve(void here.lost.delete(number)),
    },
    openRepair: (number, how) => Promise.resolve(void here.repairs.set(number, how)),
    closeRepair: (number) => Promise.resolve(void here.repairs.delete(number)),
    keep: () => Promise.resolve(),
    now: () => 1_000_000,
    log: () => undefined,
    ...own,
  };
};
const START = firstLook(1_000_000);
async function looks(deps: WatchDeps, times: number): Promise<Look> {
  let look = START;
  for (let time = 0; time < times; time += 1) look = await lookAfterOrders(deps, look);
  return look;
}
const many = (count: number): string[] => Array.from({ length: count }, (_, n) => `2026112300${String(n).padStart(3, '0')}`);

describe('the watch', () => {
  test('finds in one look every order that Temporal says was terminated, failed, timed out or cancelled, and opens its repair', async () => {
    const here = town({ a: 'terminated', b: 'failed', c: 'timed-out', d: 'cancelled', e: null });
    await looks(watchOf(here), 1);
    expect(Object.fromEntries(here.repairs)).toEqual({ a: 'terminated', b: 'failed', c: 'timed-out', d: 'cancelled' });
    expect([...here.lost]).toEqual(['a', 'b', 'c', 'd']);
  });

  test('finds a missing run, and one that completed while the record lives, in its slow round; asking for few orders a look', async () => {
    const numbers = many(100);
    const last = numbers.at(-1)!;
    const here = town(
      { ...Object.fromEntries(numbers.map((number) => [number, null])), [numbers[40]!]: 'completed', [last]: 'missing' },
      false,
    );
    const deps = watchOf(here);
    let look = await lookAfterOrders(deps, START);
    expect(here.described.length).toBeLessThanOrEqual(15);
    for (let round = 0; round < 7; round += 1) look = await lookAfterOrders(deps, look);
    expect(Object.fromEntries(here.repairs)).toEqual({ [numbers[40]!]: 'completed', [last]: 'missing' });
    expect(look.after).not.toBe(''); // it has begun again
  });

  test('leaves alone what lives, what has ended on record, and what ends while it looks', async () => {
    const here = town({ lives: null, over: 'terminated', ending: 'completed' }, true);
    here.closed.add('over');
    const deps = watchOf(here);
    const lossOf: WatchDeps['lossOf'] = (number) => {
      if (number === 'ending') here.closed.add(number); // its last batch is written before its run completes
      return deps.lossOf(number);
    };
    await looks({ ...deps, lossOf }, 3);
    expect([here.lost.size, here.repairs.size]).toEqual([0, 0]);
  });

  test('sees an order live again that somebody reset, and withdraws its repair', async () => {
    const here = town({ a: 'terminated' });
    await looks(watchOf(here), 1);
    here.runs.set('a', null);
    await looks(watchOf(here), 1);
    expect([here.lost.size, here.repairs.size]).toEqual([0, 0]);
  });

  test('opens a repair anew that was lost itself, and one whose opening failed', async () => {
    const here = town({ a: 'terminated', b: 'terminated' });
    let failures = 1;
    const openRepair: WatchDeps['openRepair'] = (number, how) => {
      if (number === 'a' && failures > 0) {
        failures -= 1;
        return Promise.reject(new Error('This program does not know the rulebook.'));
      }
      here.repairs.set(number, how);
      return Promise.resolve();
    };
    await looks(watchOf(here, { openRepair }), 1);
    expect([...here.repairs.keys()]).toEqual(['b']); // nobody is held up by another
    here.repairs.clear();
    await looks(watchOf(here, { openRepair }), 1);
    expect([...here.repairs.keys()].sort()).toEqual(['a', 'b']);
  });

  test('does nothing to any order while Temporal is away, and looks again', async () => {
    const here = town({ a: 'terminated' });
    const stopping = new AbortController();
    const said: string[] = [];
    const away = (): Promise<never> => {
      stopping.abort();
      return Promise.reject(new Error('connection refused'));
    };
    await runWatch(watchOf(here, { lossOf: away, log: (line) => void said.push(line) }), stopping.signal);
    expect([here.lost.size, said]).toEqual([0, ['the watch will look again']]);
  });

  test('looks back beyond the last look, for visibility may be late', async () => {
    const asked: number[] = [];
    const deps = watchOf(town({}), { ended: (since) => Promise.resolve((asked.push(since), [])) });
    await looks(deps, 2);
    expect(asked[1]).toBeLessThanOrEqual(1_000_000 - 60_000);
    expect(asked[0]).toBeLessThan(asked[1]!);
  });
});
