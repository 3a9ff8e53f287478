import { barriers, fits, until, type Visitor } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: the list of orders', (its) => {
  /** The next to be delivered first. */
  let orders: string[];
  beforeAll(async () => {
    orders = [];
    for (const [days, name, phone] of [
      [9, '李明', '13912345678'],
      [6, '陈晓燕', '13800138000'],
      [12, '王芳', '13788889999'],
    ] as const) {
      const number = await its.takes(days, { customer: { name, phone, language: 'zh-CN' } });
      await its.people.task(number, 'feasibility-review');
      orders.push(number);
    }
    orders = [orders[1]!, orders[0]!, orders[2]!];
  }, TEST_MS);

  const numbers = async ({ page }: Visitor): Promise<string[]> =>
    (await page.locator('.orders-link').allTextContents()).map((text) => text.slice(1));
  const shows = (visitor: Visitor, wanted: readonly string[]): Promise<void> =>
    until(`the orders ${wanted.join(', ')}`, async () => JSON.stringify(await numbers(visitor)) === JSON.stringify(wanted));

  test(
    'a consultant’s day begins here: what is open, the next to be delivered first, telephones masked',
    async () => {
      const visitor = await its.browser.signedIn('sales-consultant', '/');
      await shows(visitor, orders);
      expect(new URL(visitor.page.url()).pathname).toBe('/orders');
      const first = await visitor.page.locator('.orders-row').first().innerText();
      expect(first).toMatch(/周.*还有 \d+天.*生日蛋糕 8 寸 × 1.*陈晓燕.*138\*{4}8000.*可行性审核.*¥288\.00.*林晓芸/s);
      expect(await visitor.page.getByText('共 3 单').count()).toBe(1);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test.each([
    ['the last four digits of a telephone', '5678', 1],
    ['a whole telephone', '13788889999', 2],
    ['a name', '陈晓', 0],
  ])(
    'an order is found by %s, and the address says so',
    async (_by, q, which) => {
      const visitor = await its.browser.signedIn('sales-consultant', '/orders');
      await shows(visitor, orders);
      await visitor.page.getByRole('searchbox').fill(q);
      await shows(visitor, [orders[which]!]);
      expect(new URL(visitor.page.url()).searchParams.get('q')?.replaceAll('"', '')).toBe(q);
      await visitor.page.reload();
      await shows(visitor, [orders[which]!]);
    },
    TEST_MS,
  );

  test(
    'views, states and sorting are the API’s, and stand in the address',
    async () => {
      const visitor = await its.browser.signedIn('sales-consultant', '/orders?view=ended');
      await visitor.page.getByText('没有符合条件的订单。').waitFor();
      await visitor.page.getByRole('link', { name: '我接的' }).click();
      await shows(visitor, orders);
      await visitor.page.getByRole('button', { name: /排序/ }).click();
      await visitor.page.getByRole('option', { name: '按接单时间' }).click();
      await shows(visitor, [orders[2]!, orders[0]!, orders[1]!]);
      await visitor.page.goto(`${its.shop.apiUrl}/orders?state=draft`);
      await visitor.page.getByText('没有符合条件的订单。').waitFor();
      expect(await numbers(visitor)).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'a new order shows within two seconds of being taken by somebody else',
    async () => {
      const visitor = await its.browser.signedIn('store-manager', '/orders');
      await shows(visitor, orders);
      const number = await its.takes(3);
      const since = Date.now();
      await shows(visitor, [number, ...orders]);
      expect(Date.now() - since).toBeLessThan(2_000);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels nothing bars the way and nothing is pushed sideways; in English too',
    async (width) => {
      const visitor = await its.browser.signedIn('sales-consultant', '/orders', { width, language: 'en-GB' });
      await visitor.page.locator('.orders-link').first().waitFor();
      expect(await visitor.page.getByText('Birthday cake 8 inches').first().isVisible()).toBe(true);
      expect([await barriers(visitor.page), await fits(visitor.page)]).toEqual([[], true]);
    },
    TEST_MS,
  );
});
