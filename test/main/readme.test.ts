import { readFileSync } from 'node:fs';
import { DAY_MS } from '../../src/base/rule';
import { openShop, type Shop } from '../support/http/shop';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** The body of the first order that a newcomer sends, as the shell fills it in: `$DAY` is nine days from now. */
const firstOrder = (now: number): unknown => {
  const [, body] = /\/orders -H .* -d '(\{[\s\S]*?\})'\n/.exec(readFileSync('README.md', 'utf8')) ?? [];
  if (body === undefined) throw new Error('README.md shows no order');
  return JSON.parse(body.replace("'$DAY'", new Date(now + 9 * DAY_MS).toISOString().slice(0, 10)));
};

test('the order that README.md shows is taken', async () => {
  const { status, body } = await shop.call('sales-consultant', 'POST', '/orders', { body: firstOrder(shop.now()) });
  expect([status, body.customer?.name]).toEqual([201, '陈晓燕']);
});
