import { resolve } from 'node:path';
import { barriers, inBrowser, openBrowser, until, type TestBrowser } from '../support/browser';
import { PASSWORD } from '../support/http/shop';
import { standOven, type Oven } from '../process/oven/oven.support';

/** A kind of task that no file of the console knows, with a form like no other: the chapter of test/process/oven. */
inBrowser('the console: a kind of task of another chapter', () => {
  let oven: Oven;
  let browser: TestBrowser;
  beforeAll(async () => {
    oven = await standOven(resolve('dist/web'));
    browser = await openBrowser(oven.shop.url);
  }, 120_000);
  afterAll(async () => {
    await browser.close();
    await oven.clear();
  }, 60_000);

  const stands = () => oven.shop.db.task.findFirst({ where: { kind: 'light-the-oven' }, orderBy: { openedAt: 'desc' } });

  test('stands in the inbox under its name, unfolds what its condition asks for, and is answered with rows, a group and a word for a widget that nobody knows', async () => {
    await until('the task', async () => (await stands()) !== null);
    const visitor = await browser.visit('/tasks');
    const { page } = visitor;
    await page.locator('input[name=username]').fill('baker');
    await page.locator('input[name=password]').fill(PASSWORD);
    await page.locator('input[name=password]').press('Enter');
    await page.locator('.task-row', { hasText: '点炉' }).click();
    const main = page.locator('.tasks-one');
    await main.getByRole('radiogroup', { name: '是否点燃' }).waitFor();
    expect(await main.getByLabel('火焰颜色').count()).toBe(0);
    await main.getByRole('radiogroup', { name: '是否点燃' }).getByText('是', { exact: true }).click();
    await main.getByLabel('火焰颜色').fill('蓝色');
    await main.getByRole('group', { name: '各区温度' }).getByRole('button', { name: '添加' }).click();
    const row = main.locator('.row');
    await row.getByText('左', { exact: true }).click();
    await row.getByLabel('度数').fill('240');
    expect(await barriers(page)).toEqual([]);
    await main.getByRole('button', { name: '提交' }).click();
    await until('the answer', async () => (await stands())?.state === 'done');
    expect((await stands())?.answers).toMatchObject([
      { choices: { burns: true, flame: '蓝色', zones: [{ place: 'left', degrees: 240 }] }, by: { id: 'main-baker' } },
    ]);
    expect(visitor.complaints).toEqual([]);
  }, 60_000);
});
