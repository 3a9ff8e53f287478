import { steps } from '../../src/demo/steps';
import { DAY_MS } from '../../src/base/rule';
import { barriers, fits, signIn, until, type Visitor } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: the kitchen', (its) => {
  /** The day by which these orders are to be made. */
  let date: string;
  /** Whose sheet waits for the baker. */
  let unsigned: string;

  /** An order that was reviewed and paid in part: its sheet lies before the baker. */
  async function accepted(days: number, other: object = {}): Promise<string> {
    const number = await its.takes(days, other);
    const step = steps(its.people, number);
    await step.feasible(Date.parse((await its.people.order(number)).deliveryAt) - 2 * DAY_MS);
    await step.pays(8_640);
    await its.people.task(number, 'sign-task-sheet');
    return number;
  }
  beforeAll(async () => {
    const later = await accepted(8);
    date = (await its.people.order(later)).deliveryAt.slice(0, 10);
    unsigned = await accepted(6);
  }, TEST_MS);

  const opens = (login = 'baker', look?: object, more = ''): Promise<Visitor> =>
    its.browser.signedIn(login, `/kitchen?date=${date}${more}`, { width: 1024, ...look });
  const tileOf = ({ page }: Visitor, order: string) => page.locator('.tile', { hasText: order });
  const sign = (visitor: Visitor, order: string) => tileOf(visitor, order).getByRole('button', { name: '签收生产任务单' });

  test(
    'a tile warns first, says what is to be made, and comes by its promise; the whole is totalled',
    async () => {
      const visitor = await opens();
      const { page } = visitor;
      await tileOf(visitor, unsigned).waitFor();
      expect(await tileOf(visitor, unsigned).innerText()).toMatch(
        /还有 [56]天.*#\d+.*蛋\s+奶\s+麸质.*低糖.*生日蛋糕 8 寸 ×1.*草莓鲜奶.*生日快乐，小满.*签收生产任务单/s,
      );
      expect(await page.locator('.tile').first().innerText()).toContain(unsigned);
      expect(await page.locator('.totals').innerText()).toMatch(/生日蛋糕 8 寸 ×2/);
      expect(await page.locator('.kitchen').innerText()).not.toMatch(/138|陈晓燕|¥/);
      expect(await page.locator('.rail').isVisible()).toBe(false);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'one touch chooses, the second opens; the answer is given, the tile shows what comes next, and what was done stands beside by whom',
    async () => {
      const visitor = await opens();
      const { page } = visitor;
      await sign(visitor, unsigned).click();
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(await tileOf(visitor, unsigned).getByRole('link', { name: '有问题？上报' }).getAttribute('href')).toBe(
        `/orders/${unsigned}?act=reportException`,
      );
      await sign(visitor, unsigned).click();
      const sheet = page.getByRole('dialog');
      await sheet.locator('.tick').click();
      await sheet.getByRole('button', { name: '提交' }).click();
      await sheet.waitFor({ state: 'detached' });
      const done = page.getByRole('region', { name: '最近 30 分钟已完成' });
      await done.getByText(unsigned).waitFor();
      expect(await done.innerText()).toMatch(/签收生产任务单 · \d\d:\d\d 陈麦/);
      await sign(visitor, unsigned).waitFor({ state: 'detached' });
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'BAK-44 what was signed for and is so no more is struck through beside what is to be made now',
    async () => {
      const visitor = await opens();
      const { page } = visitor;
      await page.locator('.tile').first().waitFor();
      await page.route('**/api/v1/boards/kitchen*', async (route) => {
        const board = (await (await route.fetch()).json()) as { tiles: { deliveryAt: string; lines: object[] }[] };
        const tiles = board.tiles.map(({ deliveryAt, lines: [line], ...tile }) => ({
          ...tile,
          deliveryAt,
          lines: [{ ...line, size: '10-inch' }],
          was: { version: 1, deliveryAt, lines: [line] },
        }));
        await route.fulfill({ json: { ...board, tiles } });
      });
      await page.getByRole('link', { name: '全部' }).click();
      const tile = page.locator('.tile', { hasText: '已更改，未签收' }).first();
      await tile.waitFor();
      expect([await tile.locator('del').innerText(), await tile.locator('ins').innerText()]).toEqual([
        expect.stringContaining('生日蛋糕 8 寸 ×1'),
        expect.stringContaining('生日蛋糕 10 寸 ×1'),
      ]);
      expect(await barriers(page)).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'work that somebody else brings shows within two seconds',
    async () => {
      const visitor = await opens();
      const number = await its.takes(7);
      const step = steps(its.people, number);
      await step.feasible(Date.parse((await its.people.order(number)).deliveryAt) - 2 * DAY_MS);
      await step.pays(8_640);
      await its.people.task(number, 'sign-task-sheet');
      const since = Date.now();
      await tileOf(visitor, number).waitFor();
      expect(Date.now() - since).toBeLessThan(2_000);
    },
    TEST_MS,
  );

  test(
    'a bench is chosen, stands in the address and has its own work; who is here hands over to somebody else',
    async () => {
      const visitor = await opens();
      const { page } = visitor;
      await page.getByRole('link', { name: '打包' }).click();
      await page.getByText('今天这里没有要做的。').waitFor();
      expect(new URL(page.url()).searchParams.get('bench')).toBe('packing');
      expect(await page.locator('.filters-view[aria-current]').allInnerTexts()).toEqual(['打包']);
      await page.getByRole('button', { name: '换人' }).click();
      await signIn(page, 'packer');
      await page.locator('.kitchen-tools').waitFor();
      expect(new URL(page.url()).pathname).toBe('/kitchen');
    },
    TEST_MS,
  );

  test(
    'while the screen is wiped nothing can be touched, and then it is as it was',
    async () => {
      const visitor = await opens();
      const { page } = visitor;
      await page.locator('.tile').first().waitFor();
      await page.getByRole('button', { name: '擦屏 10 秒' }).click();
      await page.getByText(/屏幕已锁定/).waitFor();
      const since = Date.now();
      await page.mouse.click(200, 400);
      await page.keyboard.press('Escape');
      expect(await page.locator('.tile-chosen').count()).toBe(0);
      await page.getByText(/屏幕已锁定/).waitFor({ state: 'detached' });
      expect(Date.now() - since).toBeGreaterThan(8_000);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'it rings for new work once the sound was switched on, and for nothing before',
    async () => {
      const visitor = await opens();
      const { page } = visitor;
      await page.locator('.tile').first().waitFor();
      await page.evaluate(() => {
        const start = OscillatorNode.prototype.start;
        OscillatorNode.prototype.start = function (this: OscillatorNode, ...at) {
          document.body.dataset['rings'] = String(Number(document.body.dataset['rings'] ?? 0) + 1);
          start.apply(this, at);
        };
      });
      const rings = (): Promise<string | null> => page.locator('body').getAttribute('data-rings');
      await tileOf(visitor, await accepted(5)).waitFor();
      expect(await rings()).toBeNull();
      await page.getByRole('button', { name: '新单提示音' }).click();
      expect(await rings()).toBe('1'); // so that one hears that it does
      await page.getByRole('link', { name: '打包' }).click();
      await page.getByText('今天这里没有要做的。').waitFor();
      await page.getByRole('link', { name: '我的工位' }).click();
      await page.locator('.tile').first().waitFor(); // what was not shown before is not new
      await accepted(4);
      await until('a tone', async () => (await rings()) === '2');
    },
    TEST_MS,
  );

  test.each([360, 768, 1024, 1440])(
    'at %d pixels nothing bars the way, nothing is pushed sideways, and a glove hits what it means; in English too',
    async (width) => {
      const visitor = await opens('baker', { width, language: width === 768 ? 'en-GB' : 'zh-CN' });
      const { page } = visitor;
      await page.locator('.tile').first().waitFor();
      expect([await barriers(page), await fits(page)]).toEqual([[], true]);
      for (const button of await page.locator('.kitchen .button, .kitchen .filters-view').all())
        expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(64);
      const step = page.locator('.tile-steps .button').first();
      await step.click();
      await step.click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: /提交|Answer/ })
        .waitFor();
      expect([await barriers(page), await fits(page)]).toEqual([[], true]);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );
});
