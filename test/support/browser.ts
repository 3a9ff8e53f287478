import AxeBuilder from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { CHROMIUM, NO_CHROMIUM } from '../../bench/pages/chromium';
import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import { pause } from '../../src/demo/shop-client';

/** Tests that need a browser. Where there is none they say so; `BROWSER_TESTS=required` (CI) has them fail instead. */
export function inBrowser(title: string, tests: () => void): void {
  if (CHROMIUM !== undefined) return describe(title, tests);
  if (process.env['BROWSER_TESTS'] === 'required') {
    return void test(title, () => {
      throw new Error(NO_CHROMIUM);
    });
  }
  describe.skip(`${title} (no Chromium here: install the package chromium, or name one in CHROMIUM)`, tests);
}

/** How somebody looks at the console. */
export interface Look {
  readonly language?: 'zh-CN' | 'en-GB';
  readonly zone?: string;
  readonly width?: number;
}

/** Somebody at a device of theirs. */
export interface Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the browser complained of: violations of the page's policy, and errors nobody caught. */
  readonly complaints: string[];
}

/** One browser for a test file. */
export interface TestBrowser {
  /** Opens a page of the console as nobody yet. */
  visit(path: string, look?: Look): Promise<Visitor>;
  /** Opens it and signs in. */
  signedIn(login: string, path: string, look?: Look): Promise<Visitor>;
  close(): Promise<void>;
}

/** How long a page may take for what it was asked; the tests of a whole suite share two cores. */
const PATIENCE_MS = 20_000;

export async function openBrowser(apiUrl: string): Promise<TestBrowser> {
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-gpu', '--disable-quic'] });

  async function visit(path: string, { language = 'zh-CN', zone = 'Asia/Shanghai', width = 1440 }: Look = {}): Promise<Visitor> {
    const phone = width < 700;
    const context = await browser.newContext({
      locale: language,
      timezoneId: zone,
      viewport: { width, height: phone ? 800 : 900 },
      hasTouch: phone,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const complaints: string[] = [];
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (message) => {
      // a refused or unanswered request is told by the browser as well; the page says it in its own words
      if (message.type() === 'error' && !/Failed to load resource|ERR_/.test(message.text())) complaints.push(message.text());
    });
    await page.goto(apiUrl + path);
    return { page, context, complaints };
  }

  return {
    visit,
    async signedIn(login, path, look) {
      const visitor = await visit(path, look);
      await signIn(visitor.page, login);
      return visitor;
    },
    close: () => browser.close(),
  };
}

/** Fills in the form that stands there. */
export async function signIn(page: Page, login: string): Promise<void> {
  await page.locator('input[name=username]').fill(login);
  await page.locator('input[name=password]').fill(DEMO_PASSWORD);
  await page.locator('input[name=password]').press('Enter');
  await page.locator('input[name=password]').waitFor({ state: 'detached' });
}

/** Looks again until the page is as wanted: the page's policy refuses the functions that playwright would wait with. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`waited ${PATIENCE_MS / 1000} s for ${what}`);
    await pause(50);
  }
}

/** Serious and critical faults of accessibility, WCAG 2.2 AA: rule and element. */
export async function barriers(page: Page): Promise<string[]> {
  const found = await page.evaluate(async (source) => {
    // as a script of the test's own: the page's policy lets none in
    const axe = (0, eval)(`${source}; axe`) as typeof AxeBuilder;
    const { violations } = await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] });
    return violations.map(({ id, impact, nodes }) => ({ id, impact, at: nodes.map(({ html }) => html.slice(0, 120)) }));
  }, AxeBuilder.source);
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, at }) => `${id}: ${at.join(' | ')}`);
}

/** Whether a page is as wide and as high as the device: its parts scroll, and nothing must be reached by pushing the whole of it. */
export const fits = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = document.documentElement;
    return scrollWidth <= clientWidth && scrollHeight <= clientHeight;
  });
