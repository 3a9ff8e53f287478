import { join } from 'node:path';
import { PROJECT_ROOT } from '../src/local-shop/project';
import type { ReadingApi } from './lists/api';
import { withYears } from './lists/years';
import { readNumbers } from './numbers';
import { CHROMIUM, NO_CHROMIUM } from './pages/chromium';
import { measureStreams } from './pages/streams';
import { openSlowBrowser, type SlowBrowser, type SlowVisitor } from './pages/slow-browser';
import { runToEnd } from './run-to-end';
import { median, percentile } from './stats';
import { tableOf, type Cell } from './table';

/** Orders on file, how often a page is opened, how many rows are scrolled through, and how many listen at once. */
const DEFAULTS = { orders: 50_000, times: 5, rows: 2_000, streams: 500 };
const FIRST_ROWS_MS = 400;
const ROW_PX = 44;

/** A figure beside what it is to be: bytes, milliseconds, or without unit. */
type Figure = readonly [what: string, value: number, aim: number];

const shownIn = (visitor: SlowVisitor, selector: string): Promise<void> => visitor.page.locator(selector).first().waitFor();

/** The inbox, opened by a device that has never been there and again by the same. */
async function opening(browser: SlowBrowser, url: string, times: number): Promise<Figure[]> {
  const [cold, warm, shifts]: number[][] = [[], [], []];
  for (let n = 0; n < times; n++) {
    const visitor = await browser.visitor();
    for (const into of [cold, warm]) {
      await visitor.page.goto(`${url}/tasks?view=all`);
      await shownIn(visitor, '.task-row');
      await visitor.page.waitForTimeout(500); // the largest paint may come after the first row
      const { lcpMs, cls } = await visitor.seen();
      into?.push(lcpMs);
      shifts?.push(cls);
    }
    await visitor.close();
  }
  return [
    ['/tasks, largest paint, never been there', median(cold ?? []), 2_000],
    ['/tasks, largest paint, been there', median(warm ?? []), 800],
    ['layout shift, the worst', Math.max(...(shifts ?? [])), 0.05],
  ];
}

/** Rows pressed, text typed, choices made. */
async function acting(browser: SlowBrowser, url: string): Promise<Figure[]> {
  const visitor = await browser.visitor();
  const { page } = visitor;
  await page.goto(`${url}/tasks?view=all`);
  await shownIn(visitor, '.task-row');
  for (let n = 0; n < 12; n++) {
    await page
      .locator('.task-row')
      .nth(n % 6)
      .click();
    await shownIn(visitor, '.task-top');
    await page.waitForTimeout(300);
  }
  await page
    .locator('.tasks-one textarea')
    .first()
    .pressSequentially('面团已经醒发好了', { delay: 80 })
    .catch(() => undefined);
  await page.locator('.filters input').first().pressSequentially('2026', { delay: 80 });
  const { interactionsMs } = await visitor.seen();
  await visitor.close();
  return [
    ['interaction, three quarters are quicker', percentile(interactionsMs, 75), 100],
    ['interaction, the slowest', percentile(interactionsMs, 100), 200],
  ];
}

/** From the press in the rail until the first row stands there. */
const FIRST_ROW = (link: string, row: string): string => `new Promise((done) => {
  const from = performance.now();
  document.querySelector('${link}').click();
  const look = () => (document.querySelector('${row}') ? done(performance.now() - from) : requestAnimationFrame(look));
  look();
})`;

/** The orders: their first rows, and so many rows further down. */
async function scrolling(browser: SlowBrowser, url: string, rows: number): Promise<Figure[]> {
  const visitor = await browser.visitor();
  const { page } = visitor;
  await page.goto(`${url}/week`);
  await shownIn(visitor, '.week-day');
  await page.locator('.rail a[href="/orders"]').hover();
  const firstMs: number = await page.evaluate(FIRST_ROW('.rail a[href="/orders"]', '.orders-row'));
  await page.waitForTimeout(1_000);
  const [before, seen] = [await visitor.memory(), (await visitor.seen()).longTasksMs.length];
  await page.locator('.orders-box').hover();
  let memory = 0;
  for (let scrolled = 0; scrolled < rows * ROW_PX; scrolled += 600) {
    await page.mouse.wheel(0, 600);
    await page.waitForTimeout(30);
    if (scrolled % 12_000 === 0) memory = Math.max(memory, await visitor.memory());
  }
  const long = (await visitor.seen()).longTasksMs.slice(seen);
  await visitor.close();
  return [
    ['/orders, first rows after the press', firstMs, FIRST_ROWS_MS],
    [`scrolling ${rows} rows, longest task`, Math.max(0, ...long), 50],
    [`scrolling ${rows} rows, memory more, MB`, (memory - before) / 1_000_000, 20],
  ];
}

/** One order, from the press on its row until its stages stand there. */
async function reading(browser: SlowBrowser, url: string): Promise<Figure[]> {
  const visitor = await browser.visitor();
  await visitor.page.goto(`${url}/orders`);
  await shownIn(visitor, '.orders-row');
  await visitor.page.waitForTimeout(1_000);
  const ms: number = await visitor.page.evaluate(FIRST_ROW('.orders-link', '.order-agenda'));
  await visitor.close();
  return [['an order, after the press on its row', ms, 500 + FIRST_ROWS_MS]];
}

async function measure({ url, token }: ReadingApi, { times, rows }: Readonly<Record<'times' | 'rows', number>>): Promise<Figure[]> {
  const browser = await openSlowBrowser(url, token);
  try {
    return [
      ...(await opening(browser, url, times)),
      ...(await acting(browser, url)),
      ...(await scrolling(browser, url, rows)),
      ...(await reading(browser, url)),
    ];
  } finally {
    await browser.close();
  }
}

/**
 * `npm run bench:pages` (bench/RESULTS.md): how long the console's pages take on an old device, in a shop with years behind it. Figures, never a
 * verdict: the machine has a say in them. Answers the exit code.
 */
async function main(args: string[]): Promise<number> {
  if (CHROMIUM === undefined) {
    console.log(NO_CHROMIUM);
    return process.env['BROWSER_TESTS'] === 'required' ? 1 : 0;
  }
  const { orders, streams, ...how } = readNumbers(args, DEFAULTS, [], ['orders', 'times']).numbers;
  await withYears(orders, join(PROJECT_ROOT, 'dist', 'web'), async ({ api, databaseUrl, sql }) => {
    const { moreMegabytes, heardP99Ms } = await measureStreams(databaseUrl, sql, streams);
    const figures: Figure[] = [
      ...(await measure(api, how)),
      [`${streams} open streams, memory more, MB`, moreMegabytes, 150],
      [`${streams} open streams, an act is heard, p99`, heardP99Ms, 2_000],
    ];
    const rows = figures.map(([what, value, aim]): Cell[] => [what, value, aim, value <= aim ? 'met' : 'missed']);
    console.log(tableOf(['page', 'measured', 'wanted at most', ''], rows));
  });
  return 0;
}

runToEnd(main(process.argv.slice(2)));
