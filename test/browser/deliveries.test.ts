import { steps } from '../../src/demo/steps';
import { barriers, fits, until, type Visitor } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: deliveries', (its) => {
  let date: string;
  /** Packed, and to be driven out. */
  let ready: string;
  /** Of the same day, and not made yet. */
  let planned: string;
  beforeAll(async () => {
    ready = await its.takes(5);
    planned = await its.takes(5, { delivery: { method: 'pickup' } });
    date = (await its.people.order(ready)).deliveryAt.slice(0, 10);
    const step = steps(its.people, ready);
    await step.feasible((await its.people.now()) + 2_000);
    await step.pays(8_640);
    await step.materials();
    await step.signs();
    await step.makes();
    await step.decorates();
    await step.passes();
    await step.packs();
    await its.people.task(ready, 'dispatch-check');
  }, TEST_MS);

  const opens = (login: string, look?: object): Promise<Visitor> => its.browser.signedIn(login, `/deliveries?date=${date}`, look);
  const stopOf = ({ page }: Visitor, order: string) => page.locator('.stop', { hasText: order });

  test(
    'by the hour: what, how, who brings it, when it leaves and what is owed; nobody but who brings it is told where to',
    async () => {
      const visitor = await opens('store-manager');
      const { page } = visitor;
      await stopOf(visitor, ready).waitFor();
      expect(await page.locator('.hour').innerText()).toMatch(/\d\d:00 交付/);
      expect(await stopOf(visitor, ready).innerText()).toMatch(
        /\d\d:00\s+\d\d:\d\d 前出发.*生日蛋糕 8 寸 × 1.*送货上门 · 待取送.*马骏.*待收 ¥201\.60.*林志强\s+139\*{4}9000.*发车检查/s,
      );
      expect(await stopOf(visitor, planned).innerText()).toMatch(/到店自取 · 可行性审核.*待收 ¥288\.00.*陈晓燕\s+138\*{4}8000/s);
      expect(await page.locator('.deliveries').innerText()).not.toMatch(/康平路|13900139000/);
      await page.getByRole('button', { name: '后一天' }).click();
      await page.getByText('这一天没有要取送的订单。').waitFor();
      await page.getByRole('button', { name: '前一天' }).click();
      await stopOf(visitor, ready).waitFor();
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels nothing bars the way and nothing is pushed sideways; in English too',
    async (width) => {
      const visitor = await opens('delivery-staff', { width, language: width === 768 ? 'en-GB' : 'zh-CN' });
      const { page } = visitor;
      await stopOf(visitor, ready).waitFor();
      expect([await barriers(page), await fits(page)]).toEqual([[], true]);
      await stopOf(visitor, ready)
        .getByRole('button', { name: /发车检查|vehicle/ })
        .click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /提交|Answer/ })
        .waitFor();
      expect([await barriers(page), await fits(page)]).toEqual([[], true]);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'whoever drives calls, checks the vehicle on their telephone, and the board goes on to the hand-over within two seconds',
    async () => {
      const visitor = await opens('delivery-staff', { width: 360 });
      const { page } = visitor;
      const stop = stopOf(visitor, ready);
      await stop.locator('a[href="tel:13900139000"]').waitFor();
      expect(await stop.innerText()).toContain('康平路');
      const office = await opens('store-manager');
      await stop.getByRole('button', { name: '发车检查' }).tap();
      const sheet = page.getByRole('dialog');
      await sheet.getByRole('button', { name: '提交' }).waitFor();
      for (const tick of await sheet.locator('.tick').all()) await tick.tap();
      await sheet.getByText('良好', { exact: true }).tap();
      await sheet.getByLabel('订单号').fill(ready);
      await sheet.getByLabel('签收人').fill('林志强');
      await sheet.getByRole('button', { name: '提交' }).tap();
      await sheet.waitFor({ state: 'detached' });
      await until('the answer', async () => (await its.people.order(ready)).state === 'out-for-delivery');
      const since = Date.now();
      await stopOf(office, ready)
        .getByText(/发车检查 \d\d:\d\d 马骏/)
        .waitFor();
      await stop.getByRole('button', { name: /交付签收/ }).waitFor();
      expect(Date.now() - since).toBeLessThan(2_000);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );
});
