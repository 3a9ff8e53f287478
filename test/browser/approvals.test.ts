import { DAY_MS } from '../../src/base/rule';
import { steps } from '../../src/demo/steps';
import { barriers, fits, until, type Visitor } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: approvals', (its) => {
  const main = ({ page }: Visitor) => page.locator('.tasks-one');
  const rowOf = ({ page }: Visitor, order: string) => page.locator('.approvals-row', { hasText: order });
  const figure = (visitor: Visitor, name: string) => main(visitor).locator('.change-figure', { hasText: name });
  const sends = (visitor: Visitor): Promise<void> => main(visitor).getByRole('button', { name: '提交' }).click();
  const stateOf = async (order: string): Promise<string> => {
    const { body } = await its.shop.api('GET', `/orders/${order}/changes`, undefined, { as: 'store-manager' });
    return body.items[0].state;
  };
  const opens = (task: string, look?: object): Promise<Visitor> =>
    its.browser.signedIn('store-manager', `/approvals?task=${encodeURIComponent(task)}`, look);

  /** An accepted order whose customer wants nuts on it and a larger cake. */
  async function aChange(): Promise<{ order: string; task: string }> {
    const order = await its.takes();
    const { deliveryAt } = await its.people.order(order);
    const step = steps(its.people, order);
    await step.feasible(Date.parse(deliveryAt) - 2 * DAY_MS);
    await step.pays(8_640);
    await its.people.photographs('sales-consultant', order, 'design-draft');
    const { body } = await its.shop.api('GET', `/orders/${order}`, undefined, { as: 'sales-consultant' });
    const [line] = body.lines;
    const lines = [{ ...line, size: '10-inch', unitPriceFen: 34_800, allergens: [...line.allergens, 'nuts'] }];
    await its.people.shop.post(`/orders/${order}/changes`, { patch: { lines }, reason: '来的人多了' }, { as: 'sales-consultant' });
    return { order, task: (await its.people.task(order, 'change-decision')).id };
  }
  const spends = (order: string, amountFen: number) =>
    its.people.shop.post(`/orders/${order}/costs`, { cost: 'ingredients', amountFen }, { as: 'production-supervisor' });

  test(
    'a manager’s day begins at what waits for them; a change is looked at and approved, and is gone',
    async () => {
      const { order } = await aChange();
      const visitor = await its.browser.signedIn('store-manager', '/', { width: 360 });
      await visitor.page.waitForURL(/\/approvals$/);
      await rowOf(visitor, order).waitFor();
      expect(await rowOf(visitor, order).innerText()).toMatch(/订单调整审批 #\d+\s+已等 (?:不到1分钟|\d分钟)，限 4小时/);
      expect(await visitor.page.locator('.approvals-summary').innerText()).toMatch(/^\d 项待决定 · 最久已等/);
      await rowOf(visitor, order).tap();
      await figure(visitor, '差价').waitFor();
      const view = await main(visitor).locator('.change-view').innerText();
      expect(view).toMatch(/来的人多了.*林.* 于 .+ 提出.*10 寸 ×1.*新增过敏原\s+坚果.*差价\s+\+¥60\.00.*已发生成本\s+¥0\.00.*原料有变/s);
      await main(visitor).getByRole('img', { name: '设计稿' }).waitFor();
      expect(await figure(visitor, '新增过敏原').locator('svg').count()).toBe(1);
      await main(visitor).getByText('同意', { exact: true }).tap();
      await sends(visitor);
      await until('the approval', async () => (await stateOf(order)) === 'approved');
      await rowOf(visitor, order).waitFor({ state: 'detached' });
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'BAK-37 who decides about a preview that is no longer true sees the new one with what moved marked, and decides again',
    async () => {
      const { order, task } = await aChange();
      const visitor = await opens(task);
      const hashes: string[] = [];
      await visitor.page.route('**/completion', async (route) => {
        hashes.push((route.request().postDataJSON() as { answer: { previewHash: string } }).answer.previewHash);
        await route.continue();
      });
      await figure(visitor, '已发生成本').waitFor();
      await spends(order, 4_100);
      await main(visitor).getByText('同意', { exact: true }).click();
      await sends(visitor);
      await main(visitor).getByText('预览已更新').waitFor();
      expect(await stateOf(order)).toBe('pending');
      await until('the new figure', async () => /¥41\.00\s+有变 · 原为 ¥0\.00/.test(await figure(visitor, '已发生成本').innerText()));
      expect(await main(visitor).locator('[data-moved]').count()).toBe(1);
      const chosen = main(visitor).locator('.buttons-one[data-selected]', { hasText: '同意' });
      await chosen.waitFor(); // what was chosen is kept, and nothing is sent by itself
      expect(hashes).toHaveLength(1);
      await sends(visitor);
      await until('the decision', async () => (await stateOf(order)) === 'approved');
      expect([hashes.length, new Set(hashes).size]).toEqual([2, 2]);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test.each(['/approvals', '/tasks'])(
    'a decision that does not arrive is not kept to be sent later: %s says so, and it counts once however often it is sent',
    async (path) => {
      const { order, task } = await aChange();
      const visitor = await its.browser.signedIn('store-manager', `${path}?task=${encodeURIComponent(task)}`);
      const keys: (string | undefined)[] = [];
      let isCut = true;
      await visitor.page.route('**/completion', async (route) => {
        keys.push(route.request().headers()['idempotency-key']);
        if (isCut) return route.abort();
        if (keys.length > 4) return route.continue();
        await route.fetch(); // it arrives, and the answer is lost
        return route.abort();
      });
      await main(visitor).getByText('同意', { exact: true }).click();
      await sends(visitor);
      await main(visitor).getByText('您的决定尚未送达').waitFor();
      expect([keys.length, await visitor.page.locator('.tray').count(), await stateOf(order)]).toEqual([3, 0, 'pending']);
      isCut = false;
      await sends(visitor);
      await until('the approval', async () => (await stateOf(order)) === 'approved');
      await until('the second try', () => Promise.resolve(keys.length === 5));
      expect(new Set(keys).size).toBe(1);
    },
    TEST_MS,
  );

  test(
    'of two who decide at once the first one counts, and the other is told who and what',
    async () => {
      const { order, task } = await aChange();
      const visitor = await opens(task);
      await main(visitor).getByText('同意', { exact: true }).waitFor();
      await visitor.page.route('**/api/v1/feed', (route) => route.abort());
      await visitor.page.route(`**/api/v1/tasks/${task}`, (route) => route.abort());
      await main(visitor).getByText('同意', { exact: true }).click();
      const { context } = (await its.shop.api('GET', `/tasks/${task}`, undefined, { as: 'store-manager' })).body;
      await its.people.answers('store-manager', order, 'change-decision', {
        decision: 'reject',
        reason: '先到的',
        previewHash: context.previewHash,
      });
      await sends(visitor);
      await main(visitor)
        .getByText(/赵慧敏 于 .+ 已答复/)
        .waitFor();
      expect(await main(visitor).innerText()).toMatch(/不同意.*您填写的答复.*同意/s);
      expect(await stateOf(order)).toBe('rejected');
    },
    TEST_MS,
  );

  test(
    'the same page in English, and nothing that waits',
    async () => {
      const { task } = await aChange();
      const visitor = await opens(task, { language: 'en-GB' });
      await figure(visitor, 'allergens added').waitFor();
      expect(await main(visitor).locator('.change-view').innerText()).toMatch(/price difference\s+\+¥60\.00/);
      const other = await its.browser.signedIn('baker', '/approvals');
      await other.page.getByText('现在没有等待您决定的事项。').waitFor();
      expect(await other.page.locator('.rail a[href="/approvals"]').count()).toBe(0);
    },
    TEST_MS,
  );

  test(
    'what the shop refuses comes with what to do about it, in the reader’s words',
    async () => {
      const said = async (language: 'zh-CN' | 'en-GB'): Promise<string> => {
        const alert = main(await opens('no-such-task', { language })).getByRole('alert');
        await alert.locator('.remedy').waitFor();
        return alert.innerText();
      };
      expect(await said('zh-CN')).toMatch(/任务.*请回到任务列表重新选择。/s);
      expect(await said('en-GB')).toMatch(/task.*Go back to the tasks and choose again\./s);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels nothing bars the way and nothing is pushed sideways',
    async (width) => {
      const { order, task } = await aChange();
      const visitor = await its.browser.signedIn('store-manager', '/approvals', { width });
      const { page } = visitor;
      await rowOf(visitor, order).waitFor();
      expect([await barriers(page), await fits(page)]).toEqual([[], true]);
      await page.goto(`${its.shop.apiUrl}/approvals?task=${encodeURIComponent(task)}`);
      await figure(visitor, '差价').waitFor();
      await main(visitor).getByRole('img', { name: '设计稿' }).waitFor();
      await spends(order, 4_100);
      await main(visitor).getByText('同意', { exact: true }).click();
      await sends(visitor);
      await main(visitor).locator('[data-moved]').first().waitFor();
      expect([await barriers(page), await fits(page)]).toEqual([[], true]);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );
});
