import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { bakeryOfThisFile, refusal, shanghai, type Order } from '../support/bakery';

const bakery = bakeryOfThisFile();
/** Afternoon of the fifth; the reminder is due at ten on the fourth. */
const START = shanghai('2026-12-05', '15:00');
const REMINDER = shanghai('2026-12-04', '10:00');

const reminders = (order: Order): string[] => order.letters('warm-reminder').map((letter) => letter.to);

describe('BAK-45 《温馨提示》', () => {
  test('BAK-45 goes to the customer at 10:00 store time on the calendar day before planned making start', async () => {
    const order = await bakery.places();
    await order.isAccepted(START);
    expect(await order.around(REMINDER, () => reminders(order))).toEqual([[], ['customer'], ['customer']]);
    expect(order.letters('warm-reminder')[0]).toMatchObject({ urgent: false, facts: { plannedStartAt: START } });
  });

  test('BAK-45 accepted after that hour, it goes out at once', async () => {
    const order = await bakery.places({ takenAt: shanghai('2026-12-01', '10:01'), deliverInDays: 3 });
    await order.isAccepted(shanghai('2026-12-02', '09:00'));
    await order.settled();
    expect(reminders(order)).toEqual(['customer']);
  });

  test('BAK-45 is armed anew when the plan moves before it went out', async () => {
    const order = await bakery.places();
    await order.isAccepted(START);
    await order.changes({ deliveryAt: order.input.facts.deliveryAt + DAY_MS }, { needsFeasibility: true });
    await order.isFeasible(START + DAY_MS);
    await order.waitUntil(REMINDER + HOUR_MS);
    expect(reminders(order)).toEqual([]);
    expect(await order.around(REMINDER + DAY_MS, () => reminders(order).length)).toEqual([0, 1, 1]);
  });

  test('BAK-45 goes out once more when the plan moves after it went out, and not when it stays', async () => {
    const order = await bakery.places({ deliverInDays: 7 });
    await order.isAccepted(shanghai('2026-12-03', '15:00'));
    await order.waitUntil(shanghai('2026-12-02', '11:00'));
    await order.changes({ urgency: 'rush' });
    await order.settled();
    expect(reminders(order)).toHaveLength(1);
    await order.changes({ deliveryAt: order.input.facts.deliveryAt + HOUR_MS }, { needsFeasibility: true });
    await order.isFeasible(START);
    await order.waitUntil(REMINDER);
    expect(order.letters('warm-reminder').map((letter) => letter.facts.plannedStartAt)).toEqual([shanghai('2026-12-03', '15:00'), START]);
  });

  test('BAK-45 unanswered at planned making start, the sales consultant telephones; silence does not hold production', async () => {
    const order = await bakery.places();
    await order.isAccepted(START);
    expect(await order.around(START, () => order.open('telephone-customer').length)).toEqual([0, 1, 1]);
    expect((await order.task('telephone-customer')).assignee).toBe('sales-consultant');
    await order.hasMaterials();
    await order.task('making-done');
  });

  test('BAK-45 unanswered when the baker starts earlier, the consultant telephones then, once', async () => {
    const order = await bakery.places();
    await order.isMaking(START);
    await order.task('telephone-customer');
    await order.waitUntil(START + 1000);
    expect(order.open('telephone-customer')).toHaveLength(1);
    expect(reminders(order)).toEqual([]);
  });

  test('BAK-45 confirmed by the customer, nobody telephones', async () => {
    const order = await bakery.places();
    await order.isAccepted(START);
    await order.waitUntil(REMINDER);
    await order.confirms({ confirmed: true });
    await order.waitUntil(START + HOUR_MS);
    expect(order.open('telephone-customer')).toEqual([]);
  });

  /** Telephoned because nobody had answered, and then the baker begins. */
  const isTelephoned = async (reached: boolean): Promise<Order> => {
    const order = await bakery.places();
    await order.isAccepted(START);
    await order.waitUntil(START + 1000);
    await order.complete('telephone-customer', { reached });
    await order.hasMaterials();
    await order.task('making-done');
    return order;
  };

  test('BAK-45 confirmed by telephone is confirmed: making started later telephones no more', async () => {
    const order = await isTelephoned(true);
    await order.settled();
    expect(order.open('telephone-customer')).toEqual([]);
  });

  test('BAK-45 not reached by telephone, the customer is telephoned again when making starts', async () => {
    const order = await isTelephoned(false);
    expect((await order.task('telephone-customer')).context).toMatchObject({ why: 'details-unconfirmed' });
  });

  test('BAK-45 of a correction the customer and the consultant who took the order are told at once, and of what it corrects', async () => {
    const order = await bakery.places();
    await order.isAccepted(START);
    await order.confirms({ confirmed: true });
    expect(order.letters('details-corrected')).toEqual([]);
    await order.confirms({ confirmed: false, correctionId: 'a-text', corrected: ['address'] });
    expect(order.letters('details-corrected').map(({ to, facts, urgent, ruleId }) => [to, facts, urgent, ruleId])).toEqual([
      ['customer', { address: true, recipient: false }, true, 'BAK-45'],
      ['staff:sales-consultant', { address: true, recipient: false }, true, 'BAK-45'],
    ]);
    expect(order.book.corrections).toEqual(['a-text']);
    expect(order.events('details.confirmed').at(-1)?.data).toMatchObject({ corrected: true, parts: ['address'] });
  });

  test('BAK-45 on the road nothing is corrected any more, and nothing is written', async () => {
    const order = await bakery.places();
    await order.isOnTheWay();
    const asks = order.confirms({ confirmed: false, correctionId: 'a-text', corrected: ['address'] });
    expect(await refusal(asks)).toEqual({ code: 'not-in-this-state', rule: 'BAK-45' });
    expect([order.book.corrections, order.letters('details-corrected')]).toEqual([[], []]);
  });

  test('BAK-45 once making has begun, no change of the plan reminds of it', async () => {
    const order = await bakery.places({ deliverInDays: 8 });
    await order.isMaking(START);
    const exceptionId = await order.reports('ingredient-shortage', { item: 'cream' });
    await order.changes({}, { needsFeasibility: true, exceptionId }); // another flavour
    await order.isFeasible(START + DAY_MS);
    await order.waitUntil(START + DAY_MS);
    expect(reminders(order)).toEqual([]);
  });

  test('BAK-45 what was confirmed for one plan is asked again for the next', async () => {
    const order = await bakery.places();
    await order.isAccepted(START);
    await order.confirms({ confirmed: true });
    await order.changes({ deliveryAt: order.input.facts.deliveryAt + DAY_MS }, { needsFeasibility: true });
    await order.isFeasible(START + DAY_MS);
    await order.waitUntil(START + DAY_MS + 1000);
    expect(order.open('telephone-customer').map((task) => task.context.why)).toEqual(['details-unconfirmed']);
  });

  test('BAK-45 a corrected recipient or address is applied directly: no change request, no new version', async () => {
    const order = await bakery.places();
    await order.isAccepted(START);
    await order.confirms({ confirmed: false, correctionId: 'text-7' });
    expect(order.book.corrections).toEqual(['text-7']);
    await order.settled();
    expect(order.book.changes.size).toBe(0);
    expect((await order.view()).version).toBe(1);
    await order.waitUntil(START + HOUR_MS);
    expect(order.open('telephone-customer')).toEqual([]);
  });
});
