// node tools/screens.mjs [URL]: pictures of the console of a shop that runs (npm start, then some orders: npm run demo), into docs/screens.
import { mkdirSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { inProject } from './setup/project.mjs';

const [, , url = 'http://127.0.0.1:3000'] = process.argv;
const PASSWORD = 'levain-demo';
const WIDTHS = [360, 768, 1440];
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
  { name: 'kitchen', login: 'baker', path: '/kitchen' },
  { name: 'deliveries', login: 'delivery-staff', path: '/deliveries' },
  { name: 'day', login: 'production-supervisor', path: '/day' },
  { name: 'board', login: 'production-supervisor', path: '/board' },
  { name: 'week', login: 'production-supervisor', path: '/week' },
  { name: 'money', login: 'finance', path: '/money' },
  { name: 'reports', login: 'store-manager', path: '/reports' },
  { name: 'customer', login: 'sales-consultant', path: '/orders', then: openCustomer },
];
const LANGUAGES = [
  { language: 'zh-CN', suffix: '', widths: WIDTHS },
  { language: 'en-GB', suffix: '-en', widths: [1440] },
];

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
  await page.locator('.order-acts a').last().click();
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
