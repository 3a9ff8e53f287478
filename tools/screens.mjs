// node tools/screens.mjs [URL]: pictures of the console of a demo shop that runs (npm start), into docs/screens. A shop without orders is given some first.
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { inProject } from './setup/project.mjs';

const [, , url = 'http://127.0.0.1:3000'] = process.argv;
const PASSWORD = 'levain-demo';
const WIDTHS = [360, 768, 1440];
const DAY_MS = 86_400_000;
/** The store's date of what is made and handed over. */
const date = await someOrders();
/** Each page as somebody looks at it. `then` brings it to what is worth seeing. */
const PAGES = [
  { name: 'sign-in', login: null, path: '/' },
  { name: 'tasks', login: 'production-supervisor', path: '/tasks', then: openFirst },
  { name: 'orders', login: 'sales-consultant', path: '/orders' },
  { name: 'new-order', login: 'sales-consultant', path: '/orders/new' },
  { name: 'order', login: 'sales-consultant', path: '/orders', then: openOrder },
  { name: 'change', login: 'sales-consultant', path: '/orders', then: openChange },
  { name: 'approvals', login: 'store-manager', path: '/approvals', then: openDecision },
  { name: 'late', login: 'store-manager', path: '/late' },
  { name: 'kitchen', login: 'baker', path: `/kitchen?date=${date}` },
  { name: 'deliveries', login: 'delivery-staff', path: `/deliveries?date=${date}` },
  { name: 'day', login: 'production-supervisor', path: `/day?date=${date}` },
  { name: 'board', login: 'production-supervisor', path: '/board' },
  { name: 'week', login: 'production-supervisor', path: `/week?from=${date}` },
  { name: 'money', login: 'finance', path: '/money' },
  { name: 'reports', login: 'store-manager', path: '/reports' },
  { name: 'report', login: 'store-manager', path: '/reports/on-time' },
  { name: 'settings', login: 'store-manager', path: '/settings/store' },
  { name: 'people', login: 'store-manager', path: '/settings/people' },
  { name: 'rulebook', login: 'store-manager', path: '/settings/rulebook' },
  { name: 'letters', login: 'store-manager', path: '/settings/letters' },
  { name: 'customer', login: 'sales-consultant', path: '/orders', then: openCustomer },
];
const LANGUAGES = [
  { language: 'zh-CN', suffix: '', widths: WIDTHS },
  { language: 'en-GB', suffix: '-en', widths: [1440] },
];

/** Orders at several stages, all for one day, in a shop that has none; that day as a date of the store. */
async function someOrders() {
  const built = (name) => createRequire(import.meta.url)(inProject('dist', 'src', 'demo', `${name}.js`));
  const { createPeople } = built('people');
  const { aCakeFor, steps, wholeHour } = built('steps');
  const people = await createPeople(built('shop-client').createShopClient(url, PASSWORD));
  const hour = (at) => wholeHour(Math.ceil(at / DAY_MS) * DAY_MS + 2 * (DAY_MS / 24)); // ten in the morning in Shanghai
  const { items } = await people.shop.get('/orders?open=true&sort=promisedAt', { as: 'store-manager' });
  if (items.length > 0) return dateOf(Date.parse(items[0].deliveryAt));
  const promised = hour((await people.now()) + 5 * DAY_MS);
  const take = async (hours, more = {}) => {
    const body = aCakeFor(promised + hours * (DAY_MS / 24), more);
    const { number } = await people.shop.post('/orders', body, { as: 'sales-consultant' });
    return { number, step: steps(people, number) };
  };
  const accept = async (order) => {
    await order.step.feasible(promised - 2 * DAY_MS);
    await order.step.pays(8_640);
    await people.task(order.number, 'materials-settled');
    return order;
  };
  await take(0);
  await take(3, { delivery: { method: 'pickup' } });
  await accept(await take(1));
  const changing = await accept(await take(4));
  const change = { patch: { deliveryAt: new Date(promised + 6 * (DAY_MS / 24)).toISOString() }, reason: '聚会改到下午' };
  await people.shop.post(`/orders/${changing.number}/changes`, change, { as: 'sales-consultant' });
  const made = await accept(await take(5));
  await made.step.materials();
  await made.step.signs();
  const ready = await accept(await take(2));
  await ready.step.materials();
  await ready.step.signs();
  await ready.step.makes();
  await ready.step.decorates();
  await ready.step.passes();
  await ready.step.packs();
  return dateOf(promised);
}

/** A date of the store, whose clock is eight hours ahead. */
function dateOf(instant) {
  return new Date(instant + 8 * (DAY_MS / 24)).toISOString().slice(0, 10);
}

async function openFirst(page) {
  await page.locator('.task-row').first().click();
  await page.locator('.task').waitFor();
}
async function openOrder(page) {
  await page.locator('.orders-link').first().click();
  await page.locator('.order-head').waitFor();
}
async function openChange(page) {
  await openOrder(page);
  await page.locator('.order-acts a').first().click();
  await page.getByRole('dialog').waitFor();
}
async function openDecision(page) {
  const first = page.locator('.approvals-row').first();
  await first.click({ timeout: 3_000 }).catch(() => undefined); // it may be that nothing waits
}
/** The page that an order's customer sees by a link. */
async function openCustomer(page) {
  await openOrder(page);
  await page.locator('.order-acts a[href*="act=link"]').click();
  await page.getByRole('dialog').locator('.button-main').click();
  await page.goto(await page.locator('.order-url').innerText());
}

mkdirSync(inProject('docs', 'screens'), { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
for (const { language, suffix, widths } of LANGUAGES)
  for (const width of widths)
    for (const { name, login, path, then } of PAGES) {
      const viewport = { width, height: width < 700 ? 780 : 900 };
      const context = await browser.newContext({ locale: language, timezoneId: 'Asia/Shanghai', viewport, hasTouch: width < 700 });
      const page = await context.newPage();
      await page.goto(url + path);
      await page.locator('input[name=username]').waitFor();
      if (login !== null) {
        await page.locator('input[name=username]').fill(login);
        await page.locator('input[name=password]').fill(PASSWORD);
        await page.locator('input[name=password]').press('Enter');
        await page.locator('#content').waitFor();
        await page.waitForLoadState('load');
      }
      if (then) await then(page);
      await page.waitForTimeout(1_000); // what was read has come
      const file = inProject('docs', 'screens', `${name}-${width}${suffix}.png`);
      await page.screenshot({ path: file });
      console.log(file);
      await context.close();
    }
await browser.close();
