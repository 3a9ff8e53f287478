import { DAY_MS } from '../../src/base/rule';
import { barriers, fits } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

const everyDay = (minutes: number): object =>
  Object.fromEntries(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'].map((day) => [day, minutes]));

inConsole('the console: the week', (its) => {
  let number: string;
  beforeAll(async () => {
    for (const [work, minutes] of [
      ['making', 960],
      ['decoration', 40],
    ] as const)
      await its.shop.api('PUT', `/settings/capacity/${work}`, { work, minutes: everyDay(minutes) }, { as: 'production-supervisor' });
    number = await its.takes(5);
  }, TEST_MS);

  test(
    'BAK-29 seven days stand against what can be done, in signs, words and figures, and each bar opens on its orders, by keyboard, too',
    async () => {
      const visitor = await its.browser.signedIn('store-manager', '/tasks');
      const { page } = visitor;
      await page.getByRole('link', { name: '一周产能' }).click();
      const week = page.getByRole('region', { name: '一周产能' });
      await week.getByText('已满').waitFor();
      expect(await week.getByRole('listitem').count()).toBe(7);
      expect(await week.innerText()).toMatch(/装饰\s+已满\s+已排 40 分钟 可排 40 分钟 · 1 单/);
      expect(await week.innerText()).toMatch(/制作\s+剩 15 小时 20 分钟\s+已排 40 分钟 可排 16 小时 · 1 单/);
      await week.locator('summary', { hasText: '已满' }).focus();
      await page.keyboard.press('Enter');
      await week.getByRole('link', { name: number }).focus();
      await page.keyboard.press('Enter');
      await page.getByRole('heading', { name: /生日蛋糕/ }).waitFor();
      expect(new URL(page.url()).pathname).toBe(`/orders/${number}`);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'other weeks are turned to, and stand in the address; a date that is none is not asked for',
    async () => {
      const { page } = await its.browser.signedIn('baker', '/week?from=soon', { language: 'en-GB' });
      const days = page.getByRole('region', { name: 'The week’s capacity' }).getByRole('heading', { level: 2 });
      const first = await days.first().innerText();
      await page.getByRole('link', { name: 'A week later' }).click();
      await page.waitForURL(/from=2/);
      const from = new URL(page.url()).searchParams.get('from');
      expect(Date.parse(from ?? '') - (await its.people.now())).toBeGreaterThan(6 * DAY_MS);
      await page.getByRole('link', { name: 'From today' }).click();
      await page.getByRole('heading', { name: first, exact: true }).waitFor();
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels nothing bars the way and nothing is pushed sideways',
    async (width) => {
      const { page } = await its.browser.signedIn('production-supervisor', '/week', { width });
      await page.getByText('已满').waitFor();
      expect([await barriers(page), await fits(page)]).toEqual([[], true]);
    },
    TEST_MS,
  );
});
