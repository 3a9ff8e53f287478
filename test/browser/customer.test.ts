import { DAY_MS } from '../../src/base/rule';
import { steps, wholeHour } from '../../src/demo/steps';
import { barriers, fits, until, type Look, type Visitor } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the customer’s page', (its) => {
  /** The page of an order, at a telephone. */
  async function opens(number: string, look: Look = { width: 360 }): Promise<Visitor> {
    const made = await its.shop.api('POST', `/orders/${number}/links`, { scope: 'customer' }, { as: 'sales-consultant' });
    return its.browser.visit(new URL(made.body.url).pathname, look);
  }
  const order = async (number: string) => (await its.shop.api('GET', `/orders/${number}`, undefined, { as: 'store-manager' })).body;
  const section = ({ page }: Visitor, heading: string) => page.locator('section', { hasText: heading });

  /** An order that is accepted, so that its change window is open. */
  async function accepted(): Promise<string> {
    const number = await its.takes();
    const step = steps(its.people, number);
    await step.feasible(Date.parse((await its.people.order(number)).deliveryAt) - 2 * DAY_MS);
    await step.pays(8_640);
    return number;
  }

  test(
    'BAK-25 the draft is shown as a picture and approved by what was looked at; then it is the design that was confirmed',
    async () => {
      const number = await its.takes(12, { complex: true });
      await its.people.task(number, 'confirm-design');
      const photo = await its.people.photographs('sales-consultant', number, 'design-draft');
      const visitor = await opens(number);
      const { page } = visitor;
      const picture = page.getByRole('img', { name: '设计稿' });
      await until('the picture', () => picture.evaluate((img) => (img as unknown as { naturalWidth: number }).naturalWidth > 0));
      expect(await barriers(page)).toEqual([]);
      expect(await fits(page)).toBe(false); // a page to be scrolled, downwards only
      expect(await page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth')).toBe(true);
      await page.getByLabel('确认，就这样做').check();
      await section(visitor, '确认设计稿').getByRole('button', { name: '提交' }).click();
      await page.getByText('已收到，谢谢。').waitFor();
      await until('the review', async () => (await order(number)).state === 'feasibility-review');
      const { body } = await its.shop.api('GET', `/orders/${number}/timeline`, undefined, { as: 'store-manager' });
      const confirmed = body.items.find(({ kind }: { kind: string }) => kind === 'design.confirmed');
      expect(confirmed.data).toEqual({ draft: 1, draftPhotoId: photo });
      await page.reload();
      await page.getByRole('img', { name: '您确认的设计' }).waitFor();
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'BAK-36 another hour is asked for with what it would do beside it, and waits for the shop then',
    async () => {
      const number = await accepted();
      const visitor = await opens(number);
      const { page } = visitor;
      await page.getByText('¥86.40').waitFor();
      await page.getByText('申请更改交付时间').click();
      const hour = page.getByLabel('新的交付时间（整点）');
      const { deliveryAt } = await order(number);
      const local = (at: number): string => new Date(at + 8 * 3_600_000).toISOString().slice(0, 16);
      expect(await hour.inputValue()).toBe(local(Date.parse(deliveryAt)));
      await hour.fill(local(wholeHour(Date.parse(deliveryAt) + DAY_MS)));
      await section(visitor, '申请更改交付时间').getByLabel('原因').fill('聚会改期');
      await page.getByText('价格不变。').waitFor();
      await page.getByText('提交后由门店确认，确认前按原订单制作。').waitFor();
      const changes = async () => (await its.shop.api('GET', `/orders/${number}/changes`, undefined, { as: 'store-manager' })).body.items;
      expect(await changes()).toEqual([]);
      expect(await barriers(page)).toEqual([]);
      await section(visitor, '申请更改交付时间').getByRole('button', { name: '提交' }).click();
      await page.getByText('已收到，谢谢。').waitFor();
      const [change] = await changes();
      expect([change.reason, Date.parse(change.patch.deliveryAt)]).toEqual(['聚会改期', Date.parse(deliveryAt) + DAY_MS]);
      await page.reload();
      await page.getByText('您的更改申请正在等待门店确认').waitFor();
      expect(await page.getByText('申请更改交付时间').count()).toBe(0);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'BAK-40 a cancellation says beforehand what would be given back, and what became of it afterwards',
    async () => {
      const number = await accepted();
      await its.shop.api('POST', `/orders/${number}/costs`, { cost: 'ingredients', amountFen: 1_500 }, { as: 'finance' });
      const visitor = await opens(number, { width: 360, language: 'en-GB' }); // the order’s customer reads Chinese, whatever their browser says
      const { page } = visitor;
      await page.getByText('申请取消订单').click();
      await page.getByLabel('取消原因').fill('计划有变');
      await page.getByText('按目前已产生的成本计算，可退 ¥71.40。').waitFor();
      expect((await order(number)).openTasks.map(({ kind }: { kind: string }) => kind)).not.toContain('cancellation-decision');
      await page.getByRole('button', { name: '申请取消' }).click();
      await page.getByText('已收到，谢谢。').waitFor();
      await page.reload();
      await page.getByText('您已申请取消，正在等待门店确认。').waitFor();
      await its.people.answers('store-manager', number, 'cancellation-decision', { decision: 'approve' });
      await until('the end', async () => (await order(number)).state === 'cancelled');
      await page.reload();
      await page.getByText('应您的要求取消').waitFor();
      await page.getByText('¥71.40').waitFor();
      expect(await barriers(page)).toEqual([]);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );
});
