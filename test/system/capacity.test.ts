import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import { createPeople, type People } from '../../src/demo/people';
import { createShopClient } from '../../src/demo/shop-client';
import { aCakeFor, assigneesOf, wholeHour } from '../../src/demo/steps';
import { DAY_MS } from '../../src/base/rule';
import { startShop, type Answer, type TestShop } from '../support/shop';

let shop: TestShop;
let people: People;
beforeAll(async () => {
  shop = await startShop();
  people = await createPeople(createShopClient(shop.apiUrl, DEMO_PASSWORD));
}, 120_000);
afterAll(() => shop.stop(), 60_000);

const SUPERVISOR = 'production-supervisor';
/** What the store's date of an instant is; it lies in Shanghai. */
const dayOf = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 10);

test('BAK-29 a plan over the capacity of its day is refused, then taken with how it is done; a cancelled order frees its day', async () => {
  const deliveryAt = wholeHour((await people.now()) + 8 * DAY_MS);
  const start = deliveryAt - 3 * DAY_MS;
  const placed = async (): Promise<string> =>
    (await people.shop.post<{ number: string }>('/orders', aCakeFor(deliveryAt), { as: 'sales-consultant' })).number;
  const [first, second] = [await placed(), await placed()];
  const plans = async (order: string, more: object = {}): Promise<Answer> => {
    const { id } = await people.task(order, 'feasibility-review');
    const answer = { outcome: 'feasible', plannedStartAt: new Date(start).toISOString(), assignees: assigneesOf(people), ...more };
    return shop.api('POST', `/tasks/${id}/completion`, { answer }, { as: SUPERVISOR });
  };
  /** What is taken of making on the planned day, and by whom. */
  const taken = async (): Promise<unknown> => {
    const { body } = await shop.api('GET', `/capacity?from=${dayOf(start)}&to=${dayOf(start)}`, undefined, { as: 'baker' });
    const { takenMinutes, freeMinutes, orders } = body.days[0].work.find(({ work }: { work: string }) => work === 'making');
    return { takenMinutes, freeMinutes, orders };
  };

  const minutes = { monday: 60, tuesday: 60, wednesday: 60, thursday: 60, friday: 60, saturday: 60, sunday: 60 };
  await shop.api('PUT', '/settings/capacity/making', { work: 'making', minutes }, { as: SUPERVISOR });
  expect((await plans(first)).status).toBe(200);
  expect(await taken()).toEqual({ takenMinutes: 40, freeMinutes: 20, orders: [first] });
  const refused = await plans(second);
  expect([refused.status, refused.body.type, refused.body.rule]).toEqual([409, '/problems/day-full', 'BAK-29']);
  expect(refused.body.alternatives.length).toBeGreaterThan(0);
  await people.task(second, 'feasibility-review'); // still open

  expect((await plans(second, { overCapacity: 'overtime', reason: '面点师加班' })).status).toBe(200);
  expect(await taken()).toEqual({ takenMinutes: 80, freeMinutes: 0, orders: [first, second] });
  const { body } = await shop.api('GET', `/orders/${second}/timeline?kind=plan.made`, undefined, { as: 'store-manager' });
  expect(body.items).toMatchObject([{ kind: 'plan.made', ruleId: 'BAK-29', data: { overCapacity: 'overtime' } }]);

  await people.until(first, ({ state }) => state === 'awaiting-deposit');
  await shop.api('POST', `/orders/${first}/cancellation`, { cause: 'customer', reason: '不要了' }, { as: 'store-manager' });
  expect(await taken()).toEqual({ takenMinutes: 40, freeMinutes: 20, orders: [second] });
}, 120_000);
