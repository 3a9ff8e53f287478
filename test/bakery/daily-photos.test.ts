import { bakeryOfThisFile, refusal, secondsAfter, shanghai, staff, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
const BAKER = staff('baker');
/** The day's photo task of a cake that is being made; its key steps are baking, piping and decoration. */
const asked = async (order: Order) => {
  await order.isMaking();
  return (await order.task('daily-photos')).id;
};
const worked = (order: Order, id: string, ...steps: string[]) => order.answer(id, { worked: true, steps }, BAKER);

describe('BAK-49 a production day is settled by a photo of each key step worked on it', () => {
  test('BAK-49 one photo of one step settles nothing: the task says what is there and what is missing, and at 17:00 it is late', async () => {
    const order = await bakery.places();
    const id = await asked(order);
    await order.photo('baking');
    expect(order.row(id)).toMatchObject({ state: 'open', context: { photographed: ['baking'], missing: ['piping', 'decoration'] } });
    await order.waitUntil(shanghai('2026-12-01', '17:00') + 1000);
    expect(order.told('task-late', 'daily-photos')).toEqual(['staff:baker', 'role:production-supervisor']);
  });

  test('BAK-49 BAK-50 photos of all key steps of the product settle it by themselves, and the next day asks for all again', async () => {
    const order = await bakery.places();
    const id = await asked(order);
    for (const step of ['baking', 'making', 'piping', 'moulding']) await order.photo(step);
    expect(order.row(id)).toMatchObject({ state: 'open', context: { missing: ['decoration'] } });
    await order.photo('decoration');
    expect(order.row(id)).toMatchObject({
      state: 'done',
      answers: [{ choices: { worked: true, steps: ['baking', 'piping', 'decoration'] } }],
    });
    await order.waitUntil(shanghai('2026-12-01', '18:01'));
    expect(order.told('task-late', 'daily-photos')).toEqual([]);
    expect(order.open('daily-photos')).toMatchObject([
      { dueAt: shanghai('2026-12-02', '17:00'), context: { photographed: [], missing: ['baking', 'piping', 'decoration'] } },
    ]);
  });

  test('BAK-49 of fewer, the baker names the steps worked that day, and each of them needs its photo of that day', async () => {
    const order = await bakery.places();
    const id = await asked(order);
    await order.photo('baking');
    for (const steps of [[], ['piping'], ['baking', 'piping'], ['moulding']])
      expect(await refusal(worked(order, id, ...steps))).toEqual({ code: 'invalid-request', rule: 'BAK-49' });
    await worked(order, id, 'baking');
    await order.waitUntil(shanghai('2026-12-01', '18:01'));
    expect(order.told('task-late', 'daily-photos')).toEqual([]);
    const next = await order.task('daily-photos');
    expect(await refusal(worked(order, next.id, 'baking'))).toEqual({ code: 'invalid-request', rule: 'BAK-49' });
  });

  test('BAK-49 a day without work is answered so, and is not late', async () => {
    const order = await bakery.places();
    const id = await asked(order);
    await order.answer(id, { worked: false }, BAKER);
    await order.waitUntil(shanghai('2026-12-01', '17:01'));
    expect(order.told('task-late', 'daily-photos')).toEqual([]);
  });

  test('BAK-49 a photo that comes late counts for the day that lacks it, and not for the next one, too', async () => {
    const order = await bakery.places();
    const id = await asked(order);
    await order.waitUntil(shanghai('2026-12-01', '19:00'));
    expect(order.open('daily-photos')).toHaveLength(2);
    for (const step of ['baking', 'piping', 'decoration']) await order.photo(step);
    expect(order.row(id)).toMatchObject({ state: 'done' });
    expect(secondsAfter(shanghai('2026-12-01', '17:00'), order.row(id).breachedAt)).toBe(0);
    expect(order.open('daily-photos')).toMatchObject([{ context: { photographed: [] } }]);
  });
});

describe('BAK-49 when production is over', () => {
  test('BAK-49 BAK-02 a key step never photographed stays asked for, late at 17:00 like any other, until its photo is there', async () => {
    const order = await bakery.places();
    const id = await asked(order);
    await order.photo('piping');
    await order.makes();
    await order.decorates();
    await order.finalCheck();
    expect(order.row(id)).toMatchObject({ state: 'open', context: { missing: ['baking'] } });
    expect(await refusal(worked(order, id, 'piping', 'decoration'))).toEqual({ code: 'invalid-request', rule: 'BAK-49' });
    await order.waitUntil(shanghai('2026-12-01', '17:00') + 1000);
    expect(order.told('task-late', 'daily-photos')).toEqual(['staff:baker', 'role:production-supervisor']);
    await order.photo('baking');
    expect(order.row(id).state).toBe('done');
  });

  test('BAK-49 with every key step on file, on whichever day, nobody is asked any more', async () => {
    const order = await bakery.places();
    const id = await asked(order);
    await order.photo('baking');
    await order.photo('piping');
    await worked(order, id, 'baking', 'piping');
    await order.waitUntil(shanghai('2026-12-01', '18:01'));
    await order.makes();
    await order.decorates();
    await order.finalCheck();
    expect(order.open('daily-photos')).toEqual([]);
  });

  test('BAK-49 BAK-46 where the decoration stage does not apply, no photo of it is asked for', async () => {
    const order = await bakery.places({ facts: { decoration: false } });
    const id = await asked(order);
    await order.photo('baking');
    await order.photo('piping');
    expect(order.row(id).state).toBe('done');
  });

  test('BAK-49 BAK-61 what is made again is photographed again', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    await order.decorates();
    await order.passesFinalCheck('fail');
    await order.complete('escalated', { decision: 'rework' });
    await order.task('making-done');
    expect(order.open('daily-photos')).toMatchObject([{ context: { photographed: [], missing: ['baking', 'piping', 'decoration'] } }]);
  });
});
