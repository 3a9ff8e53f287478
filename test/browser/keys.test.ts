import { barriers, until } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: keys', (its) => {
  test(
    'a page is one g and a letter away, a task is taken and explained by a letter, and ? tells them all; what is typed is never a key',
    async () => {
      const order = await its.takes();
      const { id } = await its.people.task(order, 'feasibility-review');
      const visitor = await its.browser.signedIn('production-supervisor', `/tasks?task=${id}`);
      const { page } = visitor;
      await page.getByRole('button', { name: '认领' }).waitFor();
      const sheet = page.getByRole('dialog', { name: '快捷键' });
      // the keys are fetched once there is something to see
      await until('the keys', async () => {
        await page.keyboard.press('?');
        return sheet.isVisible();
      });
      expect(await sheet.innerText()).toMatch(/g\s*o\s+订单.*c\s+认领或退回任务/s);
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await sheet.waitFor({ state: 'detached' });
      await page.keyboard.press('w');
      await until('why', () => page.locator('.task-why').evaluate((why) => (why as unknown as { open: boolean }).open));
      await page.keyboard.press('c');
      await page.getByRole('button', { name: '退回' }).waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('go?');
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(new URL(page.url()).pathname).toBe('/tasks');
      await page.locator('.task-top h2').focus();
      await page.keyboard.press('g');
      await page.keyboard.press('o');
      await until('the orders', () => Promise.resolve(new URL(page.url()).pathname === '/orders'));
      await page.keyboard.press('/');
      expect(await page.evaluate('document.activeElement.matches("[data-find]")')).toBe(true);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );
});
