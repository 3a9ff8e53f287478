import { barriers, fits } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: what a shop reads of itself', (its) => {
  test(
    'BAK-36 the rulebook says each number beside its clause in both languages, and is searched',
    async () => {
      const visitor = await its.browser.signedIn('baker', '/settings/rulebook');
      const { page } = visitor;
      const rule = page.getByRole('region', { name: 'BAK-36', exact: true });
      await rule.getByText('接单后72小时内可调整订单内容').waitFor();
      await rule.getByText('Order content may be adjusted within 72 h').waitFor();
      await page.getByText('未完成的订单全部按此版本。').waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByLabel('查找条款或内容').fill('回访');
      await rule.waitFor({ state: 'detached' });
      expect(await page.getByRole('region', { name: 'AFT-88', exact: true }).innerText()).toContain('13天');
      await page.getByLabel('查找条款或内容').fill('没有这样的条款');
      await page.getByText('没有找到。').waitFor();
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'BAK-33 a letter is shown as it would read, in either language of its reader',
    async () => {
      const visitor = await its.browser.signedIn('store-manager', '/settings/letters');
      const { page } = visitor;
      await page.getByRole('link', { name: '定制订单确认函' }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByText('20260101001').first().waitFor();
      expect(await sheet.innerText()).toContain('王示例');
      expect(await barriers(page)).toEqual([]);
      await sheet.getByRole('button', { name: 'English' }).click();
      await sheet.getByText('Dear Alex Sample').waitFor();
      expect([await barriers(page), await fits(page)]).toEqual([[], true]);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels the rulebook is within reach, in English too',
    async (width) => {
      const { page } = await its.browser.signedIn('baker', '/settings/rulebook', { width, language: 'en-GB' });
      await page.getByText('In force: version bakery-1').waitFor();
      expect(await fits(page)).toBe(true);
    },
    TEST_MS,
  );
});
