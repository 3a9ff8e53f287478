import { barriers, fits, until } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: settings', (its) => {
  test(
    'the store manager changes the emergency contact in its form; it is on record with the name, and everybody’s shop says it from then on',
    async () => {
      const visitor = await its.browser.signedIn('store-manager', '/settings');
      const { page } = visitor;
      await page.getByRole('navigation', { name: '全部设置' }).getByRole('link', { name: '门店与营业时间' }).click();
      await page.getByLabel('应急联系方式').fill('值班店长 13900000009');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('已保存。').waitFor();
      const edits = page.getByRole('region', { name: '修改记录' });
      await until('the edit on record', async () => (await edits.innerText()).includes('值班店长 13900000009'));
      const me = await its.people.shop.get<{ store: { emergencyContact: string } }>('/me', { as: 'baker' });
      expect(me.store.emergencyContact).toBe('值班店长 13900000009');
      expect(await barriers(page)).toEqual([]);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'what was looked at before somebody else changed it is not saved over it: the page says so, and what to do',
    async () => {
      const { page } = await its.browser.signedIn('store-manager', '/settings/store');
      await page.getByLabel('应急联系方式').fill('另一位 13900000010');
      const other = (await its.browser.signedIn('store-manager', '/settings/store')).page;
      await other.getByLabel('店名').fill('改过的店名');
      await other.getByRole('button', { name: '保存' }).click();
      await other.getByText('已保存。').waitFor();
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByText('您打开之后，此项已被他人修改。').waitFor();
      expect(await page.getByRole('alert').innerText()).toContain('请重新查看最新内容，核对后再次提交。');
    },
    TEST_MS,
  );

  test(
    'BAK-04 whoever may not change the store reads it without a form',
    async () => {
      const { page } = await its.browser.signedIn('baker', '/settings/store');
      await page.getByText('您可以查看，不能修改。').waitFor();
      expect(await page.getByRole('button', { name: '保存' }).count()).toBe(0);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels everything is within reach, in English too',
    async (width) => {
      const { page } = await its.browser.signedIn('store-manager', '/settings/store', { width, language: 'en-GB' });
      await page.getByLabel('emergency contact').waitFor();
      expect(await fits(page)).toBe(true);
    },
    TEST_MS,
  );
});
