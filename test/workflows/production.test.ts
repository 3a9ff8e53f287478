import { bakeryOfThisFile, refusal } from '../support/bakery';

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
