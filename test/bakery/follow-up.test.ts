import { bakeryOfThisFile, staff } from '../support/bakery';

const bakery = bakeryOfThisFile();

test('BAK-02 with an exception open the visit does not close the order; its answer does', async () => {
  const order = await bakery.places({ lifeDays: 24 });
  await order.isOnTheWay();
  await order.reports('other');
  await order.task('answer-exception');
  await order.handsOver();
  await order.pays((await order.view()).money.outstandingFen);
  await order.rates(3); // brings the visit forward
  await order.complete('follow-up-visit', { reached: true, satisfaction: 3, method: 'telephone' }, staff('customer-service'));
  await order.settled();
  expect(order.events('follow-up.done')).toHaveLength(1);
  expect(await order.view()).toMatchObject({ state: 'delivered', closedAt: null });
  await order.complete('answer-exception', { outcome: 'resolved' });
  expect(await order.handle.result()).toMatchObject({ state: 'closed' });
});

test('BAK-02 BAK-59 with nothing open but an exception, no task of anybody’s, the order stays open', async () => {
  const order = await bakery.places({ lifeDays: 8, market: { first: 'silent' } });
  await order.isOnTheWay();
  const id = await order.reports('ingredient-shortage', { item: 'strawberry' });
  await order.complete('contact-supplier', { result: 'refused', supplier: 'another' });
  await order.handsOver();
  await order.pays((await order.view()).money.outstandingFen);
  await order.rates(3); // brings the visit forward
  await order.complete('follow-up-visit', { reached: true, satisfaction: 3, method: 'telephone' }, staff('customer-service'));
  await order.settled();
  expect([...order.book.tasks.values()].filter((row) => row.state === 'open')).toEqual([]);
  expect(order.book.exceptions.get(id)).toMatchObject({ state: 'open' });
  expect(await order.view()).toMatchObject({ state: 'delivered', closedAt: null, overlays: ['exception-open'] });
  await order.waitHours(1.1); // the supplier never answers, and the store manager steps in
  await order.complete('escalated', { decision: 'continue' });
  expect(await order.handle.result()).toMatchObject({ state: 'closed' });
});
