import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, refusal, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
const acceptedAt = async (order: Order): Promise<number> => (await order.view()).acceptedAt ?? 0;

describe('BAK-48 materials settled', () => {
  test('BAK-48 within 8 h of acceptance: reminded at 6 h, late only after the eighth hour', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const from = await acceptedAt(order);
    expect(await order.around(from + 6 * HOUR_MS, () => order.told('task-reminder', 'materials-settled').length)).toEqual([0, 1, 1]);
    expect(await order.around(from + 8 * HOUR_MS, () => order.told('task-late', 'materials-settled').length)).toEqual([0, 0, 2]);
    expect(order.told('task-late', 'materials-settled')).toEqual(['staff:production-supervisor', 'role:store-manager']);
    expect((await order.stage('materials'))?.breachedAt).toBeGreaterThan(from + 8 * HOUR_MS);
  });

  test('BAK-48 settled exactly at the eighth hour is on time', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const due = (await acceptedAt(order)) + 8 * HOUR_MS;
    await order.waitToActAt(due);
    await order.complete('materials-settled', { lines: [{ item: 'cream', source: 'purchase' }] });
    await order.waitUntil(due + HOUR_MS);
    expect(order.told('task-late', 'materials-settled')).toEqual([]);
    expect((await order.stage('materials'))?.breachedAt).toBeNull();
  });
});

describe('BAK-47 materials complete', () => {
  test('BAK-47 within 24 h of acceptance: after that an exception stands open and the store manager hears of it', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    const due = (await acceptedAt(order)) + DAY_MS;
    expect(await order.around(due, () => order.book.exceptions.size)).toEqual([0, 0, 1]);
    expect(order.told('task-late', 'materials-complete')).toEqual(['staff:production-supervisor', 'role:store-manager']);
    expect((await order.view()).overlays).toEqual(['exception-open', 'breached']);
  });

  test('BAK-47 complete exactly at 24 h opens no exception', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.complete('materials-settled', { lines: [{ item: 'cream', source: 'stock' }] });
    await order.waitToActAt((await acceptedAt(order)) + DAY_MS);
    await order.complete('materials-complete', { complete: true });
    await order.waitHours(1);
    expect(order.book.exceptions.size).toBe(0);
    expect(order.told('task-late', 'materials-complete')).toEqual([]);
  });

  test('BAK-47 complete at last, though late, closes the exception and making goes on', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.waitUntil((await acceptedAt(order)) + DAY_MS + 1000);
    await order.hasMaterials();
    await order.task('making-done');
    expect([...order.book.exceptions.values()]).toMatchObject([{ state: 'closed', outcome: 'complete' }]);
  });

  test.each([
    ['settled', true],
    ['still open', false],
  ])('BAK-47 goods that are not in at 24 h are an exception with the plan %s', async (_plan, isSettled) => {
    const order = await bakery.places();
    await order.isAccepted();
    if (isSettled) await order.complete('materials-settled', { lines: [{ item: 'cream', source: 'purchase' }] });
    await order.waitUntil((await acceptedAt(order)) + DAY_MS + 1000);
    expect([...order.book.exceptions.values()]).toMatchObject([{ id: `${order.number}/materials`, type: 'other', state: 'open' }]);
  });

  test('BAK-47 making does not begin before the purchase is complete', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.complete('materials-settled', { lines: [{ item: 'cream', source: 'stock' }] });
    await order.signs();
    await order.settled();
    expect([(await order.view()).state, order.open('making-done')]).toEqual(['materials', []]);
    await order.complete('materials-complete', { complete: true });
    await order.task('making-done');
  });

  test('BAK-47 is a timer of its own: settling the plan in time does not stop it', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.complete('materials-settled', { lines: [{ item: 'cream', source: 'stock' }] });
    await order.waitUntil((await acceptedAt(order)) + DAY_MS + 1000);
    expect(order.open('materials-complete')).toMatchObject([{ rung: 1 }]);
    expect(order.told('task-late', 'materials-settled')).toEqual([]);
  });
});

describe('BAK-46 four monitored stages', () => {
  test('BAK-46 each carries the person the review named, its start and its end', async () => {
    const order = await bakery.places();
    await order.isPacking();
    const { stages, makingDoneAt } = await order.view();
    expect(makingDoneAt).toBe((await order.stage('making'))?.doneAt);
    expect(stages.map(({ stage, assignee }) => [stage, assignee])).toEqual([
      ['materials', 'production-supervisor'],
      ['making', 'baker'],
      ['quality-check', 'qc-inspector'],
      ['decoration', null],
    ]);
    for (const { startedAt, doneAt, applicable } of stages) {
      expect(startedAt).not.toBeNull();
      expect(doneAt).not.toBeNull();
      expect(applicable).toBe(true);
    }
  });

  test('BAK-46 who decorates is whom the review named for it, else the baker', async () => {
    const decorating = async (named: object): Promise<string | null> => {
      const order = await bakery.places();
      await order.isAccepted(undefined, { assignees: { making: 'baker', ...named } });
      await order.hasMaterials();
      await order.makes();
      return (await order.task('decoration-done')).assignee;
    };
    expect(await decorating({ decoration: 'an-artist' })).toBe('an-artist');
    expect(await decorating({})).toBe('baker');
  });

  test('BAK-46 a product without decoration has that stage marked “not applicable” and goes from making to the final check', async () => {
    const order = await bakery.places();
    await order.isAccepted(undefined, { decoration: false });
    await order.hasMaterials();
    await order.makes();
    await order.finalCheck();
    expect(await order.stage('decoration')).toMatchObject({ applicable: false, startedAt: null });
    expect(order.events('order.moved').map((event) => event.data.to)).not.toContain('decoration');
    expect(order.book.snapshot?.moments.map((moment) => moment.name)).not.toContain('decoration-due');
  });
});

describe('BAK-44 the task sheet', () => {
  test('BAK-44 making does not start before the baker has signed', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.complete('materials-settled', { lines: [{ item: 'cream', source: 'stock' }] });
    await order.complete('materials-complete', { complete: true });
    await order.settled();
    expect((await order.view()).state).toBe('materials');
    await order.signs();
    await order.task('making-done');
  });

  test('BAK-44 an unsigned sheet is late from planned production start, and the supervisor hears of it', async () => {
    const order = await bakery.places();
    const start = order.input.facts.deliveryAt - 3 * DAY_MS;
    await order.isAccepted(start);
    expect(await order.around(start, () => order.told('task-late', 'sign-task-sheet').length)).toEqual([0, 0, 2]);
    expect(order.told('task-late', 'sign-task-sheet')).toEqual(['staff:baker', 'role:production-supervisor']);
  });

  test('BAK-44 a signature under another version than the one in force is refused', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    expect(await refusal(order.complete('sign-task-sheet', { signed: true, version: 2 }))).toEqual({
      code: 'invalid-request',
      rule: 'BAK-44',
    });
  });
});

describe('BAK-03 a late step climbs', () => {
  test('BAK-03 one rung at once, the next after another 4 h, and never more than two hops', async () => {
    const order = await bakery.places();
    const start = order.input.facts.deliveryAt - 3 * DAY_MS;
    await order.isAccepted(start);
    await order.waitUntil(start + 1000);
    const { id } = await order.task('sign-task-sheet');
    expect(await order.around(start + 4 * HOUR_MS, () => order.row(id).rung)).toEqual([1, 1, 2]);
    await order.waitUntil(start + 30 * HOUR_MS);
    expect(order.told('task-late', 'sign-task-sheet')).toEqual([
      'staff:baker',
      'role:production-supervisor',
      'staff:baker',
      'role:store-manager',
    ]);
    expect(order.row(id)).toMatchObject({ rung: 2, state: 'open' });
  });

  test('BAK-03 a late task is late, not lost: it can still be answered, and then climbs no further', async () => {
    const order = await bakery.places();
    const start = order.input.facts.deliveryAt - 3 * DAY_MS;
    await order.isAccepted(start);
    await order.waitUntil(start + HOUR_MS);
    const { id } = await order.task('sign-task-sheet');
    await order.signs();
    expect(order.row(id).state).toBe('done');
    expect(order.row(id).breachedAt).toBeGreaterThan(start);
    await order.waitUntil(start + 6 * HOUR_MS);
    expect(order.row(id).rung).toBe(1);
  });
});
