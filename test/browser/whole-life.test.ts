import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { createPeople, type People } from '../../src/demo/people';
import { createShopClient } from '../../src/demo/shop-client';
import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';
import { inBrowser, openBrowser, until, type TestBrowser, type Visitor } from '../support/browser';
import { startShop, type TestShop } from '../support/shop';

/** Two shop hours a real second: the thirteen days before the visit pass in two and a half minutes. */
const RATE = 7_200;
/** The order is promised far enough ahead for people who take their time over a page. */
const PROMISED_IN_DAYS = 40;
const MINUTE = 60_000;
const LIFE_MS = 14 * MINUTE;

/** A form as its person fills it in: fields by what they are called. */
const formIn = (page: Page, root: Locator) => ({
  tick: (name: string | RegExp) => root.locator('.tick', { hasText: name }).click(),
  picks: (name: string | RegExp) => root.locator('.buttons-one', { hasText: name }).first().click(),
  types: (label: string | RegExp, text: string) => root.getByLabel(label).first().fill(text),
  async chooses(label: string | RegExp, option: string) {
    await root.getByRole('button', { name: label }).first().click();
    await page.getByRole('option', { name: option }).first().click();
  },
  /** Day and hour, in the parts of a date field. */
  async when(label: string | RegExp, parts: Readonly<Record<string, string>>) {
    const group = root.getByRole('group', { name: label }).first();
    for (const [part, digits] of Object.entries(parts)) await group.getByRole('spinbutton', { name: part }).pressSequentially(digits);
  },
  /** A picture from the library; each step has its own, for one picture proves one thing. */
  async photographs(label: string | RegExp, hue: number) {
    const field = root.getByRole('group', { name: label }).first();
    const picture = sharp({ create: { width: 800, height: 600, channels: 3, background: { r: hue, g: 120, b: 255 - hue } } });
    const buffer = await picture.jpeg().toBuffer();
    await field.locator('input[type=file]').last().setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer });
    await field.getByText(/照片已上传|Photo is uploaded/).waitFor();
  },
  sends: (name: string | RegExp) => root.getByRole('button', { name, exact: true }).last().click(),
});

inBrowser('the console: one order lives its whole life', () => {
  let shop: TestShop;
  let people: People;
  /** At the counter and in the kitchen Chinese is read, in the office and on the road English: two browsers at once. */
  let chinese: TestBrowser;
  let english: TestBrowser;
  const open: Visitor[] = [];
  beforeAll(async () => {
    shop = await startShop({ clockRate: RATE });
    people = await createPeople(createShopClient(shop.apiUrl, DEMO_PASSWORD));
    [chinese, english] = [await openBrowser(shop.apiUrl), await openBrowser(shop.apiUrl)];
  }, 3 * MINUTE);
  afterAll(async () => {
    let n = 0;
    for (const { page } of open) await page.screenshot({ path: `/tmp/wl-${n++}.png`, fullPage: true }).catch(() => undefined);
    await Promise.all([chinese.close(), english.close()]);
    await shop.stop();
  }, MINUTE);

  /** Somebody's own page, kept open for the rest of the day. */
  async function at(browser: TestBrowser, login: string, path: string, width?: number): Promise<Page> {
    const language = browser === chinese ? ('zh-CN' as const) : ('en-GB' as const);
    const visitor = await browser.signedIn(login, path, { language, ...(width !== undefined && { width }) });
    open.push(visitor);
    return visitor.page;
  }
  const partsOf = (instant: number, names: readonly [string, string, string, string]): Record<string, string> => {
    const local = new Date(instant + 8 * HOUR_MS).toISOString();
    return {
      [names[0]]: local.slice(0, 4),
      [names[1]]: local.slice(5, 7),
      [names[2]]: local.slice(8, 10),
      [names[3]]: local.slice(11, 13),
    };
  };

  test(
    'from the counter to the visit, in Chinese and in English, with the customer’s page beside it: every step is done on a page, and every page goes on by itself',
    async () => {
      // the counter
      const counter = await at(chinese, 'sales-consultant', '/orders/new');
      const promise = Math.ceil(((await people.now()) + PROMISED_IN_DAYS * DAY_MS) / DAY_MS) * DAY_MS + 2 * HOUR_MS; // ten in the morning
      await takesTheOrder(counter, promise);
      const number = new URL(counter.url()).pathname.split('/').at(-1) ?? '';
      const track = counter.locator('.content');

      /** Opens the newest task of a kind in the inbox of whoever answers it. */
      const task = async (page: Page, kind: Parameters<People['task']>[1]): Promise<ReturnType<typeof formIn>> => {
        const { id } = await people.task(number, kind);
        const main = page.locator('.tasks-one');
        await page.goto(`${shop.apiUrl}/tasks?task=${id}`);
        await main.locator('.form').waitFor();
        return formIn(page, main);
      };
      const state = async (wanted: string): Promise<void> => until(wanted, async () => (await people.order(number)).state === wanted);

      // the office reviews it in English
      const office = await at(english, 'production-supervisor', '/tasks');
      const review = await task(office, 'feasibility-review');
      await review.picks(/^feasible$/i);
      await review.when(/planned start/i, { ...partsOf((await people.now()) + DAY_MS, ['year', 'month', 'day', 'hour']), minute: '00' });
      for (const [step, name] of [
        [/materials/i, '周建国'],
        [/making/i, '陈麦'],
      ] as const)
        await review.chooses(step, name);
      await review.sends('Answer');
      await state('awaiting-deposit');

      // the till
      const till = await at(chinese, 'finance', '/money');
      await till.getByRole('region', { name: '未付清的订单' }).getByRole('link', { name: '登记收款' }).first().click();
      const payment = formIn(till, till.getByRole('dialog'));
      await payment.chooses('支付方式', '现金');
      await payment.sends('登记收款');
      await state('materials');
      await track.getByText('备料').first().waitFor(); // the counter's page has gone on by itself

      // the customer, by the link of the counter
      await counter
        .getByRole('link', { name: '顾客链接' })
        .or(counter.getByRole('button', { name: '顾客链接' }))
        .click();
      await counter.getByRole('button', { name: '生成新链接' }).click();
      const url = await counter.locator('.order-url').innerText();
      await counter.keyboard.press('Escape');
      const customer = await chinese.visit(new URL(url).pathname, { width: 360 });
      open.push(customer);
      await customer.page.getByText('生日蛋糕').first().waitFor();

      // ingredients, in the office
      const settled = await task(office, 'materials-settled');
      for (const row of await office.locator('.tasks-one .row').all()) await row.locator('.buttons-one', { hasText: 'stock' }).click();
      await settled.sends('Answer');
      const complete = await task(office, 'materials-complete');
      await complete.tick('everything is there');
      await complete.sends('Answer');

      // the kitchen
      const kitchen = await at(chinese, 'baker', '/tasks');
      const sheet = await task(kitchen, 'sign-task-sheet');
      await sheet.tick('签收');
      await sheet.sends('提交');
      await state('making');
      const making = await task(kitchen, 'making-done');
      await making.photographs(/烘烤/, 10);
      await making.photographs(/裱花/, 40);
      await making.tick(/完成/);
      await making.sends('提交');
      await state('decoration');
      const decoration = await task(kitchen, 'decoration-done');
      await decoration.photographs('装饰完成照片', 70);
      await decoration.sends('提交');

      // the check, in English
      const quality = await at(english, 'qc-inspector', '/tasks');
      const { id: check } = await people.task(number, 'quality-check', ({ context }) => context['final'] === true);
      await quality.goto(`${shop.apiUrl}/tasks?task=${check}`);
      await quality.locator('.tasks-one .form').waitFor();
      const checked = formIn(quality, quality.locator('.tasks-one'));
      await checked.picks(/^pass/i);
      await checked.sends('Answer');
      await state('packing');

      // packing
      const packing = await at(chinese, 'packer', '/tasks');
      const packed = await task(packing, 'packing-checklist');
      for (const line of await packing.locator('.tasks-one .checklist .tick').all()) await line.click();
      await packed.types('订单号（对照包装重新输入）', number);
      await packed.photographs('易碎标识照片', 100);
      await packed.sends('提交');

      // the road, at a telephone, in English
      const road = await at(english, 'delivery-staff', '/tasks', 360);
      const dispatch = await task(road, 'dispatch-check');
      for (const what of [/vehicle/i, /route/i, /vest/i]) await dispatch.tick(what);
      await dispatch.picks(/fair/i);
      await dispatch.types('order number, typed again from the box', number);
      await dispatch.types('who signs', '林志强');
      await dispatch.sends('Answer');
      await state('out-for-delivery');
      await customer.page.reload();
      await customer.page
        .getByText(/配送中|在途/)
        .first()
        .waitFor();
      const handOver = await task(road, 'hand-over');
      await handOver.types('who signs', '林志强');
      await handOver.photographs('photo of the hand-over', 130);
      await handOver.types('or sign by typing your name', '林志强');
      await road.getByRole('button', { name: 'Use this signature' }).click();
      await road.getByRole('group', { name: 'signature' }).getByText('Photo is uploaded').waitFor();
      await handOver.sends('Answer');
      await state('delivered');
      await track.getByText('已交付').first().waitFor();

      // the balance, and the customer's five points
      const settle = await task(till, 'settle-balance');
      await settle.chooses('支付方式', '现金');
      await settle.sends('提交');
      await customer.page.reload();
      await customer.page.getByLabel('评分（1–5）').fill('5');
      await customer.page.locator('section', { hasText: '为本次订单评分' }).getByRole('button', { name: '提交' }).click();
      await customer.page.getByText('已收到，谢谢。').waitFor();

      // thirteen days later
      await people.task(number, 'follow-up-visit');
      const service = await at(english, 'customer-service', '/tasks');
      const visit = await task(service, 'follow-up-visit');
      await visit.picks(/^yes$/i);
      await visit.picks(/telephone/i);
      await visit.picks(/5/);
      await visit.sends('Answer');
      await state('closed');
      await track.getByText('已完成').first().waitFor();
      expect(open.flatMap(({ complaints }) => complaints)).toEqual([]);
    },
    LIFE_MS,
  );

  /** Takes a birthday cake by courier at the counter. */
  async function takesTheOrder(page: Page, promise: number): Promise<void> {
    await page.getByLabel('手机号').first().fill('13800138000');
    await page.getByLabel('姓名').first().fill('陈晓燕');
    await page.getByRole('button', { name: /产品/ }).click();
    await page.getByRole('option', { name: '生日蛋糕' }).click();
    await page.getByText('8 寸', { exact: true }).click();
    await page.getByLabel('口味').fill('草莓鲜奶');
    await page.getByLabel('单价（元）').fill('288');
    await page.getByText('低糖', { exact: true }).click();
    await page.getByText('蛋', { exact: true }).click();
    await page.getByText('送货上门', { exact: true }).click();
    await page.getByLabel('地址').fill('上海市徐汇区康平路 18 弄');
    await page.getByLabel('姓名').last().fill('林志强');
    await page.getByLabel('手机号').last().fill('13900139000');
    await formIn(page, page.locator('.content')).when('交付时间', partsOf(promise, ['年', '月', '日', '小时']));
    await page.locator('.tick', { hasText: '已与顾客逐项核对需求' }).click();
    await page.getByRole('button', { name: '接单' }).click();
    await page.getByRole('heading', { name: /生日蛋糕 8 寸 × 1/ }).waitFor();
  }
});
