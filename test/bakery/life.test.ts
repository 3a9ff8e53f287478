import { bakeryOfThisFile, staff } from '../support/bakery';

const bakery = bakeryOfThisFile();

describe('BAK-94 an order lives its whole life', () => {
  test('BAK-02 given an order without trouble, when everybody does their part, then it closes with nothing open', async () => {
    const order = await bakery.places({ lifeDays: 16 });
    await order.isSettled();
    await order.waitUntil(order.moment('follow-up'));
    await order.complete('follow-up-visit', { reached: true, satisfaction: 5, method: 'telephone' }, staff('customer-service'));
    const end = (await order.handle.result()) as { state: string };
    expect(end.state).toBe('closed');
    expect([...order.book.tasks.values()].filter((row) => row.state === 'open')).toEqual([]);
    expect(order.events('order.moved').map((event) => event.data.to)).toEqual([
      'feasibility-review',
      'awaiting-deposit',
      'materials',
      'making',
      'decoration',
      'final-check',
      'packing',
      'ready',
      'out-for-delivery',
      'delivered',
      'closed',
    ]);
  });
});
