import { readFile } from 'node:fs/promises';
import { DAY_MS } from '../../src/base/rule';
import { steps } from '../../src/demo/steps';
import { barriers, fits, until } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: money', (its) => {
  /** An order of which everything is owed, and one that was paid and cancelled, whose refund waits. */
  let owed: string;
  let refunded: string;
  beforeAll(async () => {
    owed = await its.takes(5);
    refunded = await its.takes(9);
    const deliveryAt = Date.parse((await its.people.order(refunded)).deliveryAt);
    const step = steps(its.people, refunded);
    await step.feasible(deliveryAt - 2 * DAY_MS);
    await step.pays(28_800);
    await its.people.shop.post(`/orders/${refunded}/cancellation`, { cause: 'store', reason: '烤箱坏了' }, { as: 'store-manager' });
    await its.people.task(refunded, 'refund');
  }, TEST_MS);

  test(
    'BAK-32 finance begins here: what is owed by age, the refund that waits with its end, and the orders behind the figures; a payment moves them',
    async () => {
      const visitor = await its.browser.signedIn('finance', '/');
      const { page } = visitor;
      const part = (name: string) => page.getByRole('region', { name });
      await part('应收款').waitFor();
      expect(new URL(page.url()).pathname).toBe('/money');
      expect(await part('应收款').innerText()).toMatch(/未到交付时间\s+¥288\.00\s+1 单.*超过 30 天\s+¥0\.00\s+0 单.*合计\s+¥288\.00/s);
      await part('待处理的款项任务').getByText(`#${refunded}`).waitFor();
      expect(await part('待处理的款项任务').innerText()).toMatch(/还有/);
      await part('未付清的订单').getByText(`#${owed}`).waitFor();
      expect(await part('未付清的订单').innerText()).toMatch(/138\*{4}8000.*已收 ¥0\.00\s+¥288\.00/s);
      expect(await barriers(page)).toEqual([]);
      await part('未付清的订单').getByRole('link', { name: '登记收款' }).click();
      const sheet = page.getByRole('dialog');
      await sheet.getByLabel('金额').fill('88');
      await sheet.getByRole('button', { name: '支付方式' }).click();
      await page.getByRole('option', { name: '现金' }).click();
      await sheet.getByRole('button', { name: '登记收款' }).click();
      await sheet.waitFor({ state: 'detached' });
      await page.getByRole('navigation', { name: '主菜单' }).getByRole('link', { name: '款项' }).click();
      await until('the new figure', async () => (await part('应收款').innerText()).includes('¥200.00'));
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'BAK-32 the receivables are exported, each with its age',
    async () => {
      const visitor = await its.browser.signedIn('finance', '/money');
      const behind = visitor.page.getByRole('region', { name: '未付清的订单' });
      const [file] = await Promise.all([visitor.page.waitForEvent('download'), behind.getByRole('button', { name: '导出 CSV' }).click()]);
      expect(file.suggestedFilename()).toBe('应收款.csv');
      const [heads, row, ...more] = (await readFile(await file.path(), 'utf8')).trim().split('\r\n');
      expect([heads!.split(',').includes('账龄'), row!.startsWith(owed), row!.includes('未到交付时间'), more]).toEqual([
        true,
        true,
        true,
        [],
      ]);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels everything is within reach, in English too',
    async (width) => {
      const visitor = await its.browser.signedIn('finance', '/money', { width, language: 'en-GB' });
      await visitor.page.getByRole('region', { name: 'Receivables' }).waitFor();
      await visitor.page.getByRole('link', { name: new RegExp(owed) }).waitFor();
      expect(await fits(visitor.page)).toBe(true);
    },
    TEST_MS,
  );
});
