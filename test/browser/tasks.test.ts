import { barriers, fits, signIn, until, type Visitor } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: tasks', (its) => {
  afterEach(() => its.shop.parts.api.start());

  /** The review of a new order, which waits for the production supervisor. */
  async function aReview(): Promise<{ id: string; order: string }> {
    const number = await its.takes();
    const { id } = await its.people.task(number, 'feasibility-review');
    return { id, order: number };
  }
  const opens = (id: string, look?: object): Promise<Visitor> => its.browser.signedIn('production-supervisor', `/tasks?task=${id}`, look);
  const main = ({ page }: Visitor) => page.locator('.tasks-one');
  const rowOf = ({ page }: Visitor, order: string) => page.locator('.task-row', { hasText: order });
  const answerOf = async (id: string) =>
    (await its.shop.api('GET', `/tasks/${id}`, undefined, { as: 'production-supervisor' })).body.answers;

  const isChosen = (visitor: Visitor, choice: string) =>
    main(visitor)
      .locator('.buttons-one', { hasText: new RegExp(`^${choice}$`) })
      .getAttribute('data-selected');

  /** Fills in that the order cannot be made, with a reason, which is the shortest answer there is. */
  async function refuses(visitor: Visitor, reason: string): Promise<void> {
    await main(visitor).getByText('不可行', { exact: true }).click();
    await main(visitor).getByLabel('原因').fill(reason);
  }
  const sends = (visitor: Visitor): Promise<void> => main(visitor).getByRole('button', { name: '提交' }).click();
  const isAnswered = (id: string): Promise<void> => until(`an answer to ${id}`, async () => (await answerOf(id)).length > 0);

  test(
    'a task is found in the list, opened, answered in Chinese and gone; nothing was complained of',
    async () => {
      const { id, order } = await aReview();
      const visitor = await its.browser.signedIn('production-supervisor', '/');
      await rowOf(visitor, order).click();
      await main(visitor).getByText('为什么是这个时间？').click();
      expect(await main(visitor).locator('.task-why p').textContent()).toMatch(/开始审核（.+）后4小时 → .+（BAK-27）/);
      expect(await main(visitor).locator('.order').innerText()).toMatch(/过敏原：蛋 · 奶.*生日蛋糕 8 寸 ×1/s);
      await refuses(visitor, '当天产能已满');
      await sends(visitor);
      await isAnswered(id);
      const [answer] = await answerOf(id);
      expect([answer.by.name, answer.choices.outcome, answer.text.reason]).toEqual(['周建国', 'not-feasible', '当天产能已满']);
      await rowOf(visitor, order).waitFor({ state: 'detached' });
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'what is required is said beside the field and at the top, in words; nothing is sent, and nothing typed is lost',
    async () => {
      const { id } = await aReview();
      const visitor = await opens(id);
      await main(visitor).getByText('可行', { exact: true }).click();
      await sends(visitor);
      await main(visitor).getByRole('alert').waitFor();
      expect(await main(visitor).getByRole('alert').innerText()).toMatch(/有 3 处需要修改.*计划开工时间：必填.*备料：必填.*制作：必填/s);
      expect(await isChosen(visitor, '可行')).toBe('true');
      expect(await answerOf(id)).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'what the shop refuses comes back to the form, at its field, with what was typed',
    async () => {
      const { id } = await aReview();
      const visitor = await opens(id);
      await main(visitor).getByText('可行', { exact: true }).click();
      // a start that lies before now
      const start = main(visitor).getByRole('group', { name: '计划开工时间' });
      for (const [part, digits] of [
        ['年', '2025'],
        ['月', '01'],
        ['日', '02'],
        ['小时', '09'],
        ['分钟', '00'],
      ] as const)
        await start.getByRole('spinbutton', { name: part }).pressSequentially(digits);
      for (const [step, name] of [
        ['备料', '周建国'],
        ['制作', '陈麦'],
      ] as const) {
        await main(visitor)
          .getByRole('button', { name: new RegExp(step) })
          .click();
        await visitor.page.getByRole('option', { name }).click();
      }
      await sends(visitor);
      await visitor.page.locator('.tray-refused a').click();
      await main(visitor).getByRole('alert').waitFor();
      expect(await main(visitor).getByRole('alert').innerText()).toMatch(/计划开工时间：/);
      expect(await main(visitor).getByText('2025年1月2日').count()).toBe(1);
      expect(await answerOf(id)).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'what was typed is still there after the page was closed',
    async () => {
      const { id } = await aReview();
      const visitor = await opens(id);
      await refuses(visitor, '没有烤箱');
      await main(visitor)
        .getByText(/草稿已于/)
        .waitFor();
      await visitor.page.reload();
      await until(
        'the draft',
        async () =>
          (await main(visitor)
            .getByLabel('原因')
            .inputValue()
            .catch(() => '')) === '没有烤箱',
      );
      expect(await isChosen(visitor, '不可行')).toBe('true');
    },
    TEST_MS,
  );

  test(
    'of two who answer at once the first one counts; the other is told who, when and what, and keeps their own',
    async () => {
      const { id } = await aReview();
      const [one, other] = [await opens(id), await opens(id)];
      await refuses(one, '先到的理由');
      await refuses(other, '后到的理由');
      // the other has not heard of it yet
      await other.page.route('**/api/v1/feed', (route) => route.abort());
      await other.page.route(`**/api/v1/tasks/${id}`, (route) => route.abort());
      await sends(one);
      await isAnswered(id);
      await sends(other);
      await other.page.locator('.tray-refused a').waitFor();
      await other.page.unroute(`**/api/v1/tasks/${id}`);
      await other.page.locator('.tray-refused a').click();
      await main(other)
        .getByText(/周建国 于 .+ 已答复/)
        .waitFor();
      expect(await main(other).innerText()).toMatch(/您填写的答复.*审核结论\s+不可行.*后到的理由/s);
      expect(await answerOf(id)).toHaveLength(1);
      await main(other).getByRole('button', { name: '放弃我的答复' }).click();
      await other.page.locator('.tray').waitFor({ state: 'detached' });
    },
    TEST_MS,
  );

  test(
    'what another person does shows within two seconds with their name, and what was done while the stream was broken shows after it',
    async () => {
      const { id, order } = await aReview();
      const visitor = await its.browser.signedIn('production-supervisor', '/tasks');
      await rowOf(visitor, order).waitFor();
      const manager = (deed: string, body?: object) => its.shop.api('POST', `/tasks/${id}/${deed}`, body, { as: 'store-manager' });
      await manager('reassign', { to: its.people.ids['production-supervisor'], reason: '请优先处理' });
      const since = Date.now();
      await rowOf(visitor, order).getByText('赵慧敏 刚刚更新').waitFor();
      await rowOf(visitor, order).getByText('我的', { exact: true }).waitFor();
      expect(Date.now() - since).toBeLessThan(2_000);

      await its.shop.parts.api.stop(true);
      await visitor.page.getByText('实时更新已中断，正在重新连接。').waitFor();
      await its.shop.parts.api.start();
      await manager('release'); // most likely before the browser has come again
      await rowOf(visitor, order).getByText('生产主管').waitFor();
      await visitor.page.getByText('实时更新已中断，正在重新连接。').waitFor({ state: 'detached' });
    },
    TEST_MS,
  );

  test(
    'an answer given while the API is dead waits in the tray, goes out when it lives again, and is given once',
    async () => {
      const { id } = await aReview();
      const visitor = await opens(id);
      await refuses(visitor, '停电了');
      await its.shop.parts.api.stop(true);
      await sends(visitor);
      await visitor.page.getByText(/正在发送 1 份答复/).waitFor();
      await visitor.page.close(); // the browser goes as well
      await its.shop.parts.api.start();
      const again = await visitor.context.newPage();
      await again.goto(`${its.shop.apiUrl}/tasks`);
      await isAnswered(id);
      expect((await answerOf(id)).map(({ text }: { text: { reason: string } }) => text.reason)).toEqual(['停电了']);
      await again.locator('.tray').waitFor({ state: 'detached' });
    },
    TEST_MS,
  );

  test(
    'when the session has ended in mid-answer, signing in over the page lets the answer go on',
    async () => {
      const { id } = await aReview();
      const visitor = await opens(id);
      await refuses(visitor, '会话过期');
      await visitor.context.clearCookies();
      await sends(visitor);
      await visitor.page.getByRole('dialog', { name: '登录' }).waitFor();
      await signIn(visitor.page, 'production-supervisor');
      await isAnswered(id);
      expect((await answerOf(id)).length).toBe(1);
    },
    TEST_MS,
  );

  test(
    'an answer never goes out under another’s name: whoever signs in over the page, it waits for its own person',
    async () => {
      const { id } = await aReview();
      const visitor = await opens(id);
      await refuses(visitor, '换人登录');
      await visitor.context.clearCookies();
      await sends(visitor);
      await visitor.page.getByRole('dialog', { name: '登录' }).waitFor();
      await signIn(visitor.page, 'store-manager');
      await visitor.page.locator('.top-name', { hasText: '赵慧敏' }).waitFor();
      await visitor.page.locator('.tray').waitFor({ state: 'detached' });
      await visitor.page.getByRole('button', { name: '退出登录' }).click();
      await signIn(visitor.page, 'production-supervisor');
      await isAnswered(id);
      expect((await answerOf(id)).map(({ by }: { by: { name: string } }) => by.name)).toEqual(['周建国']);
    },
    TEST_MS,
  );

  test(
    'whoever signs out with drafts on the device is asked: they stay with who stays, and go with who goes',
    async () => {
      const { id } = await aReview();
      const visitor = await opens(id);
      const { page } = visitor;
      await refuses(visitor, '还没写完');
      await main(visitor)
        .getByText(/草稿已于/)
        .waitFor();
      await page.getByRole('button', { name: '退出登录' }).click();
      const asks = page.getByRole('dialog', { name: '退出登录' });
      await asks.getByText('这台设备上还有 1 份未提交的草稿，退出后将删除。').waitFor();
      await asks.getByRole('button', { name: '留下继续' }).click();
      await asks.waitFor({ state: 'detached' });
      expect(await main(visitor).getByLabel('原因').inputValue()).toBe('还没写完');
      await page.getByRole('button', { name: '退出登录' }).click();
      await asks.getByRole('button', { name: '退出登录' }).click();
      await page.locator('input[name=username]').waitFor();
      await signIn(page, 'production-supervisor');
      await page.goto(`${its.shop.apiUrl}/tasks?task=${id}`);
      await main(visitor).getByText('不可行', { exact: true }).click();
      expect(await main(visitor).getByLabel('原因').inputValue()).toBe('');
    },
    TEST_MS,
  );

  test(
    'a kind of task that this console has never heard of, with a widget it does not know, is answered all the same',
    async () => {
      const { id } = await aReview();
      const visitor = await its.browser.signedIn('production-supervisor', '/tasks');
      const given: unknown[] = [];
      await visitor.page.route(`**/api/v1/tasks/${id}`, async (route) => {
        const task = (await (await route.fetch()).json()) as object;
        const form = {
          type: 'object',
          required: ['humidity', 'hall'],
          properties: {
            humidity: { type: 'integer', title: '湿度', ui: { widget: 'hygrometer' } },
            hall: {
              type: 'string',
              title: '展厅',
              ui: { widget: 'floor-plan' },
              oneOf: [
                { const: 'a', title: '甲厅' },
                { const: 'b', title: '乙厅' },
              ],
            },
            notes: { type: 'object', title: '布置', ui: { widget: 'sketch' }, properties: { theme: { type: 'string', title: '主题' } } },
          },
        };
        await route.fulfill({ json: { ...task, kind: 'dress-the-hall', title: '布置展厅', form } });
      });
      await visitor.page.route(`**/api/v1/tasks/${id}/completion`, async (route) => {
        given.push(route.request().postDataJSON());
        await route.fulfill({ json: {} });
      });
      await visitor.page
        .locator(`a[href*="task=${id}"], a[href*="${encodeURIComponent(id)}"]`)
        .first()
        .click();
      await main(visitor).getByText('布置展厅').waitFor();
      await main(visitor).getByLabel('湿度').fill('65');
      await main(visitor).getByRole('button', { name: /展厅/ }).click();
      await visitor.page.getByRole('option', { name: '乙厅' }).click();
      await main(visitor).getByRole('button', { name: '填写布置' }).click();
      await main(visitor).getByLabel('主题').fill('春天');
      await sends(visitor);
      await until('the answer', () => Promise.resolve(given.length > 0));
      expect(given).toEqual([{ answer: { humidity: 65, hall: 'b', notes: { theme: '春天' } } }]);
    },
    TEST_MS,
  );

  test.each(['America/Los_Angeles', 'Pacific/Kiritimati'])(
    'in a browser in %s every time is the store’s, and the page says so',
    async (zone) => {
      const { id } = await aReview();
      const { body } = await its.shop.api('GET', `/tasks/${id}`, undefined, { as: 'production-supervisor' });
      const visitor = await opens(id, { zone });
      const due = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
      expect(await main(visitor).locator('.task-top time').textContent()).toContain(due.format(Date.parse(body.dueAt)));
      expect(await visitor.page.getByText('门店时间（Asia/Shanghai）').count()).toBe(1);
    },
    TEST_MS,
  );

  test(
    'the same page in English',
    async () => {
      const { id, order } = await aReview();
      const visitor = await opens(id, { language: 'en-GB' });
      await main(visitor)
        .getByRole('heading', { name: `Review feasibility #${order}` })
        .waitFor();
      await main(visitor).getByText('not feasible', { exact: true }).click();
      expect(await main(visitor).getByLabel('reason').count()).toBe(1);
      expect(await main(visitor).getByRole('button', { name: 'Answer' }).count()).toBe(1);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels nothing bars the way and nothing is pushed sideways: sign-in, list and form',
    async (width) => {
      const { id } = await aReview();
      const nobody = await its.browser.visit('/', { width });
      await nobody.page.locator('input[name=username]').waitFor();
      expect([await barriers(nobody.page), await fits(nobody.page)]).toEqual([[], true]);
      await signIn(nobody.page, 'production-supervisor');
      await nobody.page.locator('.task-row').first().waitFor();
      expect([await barriers(nobody.page), await fits(nobody.page)]).toEqual([[], true]);
      const visitor = await opens(id, { width });
      await main(visitor).getByText('可行', { exact: true }).click();
      await main(visitor).getByRole('group', { name: '计划开工时间' }).waitFor();
      await sends(visitor);
      await main(visitor).getByRole('alert').waitFor();
      expect([await barriers(visitor.page), await fits(visitor.page)]).toEqual([[], true]);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'a telephone shows the list or the task, and leads back',
    async () => {
      const { order } = await aReview();
      const visitor = await its.browser.signedIn('production-supervisor', `/tasks?q=${order}`, { width: 360 });
      await rowOf(visitor, order).tap();
      await main(visitor)
        .getByRole('heading', { name: /可行性审核/ })
        .waitFor();
      expect(await rowOf(visitor, order).isVisible()).toBe(false);
      await main(visitor).getByRole('button', { name: '返回列表' }).tap();
      await rowOf(visitor, order).waitFor();
    },
    TEST_MS,
  );

  test(
    'a task is answered by keyboard alone',
    async () => {
      const { id } = await aReview();
      const visitor = await opens(id);
      const { keyboard } = visitor.page;
      await main(visitor).getByText('不可行', { exact: true }).waitFor();
      await until('the heading to have the focus', () => visitor.page.evaluate(() => document.activeElement?.tagName === 'H2'));
      for (let n = 0; n < 12; n++) {
        await keyboard.press('Tab');
        if (await visitor.page.evaluate(() => document.activeElement?.getAttribute('type') === 'radio')) break;
      }
      await keyboard.press('ArrowRight');
      await keyboard.press('ArrowRight');
      await keyboard.press('Space');
      await keyboard.press('Tab');
      await keyboard.type('键盘作答');
      await keyboard.press('Control+Enter');
      await isAnswered(id);
      expect((await answerOf(id))[0].text.reason).toBe('键盘作答');
    },
    TEST_MS,
  );
});
