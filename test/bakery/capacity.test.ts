import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
const WORK = [
  { work: 'making', minutes: 40 },
  { work: 'decoration', minutes: 60 },
];
const places = (): Promise<Order> => bakery.places({ facts: { workMinutes: WORK } });
/** What is on record of what it takes, by kind of work. */
const loads = ({ book }: Order) =>
  Object.fromEntries([...book.loads].map(([work, { minutes, at, deadline }]) => [work, { minutes, at, deadline }]));

describe('BAK-29 what an order takes of which day', () => {
  test('BAK-29 is what its review has planned: making from its start, decoration by its deadline', async () => {
    const order = await places();
    const { deliveryAt } = order.input.facts;
    await order.isFeasible(deliveryAt - 3 * DAY_MS);
    await order.settled();
    expect(loads(order)).toEqual({
      making: { minutes: 40, at: deliveryAt - 3 * DAY_MS, deadline: false },
      decoration: { minutes: 60, at: deliveryAt - DAY_MS, deadline: true }, // BAK-52
    });
    expect([...order.book.loads.values()].map(({ id }) => id)).toEqual([`${order.number}/making`, `${order.number}/decoration`]);
  });

  test('BAK-24 BAK-46 goes by a compressed deadline, and without decoration takes none', async () => {
    const rush = await bakery.places({ facts: { workMinutes: WORK, urgency: 'rush' } });
    const { deliveryAt } = rush.input.facts;
    const decorationDueAt = deliveryAt - 2 * HOUR_MS;
    await rush.isFeasible(deliveryAt - 5 * HOUR_MS, { compressed: { materialsDueAt: deliveryAt - 6 * HOUR_MS, decorationDueAt } });
    await rush.settled();
    expect(loads(rush)['decoration']).toEqual({ minutes: 60, at: decorationDueAt, deadline: true });
    const plain = await places();
    await plain.isFeasible(undefined, { decoration: false });
    await plain.settled();
    expect(loads(plain)['decoration']?.minutes).toBe(0);
  });

  test('BAK-38 moves with an approved change: for another date it is supposed again until the next review', async () => {
    const order = await places();
    await order.isAccepted();
    const deliveryAt = order.input.facts.deliveryAt + 2 * DAY_MS;
    await order.changes({ deliveryAt }, { needsFeasibility: true });
    const supposed = { at: deliveryAt - DAY_MS, deadline: true };
    expect(loads(order)).toEqual({ making: { minutes: 40, ...supposed }, decoration: { minutes: 60, ...supposed } });
    await order.isFeasible(deliveryAt - 4 * DAY_MS);
    await order.settled();
    expect(loads(order)['making']).toEqual({ minutes: 40, at: deliveryAt - 4 * DAY_MS, deadline: false });
  });

  test('BAK-38 of other lines takes what they take, on the days that were planned', async () => {
    const order = await places();
    const start = order.input.facts.deliveryAt - 3 * DAY_MS;
    await order.isAccepted(start);
    await order.changes({ workMinutes: [{ work: 'making', minutes: 90 }] }, { needsFeasibility: true });
    expect(loads(order)).toMatchObject({ making: { minutes: 90, at: start }, decoration: { minutes: 0 } });
  });

  test('BAK-27 BAK-39 is free again when the order is declined or cancelled; what was worked stays counted', async () => {
    const declined = await places();
    await declined.complete('feasibility-review', { outcome: 'not-feasible' });
    await declined.complete('offer-alternative', { outcome: 'decline' });
    await declined.settled();
    expect(loads(declined)).toMatchObject({ making: { minutes: 0 }, decoration: { minutes: 0 } });
    const cancelled = await places();
    await cancelled.isDecorating();
    await cancelled.cancels('customer');
    await cancelled.settled();
    expect(loads(cancelled)).toMatchObject({ making: { minutes: 40 }, decoration: { minutes: 0 } });
  });
});

test('BAK-29 why a day is planned over its capacity stands with the plan', async () => {
  const order = await places();
  await order.isFeasible(undefined, { overCapacity: 'extra-hands' });
  await order.settled();
  expect(order.events('plan.made')).toMatchObject([{ ruleId: 'BAK-29', data: { planVersion: 1, overCapacity: 'extra-hands' } }]);
});
