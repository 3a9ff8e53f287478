import { HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, refusal, secondsAfter, shanghai, staff, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
const lateTold = (order: Order, kind: 'daily-photos' | 'quality-check' | 'decoration-done') => () => order.told('task-late', kind).length;

describe('BAK-49 a photo of a key step every day', () => {
  test('BAK-49 the baker is reminded at 16:00; without a photo the day is late at 17:00 sharp, and the supervisor hears of it', async () => {
    const order = await bakery.places();
    await order.isMaking();
    expect(await order.around(shanghai('2026-12-01', '16:00'), () => order.told('task-reminder', 'daily-photos').length)).toEqual([
      0, 1, 1,
    ]);
    expect(await order.around(shanghai('2026-12-01', '17:00'), lateTold(order, 'daily-photos'))).toEqual([0, 2, 2]);
    expect(order.told('task-late', 'daily-photos')).toEqual(['staff:baker', 'role:production-supervisor']);
    expect(secondsAfter(shanghai('2026-12-01', '17:00'), (await order.stage('making'))?.breachedAt)).toBe(0);
  });

  test('BAK-49 begun after the hour of the reminder, nobody is reminded of what has only just been asked', async () => {
    const order = await bakery.places({ takenAt: shanghai('2026-12-01', '16:30') });
    await order.isMaking();
    await order.task('daily-photos');
    await order.settled();
    expect(order.told('task-reminder', 'daily-photos')).toEqual([]);
  });

  test('BAK-49 making that starts at or after 17:00 first falls due the next day', async () => {
    const order = await bakery.places({ takenAt: shanghai('2026-12-01', '17:00') });
    await order.isMaking();
    expect((await order.task('daily-photos')).dueAt).toBe(shanghai('2026-12-02', '17:00'));
  });

  test('BAK-50 a photo stands on record with its step and who took it', async () => {
    const order = await bakery.places();
    await order.isMaking();
    const photo = await order.photo('piping');
    expect(order.events('photo.added')).toMatchObject([{ data: { photo, step: 'piping' }, actor: { id: 'baker' }, ruleId: 'BAK-50' }]);
  });
});

describe('BAK-51 quality is sampled every day and once more after decoration', () => {
  test('BAK-51 the inspector is reminded at 17:30; without a sample the day is late at 18:00 sharp', async () => {
    const order = await bakery.places();
    await order.isMaking();
    await order.photo('piping');
    expect(await order.around(shanghai('2026-12-01', '17:30'), () => order.told('task-reminder', 'quality-check').length)).toEqual([
      0, 1, 1,
    ]);
    expect(await order.around(shanghai('2026-12-01', '18:00'), lateTold(order, 'quality-check'))).toEqual([0, 2, 2]);
    expect(order.told('task-late', 'quality-check')).toEqual(['staff:qc-inspector', 'role:production-supervisor']);
    expect(secondsAfter(shanghai('2026-12-01', '18:00'), (await order.stage('quality-check'))?.breachedAt)).toBe(0);
  });

  test('BAK-51 BAK-61 a failed check does not reach packing: the store manager decides, rework goes back to making', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    await order.decorates();
    await order.passesFinalCheck('fail');
    await order.task('escalated');
    expect(order.open('packing-checklist')).toEqual([]);
    await order.complete('escalated', { decision: 'rework' });
    await order.task('making-done');
    expect((await order.view()).state).toBe('making');
  });

  test('BAK-51 the check after decoration must be sampled', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    await order.decorates();
    const { id } = await order.finalCheck();
    expect(await refusal(order.answer(id, { result: 'not-sampled' }, staff('qc-inspector')))).toMatchObject({ rule: 'BAK-51' });
  });

  test('BAK-51 BAK-61 after a failed daily sample the order takes no step before the store manager has decided', async () => {
    const order = await bakery.places();
    await order.isMaking();
    await order.complete('quality-check', { result: 'fail' });
    await order.makes();
    await order.settled();
    expect(order.open('decoration-done')).toEqual([]);
    await order.complete('escalated', { decision: 'continue' });
    await order.decorates();
    await order.passesFinalCheck();
    await order.task('packing-checklist');
  });

  test('BAK-61 BAK-08 making again after a failed daily sample goes through making once more, and the customer hears of making once', async () => {
    const order = await bakery.places();
    await order.isMaking();
    const first = await order.task('making-done');
    const begun = [await order.stage('making'), await order.stage('quality-check')].map((row) => row?.startedAt);
    await order.waitHours(1);
    await order.complete('quality-check', { result: 'fail' });
    await order.complete('escalated', { decision: 'rework' });
    await order.makes();
    const again = await order.until('making again', () => order.open('making-done').find((task) => task.id !== first.id));
    expect(order.open('decoration-done')).toEqual([]);
    await order.answer(again.id, { done: true }, staff('baker'));
    await order.task('decoration-done');
    expect(order.letters('making-started')).toHaveLength(1);
    expect([await order.stage('making'), await order.stage('quality-check')].map((row) => row?.startedAt)).toEqual(begun);
  });

  test('BAK-51 BAK-49 while the last check is awaited no daily photo or sample is asked for any more', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    await order.decorates();
    await order.finalCheck();
    await order.waitUntil(shanghai('2026-12-02', '18:01'));
    expect(order.open('daily-photos')).toEqual([]);
    expect(order.told('task-late', 'daily-photos')).toEqual([]);
    expect(order.open('quality-check')).toMatchObject([{ context: { final: true } }]);
  });
});

describe('BAK-52 decoration', () => {
  test('BAK-52 is done only with a photo of this order', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    expect(await refusal(order.complete('decoration-done', { photoId: 'none' }))).toMatchObject({
      code: 'invalid-request',
      rule: 'BAK-52',
    });
    await order.decorates();
    await order.finalCheck();
  });

  test('BAK-52 is not done with a photo from before making was done', async () => {
    const order = await bakery.places();
    await order.isMaking();
    const photoId = await order.photo('decoration');
    await order.waitHours(1);
    await order.makes();
    expect(await refusal(order.complete('decoration-done', { photoId }))).toMatchObject({ rule: 'BAK-52' });
    await order.decorates();
  });

  test('BAK-52 is not done with a photo of another step', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    const photoId = await order.photo('piping');
    expect(await refusal(order.complete('decoration-done', { photoId }))).toEqual({ code: 'invalid-request', rule: 'BAK-52' });
    await order.decorates();
    await order.finalCheck();
  });

  test('BAK-52 not even begun by its deadline, supervisor and sales consultant hear of it', async () => {
    const order = await bakery.places();
    await order.isMaking();
    const due = order.input.facts.deliveryAt - 24 * HOUR_MS;
    expect(await order.around(due, () => order.told('task-late', 'decoration-done'))).toEqual([
      [],
      [],
      ['role:production-supervisor', 'role:sales-consultant'],
    ]);
    expect(secondsAfter(due, (await order.stage('decoration'))?.breachedAt)).toBe(0);
  });

  test('BAK-52 of a deadline passed before it was begun everybody hears once, whatever changes then', async () => {
    const order = await bakery.places();
    await order.isMaking();
    await order.waitUntil(order.input.facts.deliveryAt - 23 * HOUR_MS);
    const told = order.told('task-late', 'decoration-done');
    await order.changes({}, { exceptionId: await order.reports('ingredient-shortage', { item: 'cream' }) });
    await order.settled();
    expect(order.told('task-late', 'decoration-done')).toEqual(told);
  });

  test('BAK-52 is due 24 h before delivery, reminded 4 h before; late, supervisor and sales consultant hear of it', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    const due = order.input.facts.deliveryAt - 24 * HOUR_MS;
    expect(await order.around(due - 4 * HOUR_MS, () => order.told('task-reminder', 'decoration-done').length)).toEqual([0, 1, 1]);
    expect(await order.around(due, lateTold(order, 'decoration-done'))).toEqual([0, 0, 3]);
    expect(order.told('task-late', 'decoration-done')).toEqual(['staff:baker', 'role:production-supervisor', 'role:sales-consultant']);
  });
});
