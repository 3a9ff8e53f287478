import type { OrderInput } from '../../src/orders/order.messages';
import { createOwedOrders } from '../../src/main/owed-orders';

const STUCK = '20261123002';
const NUMBERS = ['20261123001', STUCK, '20261123003'];
const setUp = () => {
  const said: string[] = [];
  const owed = createOwedOrders({
    numbers: (limit) => Promise.resolve(NUMBERS.slice(0, limit)),
    inputOf: (number) =>
      number === STUCK ? Promise.reject(new Error('the rulebook of 王小明 is unknown')) : Promise.resolve({ number } as OrderInput),
    log: (message) => said.push(message),
  });
  return { said, look: async (limit: number) => (await owed(limit)).map(({ number }) => number) };
};

describe('orders that the starter owes their workflow', () => {
  test('one that cannot be started holds up none of the others, and is told of once, by its number only', async () => {
    const { said, look } = setUp();
    expect(await look(3)).toEqual(['20261123001', '20261123003']);
    expect(await look(3)).toEqual(['20261123001', '20261123003']);
    expect(said).toEqual([expect.stringContaining(STUCK)]);
    expect(said.join()).not.toContain('王小明');
  });

  test('those that wait take no place from the others', async () => {
    const { look } = setUp();
    expect(await look(2)).toEqual(['20261123001']);
    expect(await look(2)).toEqual(['20261123001', '20261123003']);
  });

  test('records that cannot be read are the starter’s to hear of', async () => {
    const away = createOwedOrders({
      numbers: () => Promise.reject(new Error('away')),
      inputOf: () => Promise.reject(new Error('not asked')),
      log: () => undefined,
    });
    await expect(away(1)).rejects.toThrow('away');
  });
});
