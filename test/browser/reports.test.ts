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
    const { rating, orderException } = its.shop.db;
    await rating.create({ data: { orderNumber: late, score: 4, source: 'customer', at: new Date(promised) } });
    for (const [id, after] of [
      ['soon', HOUR_MS],
      ['late', 6 * HOUR_MS],
    ] as const) {
      const [at, firstResponseAt] = [new Date(promised), new Date(promised + after)];
      const seen = { foundAt: at, reportedAt: at, reporter: {}, late: false, state: 'closed', firstResponseAt };
      await orderException.create({ data: { id, orderNumber: late, type: 'process-problem', ...seen } });
    }
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
      const other = async (name: string) => page.getByRole('region', { name }).innerText();
      expect(await other('顾客满意度评分')).toMatch(/4 分（5 分制）\s+标准 4\.5 分（5 分制）\s+未达标\s+评分数\s+1\s.*条款 BAK-85/s);
      expect(await other('异常订单处理效率')).toMatch(/50%\s+标准 100%\s+未达标\s+响应时间中位数\s+3小时30分钟\s+最长响应时间\s+6小时\s/);
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
    'BAK-85 BAK-86 behind the other figures stand their orders, too: what was rated, and what was answered when',
    async () => {
      const { page } = await its.browser.signedIn('management', '/reports/response');
      await page.getByRole('link', { name: '超时响应' }).click();
      const over = page.getByRole('region', { name: '背后的订单：超时响应' });
      await over.getByRole('link', { name: `#${late}` }).waitFor();
      expect(await over.innerText()).toMatch(/工艺难题\s+6小时后响应/);
      await page.getByRole('link', { name: '全部指标' }).click();
      await page.getByRole('link', { name: '顾客满意度评分' }).click();
      await page.getByRole('link', { name: '收到的评分' }).click();
      const ratings = page.getByRole('region', { name: '背后的订单：收到的评分' });
      await ratings.getByRole('link', { name: `#${late}` }).waitFor();
      expect(await ratings.innerText()).toMatch(/4 分/);
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
        /On-time delivery rate\s+[\d.]+\s+40 %.*Customer satisfaction\s+4\s+30 %\s+26\.67.*Abnormal-order handling\s+50\s+30 %\s+15/s,
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
