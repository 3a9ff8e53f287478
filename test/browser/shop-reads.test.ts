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
