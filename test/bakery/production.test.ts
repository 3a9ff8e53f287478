import type { TaskRow } from '../../src/process/process.messages';
import type { TaskKind } from '../../src/process/tasks/tasks.rules';
import { bakeryOfThisFile, refusal, staff, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();

test('BAK-44 making is not done while the sheet of the version in force is unsigned', async () => {
  const order = await bakery.places();
  await order.isMaking();
  await order.changes({ totalFen: 38_800 });
  expect(await refusal(order.makes())).toEqual({ code: 'not-in-this-state', rule: 'BAK-44' });
  await order.signs();
  await order.makes();
  await order.task('decoration-done');
});

test.each([
  ['refused', true, { code: 'invalid-request', rule: 'BAK-51' }],
  ['allowed', false, null],
] as const)('BAK-51 a day without a sample is %s when the order’s high risk is %s', async (_verdict, highRisk, expected) => {
  const order = await bakery.places();
  await order.isFeasible(undefined, { highRisk });
  await order.paysDeposit();
  await order.hasMaterials();
  await order.task('making-done');
  const answer = order.complete('quality-check', { result: 'not-sampled' });
  expect(expected ? await refusal(answer) : await answer.then(() => null)).toEqual(expected);
});

describe('BAK-51 nothing is packed that has not passed a check made after decoration', () => {
  const FAILED = ['continue', 'change'] as const;
  const kinds = (order: Order, kind: TaskKind): TaskRow[] => [...order.book.tasks.values()].filter((row) => row.kind === kind);
  const check = (order: Order, result: 'pass' | 'fail', not: readonly string[] = []): Promise<TaskRow> =>
    order
      .until('another last check', () => order.open('quality-check').find((row) => row.context.final === true && !not.includes(row.id)))
      .then(async (row) => {
        await order.answer(row.id, { result }, staff('qc-inspector'));
        return row;
      });
  /** Where the order stands, and how often anybody was asked to pack it. */
  const standing = async (order: Order): Promise<readonly [state: string, packed: number]> => {
    await order.settled();
    return [(await order.view()).state, kinds(order, 'packing-checklist').length];
  };
  const UNPACKED = ['final-check', 0];

  test.each(FAILED)(
    'BAK-51 BAK-61 after a failed check the word “%s” does not pack it: it is checked again, and again',
    async (decision) => {
      const order = await bakery.places();
      await order.isDecorating();
      await order.decorates();
      const first = await check(order, 'fail');
      await order.complete('escalated', { decision });
      const second = await check(order, 'fail', [first.id]);
      expect(await standing(order)).toEqual(UNPACKED);
      await order.complete('escalated', { decision });
      await order.until('a third check', () => order.open('quality-check')[0]);
      expect(await standing(order)).toEqual(UNPACKED);
      await check(order, 'pass', [first.id, second.id]);
      await order.task('packing-checklist');
    },
  );

  test('BAK-51 BAK-61 by signal, too: the store manager’s yes to go on is no passed check', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    await order.decorates();
    const first = await check(order, 'fail');
    await order.signal('approve', { taskId: (await order.task('escalated')).id, by: 'store-manager', reason: 'looks fine to me' });
    await order.until('another check', () => order.open('quality-check').find((row) => row.id !== first.id));
    expect(await standing(order)).toEqual(UNPACKED);
  });

  test('BAK-51 BAK-61 made again it is decorated and checked again', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    await order.decorates();
    const first = await check(order, 'fail');
    await order.complete('escalated', { decision: 'rework' });
    await order.makes();
    await order.decorates();
    await order.until('another check', () => order.open('quality-check').find((row) => row.context.final === true && row.id !== first.id));
    expect(await standing(order)).toEqual(UNPACKED);
    await check(order, 'pass', [first.id]);
    await order.task('packing-checklist');
  });

  test('BAK-51 BAK-38 what is changed after its check has passed is made, decorated and checked again', async () => {
    const order = await bakery.places({ facts: { decoration: false } });
    await order.isMaking();
    await order.makes();
    const wish = await order.asksForChange({ decoration: false }, { needsFeasibility: true });
    const first = await check(order, 'pass'); // of the version before
    await order.decides(wish, 'approve');
    await order.isFeasible();
    await order.signs();
    await order.makes();
    await order.until('another check', () => order.open('quality-check').find((row) => row.context.final === true && row.id !== first.id));
    expect(await standing(order)).toEqual(UNPACKED);
  });

  test('BAK-51 BAK-81 the committee’s release is no passed check', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    await order.decorates();
    await order.reports('food-safety');
    await order.task('committee-vote');
    const first = await check(order, 'fail');
    for (const member of ['one', 'two'])
      await order.complete('committee-vote', { vote: 'release' }, staff('food-safety-committee', member));
    await order.complete('escalated', { decision: 'continue' });
    await order.until('another check', () => order.open('quality-check').find((row) => row.id !== first.id));
    expect(await standing(order)).toEqual(UNPACKED);
  });

  test('BAK-51 a daily sample that passed is not the check after decoration', async () => {
    const order = await bakery.places();
    await order.isDecorating();
    await order.complete('quality-check', { result: 'pass' });
    await order.decorates();
    await order.finalCheck();
    expect(await standing(order)).toEqual(UNPACKED);
  });
});
