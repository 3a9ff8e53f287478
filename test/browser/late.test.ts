import { HOUR_MS } from '../../src/base/rule';
import { barriers, fits, until, type Visitor } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

inConsole('the console: what is late', (its) => {
  const rowOf = ({ page }: Visitor, order: string) => page.locator('.late-row', { hasText: order });
  const group = ({ page }: Visitor, name: string) => page.getByRole('region', { name, exact: true });
  const assigneeOf = async (id: string): Promise<string | undefined> =>
    (await its.shop.api('GET', `/tasks/${id}`, undefined, { as: 'store-manager' })).body.assignee?.name;

  /** A review that was due so many hours ago: its row says so, as if the shop's clock had gone on. */
  async function aLateReview(hours: number, more: object = {}): Promise<{ id: string; order: string }> {
    const order = await its.takes();
    const { id } = await its.people.task(order, 'feasibility-review');
    const dueAt = new Date((await its.people.now()) - hours * HOUR_MS);
    const nextRungAt = new Date(dueAt.getTime() + 2 * hours * HOUR_MS);
    await its.shop.db.task.update({ where: { id }, data: { dueAt, breachedAt: dueAt, rung: 0, nextRungAt, ...more } });
    return { id, order };
  }

  test(
    'each late task says what, who, how late, by which rule and why, and who hears of it next; the groups stand in the address',
    async () => {
      const [older, newer] = [await aLateReview(5, { rung: 1, nextRungAt: null }), await aLateReview(2)];
      const visitor = await its.browser.signedIn('store-manager', '/late');
      await rowOf(visitor, older.order).waitFor();
      const said = await rowOf(visitor, newer.order).innerText();
      expect(said).toMatch(/可行性审核.*已超时 2小时.*开始审核（.+）后4小时.*BAK-27.*上报给店长.*未认领/s);
      expect(await rowOf(visitor, older.order).innerText()).toMatch(/已超时 5小时.*已上报 1 级 · 不再自动上报/s);
      expect(await visitor.page.locator('.late-row').first().innerText()).toContain(older.order);
      await group(visitor, '可行性审核').waitFor();
      await visitor.page.getByRole('link', { name: '按人员' }).click();
      await visitor.page.waitForURL(/\?by=person$/);
      await group(visitor, '未认领（生产主管）').waitFor();
      await visitor.page.getByRole('link', { name: '按规定' }).click();
      await group(visitor, 'BAK-27').waitFor();
      await visitor.page.goBack();
      await group(visitor, '未认领（生产主管）').waitFor();
      await rowOf(visitor, older.order).getByRole('link', { name: '可行性审核' }).click();
      await visitor.page.waitForURL(/\/tasks\?.*task=/);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'it is taken by whoever may, and handed on by whoever leads, where it stands',
    async () => {
      const [mine, theirs] = [await aLateReview(3), await aLateReview(3)];
      const supervisor = await its.browser.signedIn('production-supervisor', '/late', { width: 360 });
      await rowOf(supervisor, mine.order).getByRole('button', { name: '认领' }).tap();
      await until('the claim', async () => (await assigneeOf(mine.id)) === '周建国');
      const manager = await its.browser.signedIn('store-manager', '/late');
      await rowOf(manager, theirs.order).getByRole('button', { name: '转交' }).click();
      const sheet = manager.page.getByRole('dialog');
      await sheet.getByRole('button', { name: /转交给/ }).click();
      await manager.page.getByRole('option', { name: '周建国' }).click();
      await sheet.getByLabel('原因').fill('请尽快');
      await sheet.getByRole('button', { name: '确认转交' }).click();
      await until('the hand-over', async () => (await assigneeOf(theirs.id)) === '周建国');
      expect([...supervisor.complaints, ...manager.complaints]).toEqual([]);
    },
    TEST_MS,
  );

  test(
    'the same page in English',
    async () => {
      const { order } = await aLateReview(2);
      const visitor = await its.browser.signedIn('store-manager', '/late', { language: 'en-GB' });
      await rowOf(visitor, order).waitFor();
      expect(await rowOf(visitor, order).innerText()).toMatch(/Review feasibility.*2 h late.*raised to store manager at .*Hand on/s);
    },
    TEST_MS,
  );

  test.each([360, 768, 1440])(
    'at %d pixels nothing bars the way and nothing is pushed sideways',
    async (width) => {
      const { order } = await aLateReview(2);
      const visitor = await its.browser.signedIn('store-manager', '/late', { width });
      await rowOf(visitor, order).waitFor();
      expect([await barriers(visitor.page), await fits(visitor.page)]).toEqual([[], true]);
      expect(visitor.complaints).toEqual([]);
    },
    TEST_MS,
  );
});
