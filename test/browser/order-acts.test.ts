import { steps } from '../../src/demo/steps';
import { DAY_MS } from '../../src/base/rule';
import { readPdf } from '../support/pdf';
import { barriers, fits, until, type Visitor } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: what is done with an order', (its) => {
  /** An order that is accepted: its change window is open. */
  let order: string;
  beforeAll(async () => {
    order = await its.takes();
    const deliveryAt = Date.parse((await its.people.order(order)).deliveryAt);
    const step = steps(its.people, order);
    await step.feasible(deliveryAt - 2 * DAY_MS);
    await step.pays(8_640);
  }, TEST_MS);

  const opens = (login: string, act = '', look?: object): Promise<Visitor> =>
    its.browser.signedIn(login, `/orders/${order}${act === '' ? '' : `?act=${act}`}`, look);
  const sheet = ({ page }: Visitor) => page.getByRole('dialog');
  const would = ({ page }: Visitor) => page.getByRole('region', { name: '这样做之后' });
  const offered = async ({ page }: Visitor): Promise<string[]> =>
    (await page.getByRole('navigation', { name: '可做的操作' }).getByRole('link').allInnerTexts()).map((text) => text.trim());
  const changes = async () => (await its.shop.api('GET', `/orders/${order}/changes`, undefined, { as: 'store-manager' })).body.items;

  test.each([
    ['sales-consultant', ['申请调整', '报告问题', '登记收款', '取消订单', '顾客链接', '打印']],
    ['store-manager', ['报告问题', '取消订单', '顾客链接', '打印']],
    ['baker', ['报告问题', '打印']],
  ])(
    '%s is offered what they may do',
    async (login, wanted) => {
      const visitor = await opens(login);
      await visitor.page.getByRole('link', { name: '报告问题' }).waitFor();
      expect(await offered(visitor)).toEqual(wanted);
    },
    TEST_MS,
  );

  test(
    'a change is tried while it is typed: what it would do stands beside it; then it is asked for once, and Back has nothing left over it',
    async () => {
      const visitor = await opens('sales-consultant');
      const { page } = visitor;
      await page.getByRole('link', { name: '申请调整' }).click();
      await sheet(visitor)
        .getByText(/可申请至 .+ \d+:\d+/)
        .waitFor();
      await would(visitor).getByText('填写完整后显示。').waitFor();
      await sheet(visitor).getByRole('button', { name: '修改产品明细' }).click();
      await sheet(visitor).getByText('10 寸', { exact: true }).click();
      await sheet(visitor).getByText('坚果', { exact: true }).click();
      const price = sheet(visitor).getByLabel('单价（元）');
      expect(await price.inputValue()).toBe('288.00');
      await price.fill('348');
      await sheet(visitor).getByLabel('原因').fill('客人多了');
      await would(visitor).getByText('+¥60.00').waitFor();
      expect(await would(visitor).innerText()).toMatch(/新增过敏原\s+坚果/);
      expect(await changes()).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      await sheet(visitor).getByRole('button', { name: '申请调整' }).click();
      await sheet(visitor).waitFor({ state: 'detached' });
      const asked = await changes();
      expect(asked).toHaveLength(1);
      expect([asked[0].patch, asked[0].reason]).toEqual([
        { lines: [expect.objectContaining({ size: '10-inch', unitPriceFen: 34_800, allergens: ['egg', 'milk', 'gluten', 'nuts'] })] },
        '客人多了',
      ]);
      expect(new URL(page.url()).search).toBe('');
      await page.locator('.order-overlay', { hasText: '调整待批' }).waitFor();
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'what the API refuses is said at its field, and what was typed stays',
    async () => {
      const visitor = await opens('sales-consultant', 'recordPayment');
      const amount = sheet(visitor).getByLabel('金额');
      await amount.fill('9999');
      await sheet(visitor).getByRole('button', { name: '支付方式' }).click();
      await visitor.page.getByRole('option', { name: '微信' }).click();
      await sheet(visitor).getByRole('button', { name: '登记收款' }).click();
      await sheet(visitor)
        .getByText(/201\.60/)
        .first()
        .waitFor();
      expect(await amount.inputValue()).toBe('9999.00');
      await amount.fill('100');
      await sheet(visitor).getByRole('button', { name: '登记收款' }).click();
      await sheet(visitor).waitFor({ state: 'detached' });
      await visitor.page.getByText('未收 ¥101.60').waitFor();
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'a problem of the goods asks for its photo, one of the ingredients for which; it stands on the page at once',
    async () => {
      const visitor = await opens('baker', 'reportException');
      await sheet(visitor).getByRole('button', { name: '问题类型' }).click();
      await visitor.page.getByRole('option', { name: '签收异常' }).click();
      await sheet(visitor).getByRole('button', { name: '拍照' }).waitFor();
      await sheet(visitor).getByRole('button', { name: '问题类型' }).click();
      await visitor.page.getByRole('option', { name: '原料短缺' }).click();
      await sheet(visitor).getByRole('button', { name: '拍照' }).waitFor({ state: 'detached' });
      await sheet(visitor).getByRole('button', { name: '显示建议' }).click();
      await visitor.page.getByRole('option', { name: '草莓' }).click();
      await sheet(visitor).getByLabel('情况说明').fill('到货的草莓坏了');
      await sheet(visitor).getByRole('button', { name: '报告问题' }).click();
      await sheet(visitor).waitFor({ state: 'detached' });
      await visitor.page.locator('.order-overlay', { hasText: '异常处理中' }).waitFor();
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'BAK-39 a cancellation says what would be given back and who decides, before it is asked for',
    async () => {
      const visitor = await opens('sales-consultant', 'cancel');
      await sheet(visitor).getByText('提交后由店长决定。').waitFor();
      await sheet(visitor).getByText('我方原因', { exact: true }).click();
      await sheet(visitor).getByRole('textbox', { name: '原因' }).fill('烤箱坏了');
      const { receivedFen } = (await its.people.order(order)).money;
      await until('the refund', async () => (await would(visitor).innerText()).includes(`¥${receivedFen / 100}`)); // all of it
      expect((await its.shop.api('GET', `/orders/${order}`, undefined, { as: 'store-manager' })).body.state).toBe('materials');
      expect(await barriers(visitor.page)).toEqual([]);
      await visitor.page.keyboard.press('Escape');
      await sheet(visitor).waitFor({ state: 'detached' });
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'BAK-33 what can be printed opens as a file, and of what cannot be is said why',
    async () => {
      const visitor = await opens('packer');
      await visitor.page.getByRole('link', { name: '打印' }).click();
      const letter = sheet(visitor).getByRole('link', { name: '定制订单确认函' });
      await letter.waitFor();
      expect((await sheet(visitor).getByRole('link').allInnerTexts()).map((text) => text.trim())).toEqual([
        '定制订单确认函',
        '收据',
        '生产任务单',
        '包装标签',
        '定制贺卡',
      ]);
      const card = sheet(visitor).getByRole('listitem').filter({ hasText: '品质承诺卡' });
      expect(await card.innerText()).toMatch(/暂不能打印：制作尚未完成，没有生产日期（BAK-63）/);
      const { href, target } = await letter.evaluate(({ href, target }: HTMLAnchorElement) => ({ href, target }));
      const file = await visitor.page.request.get(href);
      expect([target, file.status(), file.headers()['content-type']]).toEqual(['_blank', 200, 'application/pdf']);
      expect(readPdf(await file.body()).text).toContain(`订单号 ${order}`);
      expect(await barriers(visitor.page)).toEqual([]);
      await visitor.page.setViewportSize({ width: 360, height: 780 });
      expect(await fits(visitor.page)).toBe(true);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'a link for the customer is made, shown once as an address and a code, opens the order, and is taken back',
    async () => {
      const visitor = await opens('sales-consultant', 'link');
      await sheet(visitor).getByRole('button', { name: '生成新链接' }).click();
      await sheet(visitor).getByRole('img', { name: '扫码打开订单' }).waitFor();
      const url = await sheet(visitor).locator('.order-url').innerText();
      const customer = await its.browser.visit(new URL(url).pathname);
      await customer.page.getByText(order).first().waitFor();
      expect(await barriers(visitor.page)).toEqual([]);
      await sheet(visitor).getByRole('listitem').filter({ hasText: '林晓芸' }).getByRole('button', { name: '收回' }).click();
      await sheet(visitor).getByText('已收回').waitFor();
      await customer.page.reload();
      expect(await customer.page.getByText('生日蛋糕').count()).toBe(0);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels nothing of an act is out of reach, in English too',
    async (width) => {
      const visitor = await opens('sales-consultant', 'requestChange', { width, language: 'en-GB' });
      await sheet(visitor).getByRole('button', { name: 'Change products' }).click();
      await sheet(visitor).getByRole('button', { name: 'Change time of hand-over' }).click();
      await sheet(visitor).getByLabel('price each').waitFor();
      expect(await fits(visitor.page)).toBe(true);
      expect(await sheet(visitor).evaluate((one) => one.scrollWidth <= one.clientWidth)).toBe(true);
    },
    TEST_MS,
  );
});
