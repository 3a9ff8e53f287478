import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { barriers, fits, until } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: reports', (its) => {
  let late: string;
  beforeAll(async () => {
    const now = await its.people.now();
    const month = (at: number): string => new Date(at + 8 * HOUR_MS).toISOString().slice(0, 7);
    // of this month, whatever its day: promised just now, or a little ahead on the first of one
    const promised = month(now - HOUR_MS) === month(now) ? now - HOUR_MS : now;
    const put = async (deliveredAfter: number): Promise<string> => {
      const number = await its.takes(5);
      await its.people.task(number, 'feasibility-review'); // its story has written what it had to
      await its.shop.db.order.update({
        where: { number },
        data: { acceptedAt: new Date(now - DAY_MS), deliveryAt: new Date(promised), deliveredAt: new Date(promised + deliveredAfter) },
      });
      return number;
    };
    await put(0);
    await put(-HOUR_MS);
    late = await put(2 * HOUR_MS);
  }, TEST_MS);

  test(
    'BAK-84 the manager goes from the figure to the late order behind it, puts the delay down to the customer, and sees the figure move',
    async () => {
      const visitor = await its.browser.signedIn('store-manager', '/tasks');
      const { page } = visitor;
      await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '报表' }).click();
      const card = page.getByRole('region', { name: '订单准时交付率' });
      await card.getByText('66.67%').waitFor();
      expect(await card.innerText()).toMatch(/标准 98%\s+未达标/);
      expect(await card.innerText()).toMatch(/宽限 0 分钟.*条款 BAK-84/s);
      expect(await barriers(page)).toEqual([]);
      await card.getByRole('link', { name: '迟到' }).click();
      const behind = page.getByRole('region', { name: '背后的订单：迟到' });
      await behind.getByRole('link', { name: `#${late}` }).waitFor();
      expect(await behind.innerText()).toMatch(/晚 2小时/);
      await page.getByRole('img', { name: '订单准时交付率 · 逐月数值' }).locator('svg').waitFor();
      expect(await barriers(page)).toEqual([]);
      await behind.getByRole('button', { name: '认定延误原因' }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByText('顾客原因').click();
      await sheet.getByLabel('说明').fill('顾客要求晚送');
      await sheet.getByRole('button', { name: '保存' }).click();
      await sheet.waitFor({ state: 'detached' });
      await until('the new figure', async () => (await page.getByRole('region', { name: '订单准时交付率' }).innerText()).includes('100%'));
      await page.getByRole('region', { name: '构成' }).getByRole('link', { name: '顾客原因延误' }).click();
      const coded = page.getByRole('region', { name: /背后的订单：顾客原因/ });
      await coded.getByText('顾客要求晚送').waitFor();
      await coded.getByRole('link', { name: `#${late}` }).click();
      await page.getByRole('heading', { name: /生日蛋糕/ }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/orders/${late}`);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'BAK-87 the score says what it is made of, and whose it is; months stand in the address',
    async () => {
      const visitor = await its.browser.signedIn('management', '/reports/composite', { language: 'en-GB' });
      const { page } = visitor;
      const parts = page.getByRole('region', { name: 'What the score is made of' });
      await parts.waitFor();
      expect(await parts.innerText()).toMatch(
        /On-time delivery rate\s+[\d.]+\s+40 %.*Customer satisfaction\s+No data\s+30 %.*Abnormal-order handling\s+No data\s+30 %\s+30/s,
      );
      expect(await page.getByRole('region', { name: 'By who took the orders' }).getByRole('link').count()).toBe(1);
      await page.getByRole('button', { name: 'The month before' }).click();
      await page.waitForURL(/month=\d{4}-\d{2}/);
      await page.getByRole('link', { name: 'All figures' }).click();
      await page.getByRole('heading', { name: 'Reports', exact: true }).waitFor();
      expect(page.url()).toMatch(/\/reports\?month=/);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels everything is within reach and nothing bars the way',
    async (width) => {
      const visitor = await its.browser.signedIn('finance', '/reports', { width });
      const { page } = visitor;
      await page.getByRole('region', { name: '环节超时分布' }).getByRole('table').waitFor();
      expect([await barriers(page), await fits(page)]).toEqual([[], true]);
      await page.getByRole('link', { name: '环节超时分布' }).click();
      await page
        .getByRole('img', { name: /逐月数值/ })
        .locator('svg')
        .waitFor();
      expect([await barriers(page), await fits(page)]).toEqual([[], true]);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'who is not to read figures is not led to them',
    async () => {
      const { page } = await its.browser.signedIn('baker', '/reports');
      await page.getByText('须具有以下角色之一').waitFor();
      expect(await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '报表' }).count()).toBe(0);
    },
    TEST_MS,
  );
});
