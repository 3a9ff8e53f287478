import { DAY_MS } from '../../src/base/rule';
import { bakeryOfThisFile } from '../support/bakery';

const bakery = bakeryOfThisFile();
const BIGGER = { totalFen: 38_800 };

describe('BAK-31 a change of price', () => {
  test('BAK-31 two changes that raise the total before the first top-up is paid are chased as one', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.changes({ totalFen: 40_000 });
    await order.changes({ totalFen: 50_000 });
    await order.waitHours(50);
    expect(order.letters('deposit-due').filter(({ facts }) => facts.again)).toHaveLength(1);
    expect(order.open('chase-deposit')).toHaveLength(1);
  });

  test('BAK-31 the missing part is asked for like the first: reminded at 24 h, the consultant at 48 h', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.changes(BIGGER);
    const from = await order.now();
    const reminded = (): number => order.letters('deposit-due').filter((letter) => letter.facts.again === true).length;
    await order.waitUntil(from + DAY_MS + 1000);
    expect(reminded()).toBe(1);
    expect(order.letters('deposit-due').at(-1)?.facts).toMatchObject({ missingFen: 3_000, changed: true });
    await order.waitUntil(from + 2 * DAY_MS + 1000);
    expect(order.open('chase-deposit')).toHaveLength(1);
    await order.pays(3_000);
    await order.settled();
    expect(order.open('chase-deposit')).toEqual([]);
  });

  test('BAK-32 a second change before the refund is paid owes the whole once, and a dearer one takes it back', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.pays(28_800 - 8_640);
    await order.changes({ totalFen: 23_800 });
    await order.changes({ totalFen: 20_800 });
    expect(order.open('refund').map((task) => task.context.refundFen)).toEqual([8_000]);
    await order.changes({ totalFen: 28_800 });
    await order.settled();
    expect(order.open('refund')).toEqual([]);
  });

  test('BAK-31 before making tops the prepayment up to 30 % of the new total; making waits for it', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.changes(BIGGER);
    expect(order.letters('deposit-due').at(-1)?.facts).toMatchObject({ missingFen: 3_000, changed: true });
    await order.hasMaterials();
    await order.pays(2_999);
    await order.settled();
    expect((await order.view()).state).toBe('materials');
    await order.pays(1);
    await order.task('making-done');
    expect((await order.view()).state).toBe('making');
  });

  test('BAK-31 money that went back is no prepayment: what is missing of the new total is asked for', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.pays(28_800 - 8_640);
    await order.changes({ totalFen: 10_000 });
    await order.complete('refund', { amountFen: 18_800, method: 'cash' });
    await order.changes({ totalFen: 50_000 });
    expect(order.letters('deposit-due').at(-1)?.facts).toMatchObject({ missingFen: 5_000, changed: true }); // 30 % less the 100 yuan held
  });

  test('BAK-31 once making has started the difference joins the balance', async () => {
    const order = await bakery.places();
    await order.isMaking();
    await order.changes(BIGGER);
    await order.settled();
    expect(order.letters('deposit-due').filter((letter) => letter.facts.topUpFen !== undefined)).toEqual([]);
    expect((await order.view()).money.outstandingFen).toBe(38_800 - 8_640);
    await order.signs();
    await order.makes();
    await order.task('decoration-done');
  });

  test('BAK-31 BAK-32 that lowers the total below what was paid owes the difference back', async () => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.pays(28_800 - 8_640);
    await order.changes({ totalFen: 20_000 });
    const { context } = await order.task('refund');
    expect(context.refundFen).toBe(8_800);
    await order.complete('refund', { amountFen: 8_800, method: 'cash' });
    expect((await order.view()).money).toMatchObject({ receivedFen: 28_800, refundedFen: 8_800, outstandingFen: 0 });
  });
});
