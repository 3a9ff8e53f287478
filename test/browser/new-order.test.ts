import { DAY_MS } from '../../src/base/rule';
import { aCakeFor } from '../../src/demo/steps';
import { barriers, fits, until, type Visitor } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: a new order', (its) => {
  beforeAll(async () => {
    await its.takes(9, { customer: { name: '李明', phone: '13911112222', language: 'zh-CN' } });
  }, TEST_MS);

  const count = (): Promise<number> => its.shop.db.order.count();
  const beside = ({ page }: Visitor) => page.getByRole('region', { name: '接单后' });

  /** The store's date in so many days. */
  const dayIn = async (days: number): Promise<string> =>
    new Date((await its.people.now()) + days * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10);

  /** A birthday cake for pick-up, so many days from now at four in the afternoon. */
  async function fillsIn({ page }: Visitor, days = 10): Promise<void> {
    await page.getByLabel('手机号').first().fill('13800138000');
    await page.getByLabel('姓名').first().fill('陈晓燕');
    await page.getByRole('button', { name: /产品/ }).click();
    await page.getByRole('option', { name: '生日蛋糕' }).click();
    await page.getByText('8 寸', { exact: true }).click();
    await page.getByLabel('口味').fill('草莓鲜奶');
    await page.getByLabel('单价（元）').fill('288');
    await page.getByText('低糖', { exact: true }).click();
    await page.getByText('蛋', { exact: true }).click();
    const day = await dayIn(days);
    const when = page.getByRole('group', { name: '交付时间' });
    const parts = [
      ['年', day.slice(0, 4)],
      ['月', day.slice(5, 7)],
      ['日', day.slice(8, 10)],
      ['小时', '16'],
    ] as const;
    for (const [part, digits] of parts) await when.getByRole('spinbutton', { name: part }).pressSequentially(digits);
    await page.locator('.tick', { hasText: '已与顾客逐项核对需求' }).click();
  }

  test(
    'what would follow is shown before anything is taken; then the order is taken once, and its page opens',
    async () => {
      const before = await count();
      const visitor = await its.browser.signedIn('sales-consultant', '/orders');
      const { page } = visitor;
      await page.getByRole('link', { name: '新订单' }).click();
      await beside(visitor).getByText('填写完整后显示金额与时间安排。').waitFor();
      await fillsIn(visitor);
      await beside(visitor).getByText('¥288.00').waitFor();
      expect(await fits(page)).toBe(true);
      expect(await beside(visitor).innerText()).toMatch(/总额 ¥288\.00 · 预付款 ¥86\.40.*可行性审核到期.*BAK-27/s);
      expect(await count()).toBe(before);
      await page.getByRole('button', { name: '接单' }).click();
      await page.getByRole('heading', { name: /生日蛋糕 8 寸 × 1/ }).waitFor();
      expect(await count()).toBe(before + 1);
      const number = new URL(page.url()).pathname.split('/').at(-1);
      const { body } = await its.shop.api('GET', `/orders/${number}`, undefined, { as: 'store-manager' });
      expect([body.customer.name, body.lines[0].size, body.lines[0].allergens, body.delivery.method]).toEqual([
        '陈晓燕',
        '8-inch',
        ['egg'],
        'pickup',
      ]);
      expect(new Date(body.deliveryAt).getUTCHours()).toBe(8); // four in the afternoon in Shanghai
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'BAK-29 a day that is full is said in words, with what the days around have left, and another that fits is one press away',
    async () => {
      const says = (own: object) =>
        its.shop.api('PUT', '/settings/capacity/decoration', { work: 'decoration', ...own }, { as: 'production-supervisor' });
      await says({ minutes: { monday: 100, tuesday: 100, wednesday: 100, thursday: 100, friday: 100, saturday: 100, sunday: 100 } });
      const wanted = await dayIn(20);
      const cake = { ...(aCakeFor(0) as { lines: object[] }).lines[0], size: '12-inch' };
      await its.takes(20, { deliveryAt: `${wanted}T16:00:00+08:00`, lines: [cake] });
      const visitor = await its.browser.signedIn('sales-consultant', '/orders/new');
      const { page } = visitor;
      await fillsIn(visitor, 20);
      await beside(visitor)
        .getByText(/“装饰”产能不足：还可安排 25 分钟，需要 40 分钟/)
        .waitFor();
      const days = page.getByRole('region', { name: '前后各日产能' });
      await days.getByText('剩 25 分钟').waitFor();
      expect(await days.innerText()).toMatch(/这天排不下此单\s+装饰\s+剩 25 分钟.*交付日\s+装饰\s+剩 1 小时 40 分钟/s);
      expect([await barriers(page), await fits(page)]).toEqual([[], true]);
      for (const width of [1440, 768, 360]) {
        await page.setViewportSize({ width, height: 900 });
        expect(await fits(page)).toBe(true);
      }
      const others = page.getByRole('group', { name: '这些时间排得下：' }).getByRole('button');
      expect(await others.count()).toBe(4);
      await others.nth(2).click();
      await beside(visitor).getByText('¥288.00').waitFor();
      await page.getByRole('button', { name: '接单' }).click();
      await page.getByRole('heading', { name: /生日蛋糕 8 寸 × 1/ }).waitFor();
      const { body } = await its.shop.api('GET', `/orders/${new URL(page.url()).pathname.split('/').at(-1)}`, undefined, { as: 'baker' });
      expect(Date.parse(body.deliveryAt as string)).toBe(Date.parse(`${wanted}T16:00:00+08:00`) + DAY_MS);
      await says({});
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'BAK-19 a product that is put off sale is not offered any more, and is again once it is sold',
    async () => {
      const offer = (onSale: boolean) =>
        its.shop.api('PUT', '/settings/products/cookie-box', { product: 'cookie-box', onSale }, { as: 'store-manager' });
      const offered = async (): Promise<string[]> => {
        const { page, context } = await its.browser.signedIn('sales-consultant', '/orders/new');
        await page.getByRole('button', { name: /产品/ }).click();
        await page.getByRole('option', { name: '生日蛋糕' }).waitFor();
        const names = await page.getByRole('option').allInnerTexts();
        await context.close();
        return names;
      };
      expect(await offered()).toContain('曲奇礼盒');
      expect((await offer(false)).status).toBe(200);
      expect(await offered()).not.toContain('曲奇礼盒');
      await offer(true);
      expect(await offered()).toContain('曲奇礼盒');
    },
    TEST_MS,
  );

  test(
    'who has ordered before is found by the last four digits, with what they said of food',
    async () => {
      const visitor = await its.browser.signedIn('sales-consultant', '/orders/new');
      await visitor.page.getByLabel('手机号').first().fill('2222');
      const known = visitor.page.getByRole('region', { name: '老顾客' });
      await known.getByText('李明').waitFor();
      expect(await known.innerText()).toMatch(/139\*{4}2222.*低糖.*蛋.*写「生日快乐，小满」/s);
      await known.getByRole('button', { name: '采用' }).click();
      expect(await visitor.page.getByLabel('姓名').first().inputValue()).toBe('李明');
    },
    TEST_MS,
  );

  test(
    'what is missing is said at its field and nothing is taken; what the shop refuses comes back to its field; the draft outlives the page',
    async () => {
      const before = await count();
      const visitor = await its.browser.signedIn('sales-consultant', '/orders/new');
      const { page } = visitor;
      await page.getByRole('button', { name: '接单' }).click();
      expect(await page.getByRole('alert').innerText()).toMatch(/顾客 · 手机号：必填.*内容 · 1 · 产品：必填/s);
      await fillsIn(visitor);
      await page.getByLabel('手机号').first().fill('12');
      await page.getByRole('button', { name: '接单' }).click();
      await page
        .getByRole('alert')
        .getByText(/顾客 · 手机号：须为能收短信的电话/)
        .waitFor();
      expect(await count()).toBe(before);
      await page.getByText(/草稿已于/).waitFor();
      await page.reload();
      await until(
        'the draft',
        async () =>
          (await page
            .getByLabel('口味')
            .inputValue()
            .catch(() => '')) === '草莓鲜奶',
      );
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels nothing bars the way and nothing is pushed sideways',
    async (width) => {
      const visitor = await its.browser.signedIn('sales-consultant', '/orders/new', { width });
      await visitor.page.getByRole('group', { name: '交付时间' }).waitFor();
      expect([await barriers(visitor.page), await fits(visitor.page)]).toEqual([[], true]);
    },
    TEST_MS,
  );
});
