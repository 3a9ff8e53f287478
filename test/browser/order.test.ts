import { steps, wholeHour } from '../../src/demo/steps';
import { DAY_MS } from '../../src/base/rule';
import { barriers, fits, until, type Visitor } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: one order', (its) => {
  /** An order that is being made: reviewed, paid in part, with its ingredients there and photographs of two steps. */
  let making: string;
  beforeAll(async () => {
    making = await its.takes();
    const deliveryAt = Date.parse((await its.people.order(making)).deliveryAt);
    const step = steps(its.people, making);
    await step.feasible(deliveryAt - 2 * DAY_MS);
    await step.pays(8_640);
    await step.materials();
    await its.people.photographs('baker', making, 'baking');
  }, TEST_MS);

  const opens = (number: string, look?: object, tab = ''): Promise<Visitor> =>
    its.browser.signedIn('store-manager', `/orders/${number}${tab}`, look);
  const part = ({ page }: Visitor, name: string) => page.getByRole('region', { name, exact: true });
  const tab = ({ page }: Visitor, name: string) => page.locator('.order-tab', { hasText: name });

  test(
    'the page says what it is, where it stands, for whom, what it must be, and what is to be done',
    async () => {
      const visitor = await opens(making);
      const { page } = visitor;
      await page.getByRole('heading', { name: new RegExp(`生日蛋糕.*#${making}`) }).waitFor();
      await page.locator('.order-state', { hasText: '备料' }).waitFor(); // the catalogue may come after the order
      expect(await page.locator('.order-head').innerText()).toMatch(/备料.*还有 1[12]天.*/s);
      const about = await part(visitor, '顾客与金额').innerText();
      expect(about).toMatch(/^过敏原：蛋 · 奶 · 麸质/);
      expect(about).toMatch(/低糖.*陈晓燕\s+13800138000.*林志强\s+13900139000.*总额 ¥288.00 · 已收 ¥86.40 · 未收 ¥201.60/s);
      expect(await page.locator('a[href="tel:13800138000"]').count()).toBe(1);
      expect(await part(visitor, '制作进度').innerText()).toMatch(/备料\s+已完成.*制作\s+未开始.*质检\s+未开始.*装饰\s+未开始/s);
      expect(await part(visitor, '制作进度').innerText()).toMatch(/下一步还缺.*BAK-44/s);
      await part(visitor, '接下来').getByText('为什么？').first().click();
      expect(await part(visitor, '接下来').locator('.order-why p').first().innerText()).toMatch(/BAK-\d+/);
      await part(visitor, '当前任务').getByRole('link', { name: '签收生产任务单' }).click();
      await page.waitForURL(/\/tasks\?.*view=all/);
      await page
        .locator('.tasks-one')
        .getByRole('heading', { name: new RegExp(making) })
        .waitFor();
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'the parts of its file stand in the address, and Back leads to the one before',
    async () => {
      const visitor = await opens(making);
      const { page } = visitor;
      const file = part(visitor, '订单内容');
      const lines = file.locator('.card-rows > li');
      await lines.first().waitFor();
      const all = (await lines.allInnerTexts()).join('\n');
      expect(all).toMatch(/周建国/);
      await tab(visitor, '款项').click();
      await file.getByText('收款 ¥86.40').waitFor();
      await page.waitForURL(/\?tab=money$/);
      await tab(visitor, '照片').click();
      const picture = file.getByRole('img');
      await picture.waitFor();
      expect(await picture.getAttribute('src')).toMatch(/^\/api\/v1\/photos\/[^?]+\?w=320$/);
      await until('the picture', () => picture.evaluate((img) => (img as HTMLImageElement).naturalWidth > 0));
      expect(await file.locator('.order-photos a').getAttribute('href')).toMatch(/\?w=1280$/);
      await tab(visitor, '明细').click();
      await file.getByText('写「生日快乐，小满」').waitFor();
      await page.goBack();
      await picture.waitFor();
      await page.goBack();
      await file.getByText('收款 ¥86.40').waitFor();
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'what another person does shows within two seconds: a change with its figures, and a problem with its mark',
    async () => {
      const number = making;
      const visitor = await opens(number, {}, '?tab=changes');
      const file = part(visitor, '订单内容');
      await file.getByText('暂无记录。').waitFor();
      const patch = { deliveryAt: new Date(wholeHour((await its.people.now()) + 13 * DAY_MS)).toISOString() };
      await its.people.shop.post(`/orders/${number}/changes`, { patch, reason: '顾客改时间' }, { as: 'sales-consultant' });
      const since = Date.now();
      await file.getByText('顾客改时间').waitFor();
      await visitor.page.locator('.order-overlay', { hasText: '调整待批' }).waitFor();
      expect(Date.now() - since).toBeLessThan(2_000);
      expect(await file.innerText()).toMatch(/待审批.*差价\s+\+¥0\.00.*约定交付\s+.+ → .+需重新审核可行性/s);

      await tab(visitor, '异常').click();
      await file.getByText('暂无记录。').waitFor();
      const foundAt = new Date(await its.people.now()).toISOString();
      const body = { type: 'process-problem', foundAt, description: '烤箱温度不稳' };
      await its.people.shop.post(`/orders/${number}/exceptions`, body, { as: 'baker' });
      await file.getByText('烤箱温度不稳').waitFor();
      await visitor.page.locator('.order-overlay', { hasText: '异常处理中' }).waitFor();
    },
    TEST_MS,
  );

  test(
    'its letters stand by name: to whom, by which way, how often it was tried, and whether it has arrived',
    async () => {
      const { id } = await its.shop.db.notice.findFirstOrThrow({ where: { thread: making, template: 'deposit-due' } });
      await its.shop.db.notice.update({ where: { id }, data: { state: 'undeliverable' } });
      const visitor = await opens(making, { width: 360 }, '?tab=letters');
      const rows = part(visitor, '订单内容').locator('.card-rows > li');
      await rows.first().waitFor();
      const said = (await rows.allInnerTexts()).join('\n');
      expect(said).toMatch(/定制订单确认函 发给顾客\s+邮件.*尝试 1 次 BAK-\d+\s+.+ 已送出/);
      expect(said).toMatch(/预付款通知 发给顾客\s+.*\s+未能送达，请用其他方式联系/);
      expect(said).not.toMatch(/@|13800138000/); // never an address
      expect([await barriers(visitor.page), await fits(visitor.page)]).toEqual([[], true]);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'the same page in English, and an order that there is not',
    async () => {
      const visitor = await opens(making, { language: 'en-GB' });
      await visitor.page.getByText('Allergens: egg · milk · gluten').waitFor();
      await part(visitor, 'Stages').getByText('not begun').first().waitFor();
      await tab(visitor, 'Money').click();
      await part(visitor, 'What is on file').getByText('received ¥86.40').waitFor();
      const other = await opens('20200101001');
      await other.page.getByRole('alert').waitFor();
      expect(await other.page.getByRole('button', { name: '再试一次' }).count()).toBe(1);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels nothing bars the way and nothing is pushed sideways',
    async (width) => {
      const visitor = await opens(making, { width });
      const { page } = visitor;
      await part(visitor, '订单内容').locator('.card-rows > li').first().waitFor();
      expect([await barriers(page), await fits(page)]).toEqual([[], true]);
      await tab(visitor, '照片').click();
      await page.getByRole('img').waitFor();
      expect([await barriers(page), await fits(page)]).toEqual([[], true]);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );
});
