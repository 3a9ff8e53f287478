import { barriers, fits } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: what a shop says of its days and suppliers', (its) => {
  const read = <T>(path: string): Promise<T> => its.people.shop.get<T>(path, { as: 'store-manager' });

  test(
    'BAK-29 a day is closed in its form, a limit said of each weekday and taken back, by keyboard and without a line of SQL',
    async () => {
      const visitor = await its.browser.signedIn('store-manager', '/settings/closures');
      const { page } = visitor;
      await page.getByRole('link', { name: '新增' }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByText('已有订单上已经算好的时间不变').waitFor();
      expect(await barriers(page)).toEqual([]);
      for (const [part, typed] of [
        ['年', '2199'],
        ['月', '12'],
        ['日', '24'],
      ] as const) {
        await sheet.getByRole('spinbutton', { name: new RegExp(`^${part},`) }).focus();
        await page.keyboard.type(typed);
      }
      await sheet.getByText('否', { exact: true }).click();
      await sheet.getByLabel('原因').fill('盘点');
      await sheet.getByRole('button', { name: '保存' }).click();
      await page.getByRole('link', { name: '2199-12-24 · 休息 · 盘点' }).waitFor();

      await page.getByRole('navigation', { name: '全部设置' }).getByRole('link', { name: '每周产能' }).click();
      await page.getByRole('link', { name: '装饰' }).click();
      await sheet.getByRole('button', { name: /每日上限/ }).click();
      for (const day of ['周一', '周二', '周三', '周四', '周五', '周六', '周日']) await sheet.getByLabel(`${day}（分钟）`).fill('480');
      await sheet.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存。').waitFor();
      const weekly = await read<{ weekly: { work: string; minutes: number[] | null }[] }>('/capacity');
      expect(weekly.weekly).toContainEqual({ work: 'decoration', minutes: [480, 480, 480, 480, 480, 480, 480] });
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'BAK-59 the supervisor adds a supplier in a form that asks for the address its channel needs',
    async () => {
      const visitor = await its.browser.signedIn('production-supervisor', '/settings/suppliers?entry=new');
      const { page } = visitor;
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel('名称').fill('海风乳业');
      expect(await sheet.getByLabel('接口地址').count()).toBe(0);
      await sheet.getByText('接口', { exact: true }).click();
      await sheet.getByLabel('接口地址').fill('https://haifeng.example/ask');
      await sheet.getByText('淡奶油', { exact: true }).click();
      await sheet.getByLabel('询货次序').fill('7');
      expect(await barriers(page)).toEqual([]);
      await sheet.getByRole('button', { name: '保存' }).click();
      await page.getByRole('link', { name: '7. 海风乳业' }).waitFor();
      const { items } = await read<{ items: { values: { name: string } }[] }>('/settings/suppliers');
      expect(items.find(({ values }) => values.name === '海风乳业')?.values).toEqual({
        name: '海风乳业',
        channel: 'http',
        url: 'https://haifeng.example/ask',
        items: ['cream'],
        rank: 7,
        limitMinutes: 240,
        active: true,
      });
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels the forms are within reach, in English too',
    async (width) => {
      const { page } = await its.browser.signedIn('store-manager', '/settings/suppliers?entry=new', { width, language: 'en-GB' });
      await page.getByRole('dialog').getByLabel('name').waitFor();
      expect(await fits(page)).toBe(true);
    },
    TEST_MS,
  );
});
