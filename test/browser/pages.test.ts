import type { Page } from 'playwright-core';
import type { CONSOLE_PAGES } from '../../src/process/me/pages.rules';
import { barriers, fits, until, type Visitor } from '../support/browser';
import { inConsole, TEST_MS } from '../support/console-shop';

type ConsolePage = (typeof CONSOLE_PAGES)[number];

/** Every page of the console, as an address of an order's shop, and who goes there. A page that is not here does not compile. */
const PAGES = {
  '/': () => ['store-manager', '/'],
  '/tasks': () => ['production-supervisor', '/tasks'],
  '/orders': () => ['sales-consultant', '/orders'],
  '/orders/new': () => ['sales-consultant', '/orders/new'],
  '/orders/:number': (order) => ['sales-consultant', `/orders/${order}`],
  '/kitchen': () => ['baker', '/kitchen'],
  '/deliveries': () => ['delivery-staff', '/deliveries'],
  '/day': () => ['production-supervisor', '/day'],
  '/board': () => ['store-manager', '/board'],
  '/week': () => ['production-supervisor', '/week'],
  '/approvals': () => ['store-manager', '/approvals'],
  '/late': () => ['store-manager', '/late'],
  '/money': () => ['finance', '/money'],
  '/reports': () => ['store-manager', '/reports'],
  '/reports/:figure': () => ['store-manager', '/reports/on-time'],
  '/settings': () => ['store-manager', '/settings'],
  '/settings/:setting': () => ['store-manager', '/settings/store'],
} as const satisfies Record<ConsolePage, (order: string) => readonly [login: string, path: string]>;

const WIDTHS = [360, 768, 1440] as const;

inConsole('every page of the console', (its) => {
  let order: string;
  beforeAll(async () => {
    order = await its.takes(3);
    await its.people.task(order, 'feasibility-review');
  }, TEST_MS);

  /** Waits until the page has said what it has to say. */
  const settled = async ({ page }: Visitor): Promise<void> => {
    await page.locator('h1').first().waitFor();
    await page.waitForLoadState('domcontentloaded');
    await until('what it reads', () => page.evaluate(IS_QUIET));
  };

  /** What bars somebody's way at each width. */
  async function barredAt(visitor: Visitor): Promise<unknown[]> {
    const found: unknown[] = [];
    for (const width of WIDTHS) {
      await visitor.page.setViewportSize({ width, height: 900 });
      if (!(await fits(visitor.page))) found.push([width, 'is larger than the device', await visitor.page.evaluate(STANDS_OUT)]);
      found.push(...(await barriers(visitor.page)).map((barrier) => [width, barrier]));
    }
    return [...found, ...visitor.complaints];
  }

  describe.each(['zh-CN', 'en-GB'] as const)('in %s', (language) => {
    test.each(Object.keys(PAGES) as ConsolePage[])(
      '%s is for everybody: nothing bars the way at 360, 768 and 1440 pixels, and the policy has nothing to say',
      async (name) => {
        const [login, path] = PAGES[name](order);
        const visitor = await its.browser.signedIn(login, path, { language });
        await settled(visitor);
        expect(await barredAt(visitor)).toEqual([]);
        await visitor.context.close();
      },
      TEST_MS,
    );
  });

  test(
    'so is every part of the settings that a store manager has',
    async () => {
      const visitor = await its.browser.signedIn('store-manager', '/settings');
      const { page } = visitor;
      await settled(visitor);
      const parts = await page.locator('.settings-list a').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
      expect(parts.length).toBeGreaterThan(10);
      const barred: unknown[] = [];
      for (const part of parts) {
        await page.goto(its.shop.apiUrl + part);
        await settled(visitor);
        barred.push(...(await barredAt(visitor)).map((one) => [part, one]));
      }
      expect(barred).toEqual([]);
    },
    TEST_MS,
  );

  test.each(Object.keys(PAGES) as ConsolePage[])(
    '%s is gone through by keyboard: past the menu at one press, and what has the focus is seen',
    async (name) => {
      const [login, path] = PAGES[name](order);
      const visitor = await its.browser.signedIn(login, path);
      const { page } = visitor;
      await settled(visitor);
      await page.evaluate('document.activeElement.blur()');
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className')).toBe('skip');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('document.activeElement.id')).toBe('content');
      expect(await unseen(page)).toEqual([]);
      await visitor.context.close();
    },
    TEST_MS,
  );

  /** Goes on by Tab; what had the focus without showing it, or out of sight. */
  async function unseen(page: Page): Promise<unknown[]> {
    const found: unknown[] = [];
    for (let press = 0; press < 25; press++) {
      await page.keyboard.press('Tab');
      const wrong: unknown = await page.evaluate(FOCUS_UNSEEN);
      if (wrong !== null) found.push(wrong);
    }
    return found;
  }
});

/** What stands out over the device's edges. */
const STANDS_OUT = `[...document.querySelectorAll('body *')].flatMap((one) => {
  const { right, bottom } = one.getBoundingClientRect();
  return right > innerWidth + 1 || bottom > innerHeight + 1 ? [one.tagName + '.' + one.className + ' ' + Math.round(right) + '×' + Math.round(bottom)] : [];
}).slice(0, 8)`;

/** Nothing is being read any more. */
const IS_QUIET = `document.querySelector('[aria-busy=true], .skeleton') === null`;

/** What has the focus, where it cannot be seen that it has: in the page's own words, null where all is well or the focus has left the page. */
const FOCUS_UNSEEN = `(() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const shows = (element) => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none';
  };
  const around = [at, at.parentElement, at.parentElement?.parentElement, at.closest('label')].filter(Boolean);
  const { top, bottom } = at.getBoundingClientRect();
  const isInSight = bottom > 0 && top < innerHeight;
  return around.some(shows) && isInSight ? null : at.outerHTML.slice(0, 160);
})()`;
