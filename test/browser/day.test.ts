import { DAY_MS } from '../../src/base/rule';
import { assigneesOf } from '../../src/demo/steps';
import { readPdf } from '../support/pdf';
import { barriers, fits, until, type Visitor } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';
import { awayFrom } from '../support/absence';

inConsole('the console: the brief of a day and the board of stages', (its) => {
  let date: string;
  let risky: string;
  let plain: string;
  beforeAll(async () => {
    risky = await its.takes(8);
    plain = await its.takes(8, { delivery: { method: 'pickup' } });
    const { deliveryAt } = await its.people.order(risky);
    date = deliveryAt.slice(0, 10);
    await its.people.answers('production-supervisor', risky, 'feasibility-review', {
      outcome: 'feasible',
      plannedStartAt: new Date(Date.parse(deliveryAt) - 2 * DAY_MS).toISOString(),
      assignees: assigneesOf(its.people),
      ingredients: [{ item: 'cream', status: 'in-stock' }],
      highRisk: true,
      trackingSheet: {
        risks: '三层容易倾斜',
        mitigations: '到现场再组装',
        ownerId: its.people.ids['baker'],
        checkpoints: ['前一天检查支架', '出发前拍照'],
      },
    });
    await its.people.until(risky, ({ state }) => state === 'awaiting-deposit');
    // late by now, and a packer who is away
    const { id } = await its.people.task(plain, 'feasibility-review');
    await its.shop.db.task.update({ where: { id }, data: { dueAt: new Date((await its.people.now()) - 3_600_000) } });
    await its.shop.db.staff.update({
      where: { id: its.people.ids['packer']! },
      data: { absences: awayFrom(new Date(`${date}T00:00:00Z`)), deputyId: its.people.ids['baker']! },
    });
  }, TEST_MS);

  const opens = (path: string, look?: object): Promise<Visitor> => its.browser.signedIn('production-supervisor', path, look);

  test(
    'the brief says what is promised, what is watched, what is late and who is away',
    async () => {
      const visitor = await opens(`/day?date=${date}`);
      const { page } = visitor;
      const part = (name: string | RegExp) => page.getByRole('region', { name }).innerText();
      await page.locator('.day-order').first().waitFor();
      expect(await part(/当日订单/)).toMatch(/当日订单 2 单.*生日蛋糕 8 寸 ×2/s);
      expect(await page.locator('.day-order', { hasText: plain }).innerText()).toMatch(
        /\d\d:00.*生日蛋糕 8 寸 × 1.*到店自取 · 可行性审核.*蛋.*奶.*麸质.*低糖/s,
      );
      expect(await part('高风险订单')).toMatch(new RegExp(`#${risky}.*三层容易倾斜.*到现场再组装.*陈麦.*前一天检查支架.*出发前拍照`, 's'));
      expect(await part('高风险订单')).not.toContain(plain);
      expect(await part(/已超时的任务/)).toMatch(new RegExp(`1 项.*#${plain} 可行性审核.*已超时 1小时`, 's'));
      expect(await part('当日不在')).toMatch(/打包员 · 由 陈麦 代理/s);
      const href = await page.getByRole('link', { name: '打印' }).evaluate(({ href }: HTMLAnchorElement) => href);
      const paper = readPdf(await (await page.request.get(href)).body());
      expect([paper.pages, paper.texts]).toEqual([1, expect.arrayContaining([date, plain, '三层容易倾斜'])]);
      await page.getByRole('button', { name: '前一天' }).click();
      await page.getByText('当日订单 0 单').waitFor();
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'a day of twenty orders prints on one sheet of A4, without what is pressed',
    async () => {
      const visitor = await opens('/tasks');
      const { page } = visitor;
      await page.route('**/api/v1/boards/day*', async (route) => {
        const day = (await (await route.fetch()).json()) as { orders: { number: string }[] };
        const orders = Array.from({ length: 10 }, (_, n) =>
          day.orders.map((order) => ({ ...order, number: `${order.number}${n}`, highRisk: n === 0 && order.number === risky })),
        );
        await route.fulfill({ json: { ...day, orders: orders.flat() } });
      });
      await page.goto(`${its.shop.apiUrl}/day?date=${date}`);
      await until('twenty orders', async () => (await page.locator('.day-order').count()) === 20);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
      await page.emulateMedia({ media: 'print' });
      expect([await page.locator('.rail').isVisible(), await page.locator('.button').first().isVisible()]).toEqual([false, false]);
      expect(await page.locator('.day-order').last().isVisible()).toBe(true);
    },
    TEST_MS,
  );

  test(
    'the board of stages has five columns, and shows within two seconds that an order has gone on',
    async () => {
      const visitor = await opens('/board');
      const { page } = visitor;
      const column = (name: string) => page.getByRole('region', { name, exact: true });
      await column('接单').getByText(`#${risky}`).waitFor();
      expect(await page.locator('.board-column h2').allInnerTexts()).toEqual([
        expect.stringMatching(/^接单\s+2$/),
        expect.stringMatching(/^备料\s+0$/),
        expect.stringMatching(/^制作\s+0$/),
        expect.stringMatching(/^检验与打包\s+0$/),
        expect.stringMatching(/^取送\s+0$/),
      ]);
      expect(await page.locator('.board-card', { hasText: risky }).innerText()).toMatch(/生日蛋糕 8 寸 × 1\s+待预付款.*还有 [78]天/s);
      await its.people.shop.post(`/orders/${risky}/payments`, { amountFen: 8_640, method: 'wechat' }, { as: 'finance' });
      const since = Date.now();
      await column('备料').getByText(`#${risky}`).waitFor();
      expect(Date.now() - since).toBeLessThan(2_000);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels nothing bars the way and nothing is pushed sideways; in English too',
    async (width) => {
      const language = width === 768 ? 'en-GB' : 'zh-CN';
      const day = await opens(`/day?date=${date}`, { width, language });
      await day.page.locator('.day-order').first().waitFor();
      expect([await barriers(day.page), await fits(day.page)]).toEqual([[], true]);
      await day.page.goto(`${its.shop.apiUrl}/board`);
      await day.page.locator('.board-card').first().waitFor();
      expect([await barriers(day.page), await fits(day.page)]).toEqual([[], true]);
      expect(day.complaints).toEqual([]);
    },
    TEST_MS,
  );
});
