import { DAY_MS } from '../../src/base/rule';
import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import { createPeople, type People } from '../../src/demo/people';
import { createShopClient } from '../../src/demo/shop-client';
import { aCakeFor, wholeHour } from '../../src/demo/steps';
import { inBrowser, openBrowser, type TestBrowser } from './browser';
import { startShop, type TestShop } from './shop';

/** How long a test, or what stands up before it, may take. */
export const TEST_MS = 120_000;

/** What a test of the console has: a shop that runs, its people who act through the API, and a browser. They are there once the tests run. */
export interface ConsoleShop {
  readonly shop: TestShop;
  readonly people: People;
  readonly browser: TestBrowser;
  /** Takes an order of a cake that is promised in so many days; its number. `other` stands in place of the order's usual parts. */
  takes(days?: number, other?: object): Promise<string>;
}

/** Tests of the console in a browser, on a shop of their own. */
export function inConsole(title: string, tests: (its: ConsoleShop) => void): void {
  inBrowser(title, () => {
    const its = {
      async takes(days = 12, other = {}) {
        const body = { ...aCakeFor(wholeHour((await its.people.now()) + days * DAY_MS)), ...other };
        return (await its.people.shop.post<{ number: string }>('/orders', body, { as: 'sales-consultant' })).number;
      },
    } as { -readonly [K in keyof ConsoleShop]: ConsoleShop[K] };
    beforeAll(async () => {
      its.shop = await startShop();
      its.people = await createPeople(createShopClient(its.shop.apiUrl, DEMO_PASSWORD));
      its.browser = await openBrowser(its.shop.apiUrl);
    }, TEST_MS);
    afterAll(async () => {
      await its.browser.close();
      await its.shop.stop();
    }, TEST_MS);
    tests(its);
  });
}
