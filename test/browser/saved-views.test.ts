import { barriers, fits } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: saved views', (its) => {
  test(
    'a list is saved as it stands, comes back at one touch, is shared with those who do the same work, and is taken away',
    async () => {
      const visitor = await its.browser.signedIn('sales-consultant', '/orders');
      const { page } = visitor;
      const views = page.getByRole('navigation', { name: '已存视图' });
      await page.getByLabel('排序').first().waitFor();
      expect(await page.getByRole('button', { name: '保存当前视图' }).count()).toBe(0); // nothing was chosen yet
      await page.goto(new URL('/orders?state=making&sort=intake', page.url()).href);
      await page.getByRole('button', { name: '保存当前视图' }).click();
      const sheet = page.getByRole('form', { name: '保存当前视图' });
      await sheet.getByLabel('视图名称').fill('制作中的');
      expect(await barriers(page)).toEqual([]);
      await sheet.getByRole('button', { name: '保存', exact: true }).click();
      const chip = views.getByRole('link', { name: '制作中的' });
      await chip.waitFor();
      await page.goto(new URL('/orders', page.url()).href);
      await chip.click();
      await page.waitForURL(/state=making/);
      expect(new URL(page.url()).searchParams.get('sort')).toBe('intake');
      expect([await barriers(page), await fits(page)]).toEqual([[], true]);
      await page.setViewportSize({ width: 360, height: 800 });
      expect(await fits(page)).toBe(true);

      await its.shop.api(
        'PUT',
        '/views/shared-1',
        { name: '今天迟的', page: '/tasks', search: '?view=done', role: 'baker' },
        { as: 'store-manager' },
      );
      const baker = (await its.browser.signedIn('baker', '/tasks')).page;
      await baker.getByRole('link', { name: '今天迟的' }).click();
      await baker.waitForURL(/view=done/);
      expect(await baker.getByRole('button', { name: '移除视图“今天迟的”' }).count()).toBe(0); // it is the manager's

      await views.getByRole('button', { name: '移除视图“制作中的”' }).click();
      await chip.waitFor({ state: 'detached' });
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );
});
