import { chromium, type Browser, type CDPSession, type Page } from 'playwright-core';
import { CHROMIUM } from './chromium';

/** A till of some years, on the network of a shop: a quarter of this processor, 10 Mbit/s, 40 ms away. */
const SLOWER = 4;
const BYTES_PER_SECOND = 10_000_000 / 8;
const LATENCY_MS = 40;
const SCREEN = { width: 1440, height: 900 };

/** What the browser has seen of a page, as it counts it itself: milliseconds, layout shift without unit. */
export interface Seen {
  readonly lcpMs: number;
  readonly cls: number;
  /** From a press or a stroke until the page showed it; the browser tells them in steps of 8 ms. */
  readonly interactionsMs: readonly number[];
  /** Tasks that held the page up for more than 50 ms. */
  readonly longTasksMs: readonly number[];
}

/** Counts from the first moment of every page. Plain text: it runs in the page. */
const COUNT = `
  window.seen = { lcpMs: 0, cls: 0, interactionsMs: [], longTasksMs: [] };
  const watch = (type, each, more) => new PerformanceObserver((list) => list.getEntries().forEach(each)).observe({ type, buffered: true, ...more });
  watch('largest-contentful-paint', (entry) => { window.seen.lcpMs = entry.startTime; });
  watch('layout-shift', (entry) => { if (!entry.hadRecentInput) window.seen.cls += entry.value; });
  watch('event', (entry) => { if (entry.interactionId) window.seen.interactionsMs.push(entry.duration); }, { durationThreshold: 16 });
  watch('longtask', (entry) => window.seen.longTasksMs.push(entry.duration));
`;

/** Somebody at such a device, signed in. */
export interface SlowVisitor {
  readonly page: Page;
  readonly tools: CDPSession;
  seen(): Promise<Seen>;
  /** Bytes of script memory once what is not needed was thrown away. */
  memory(): Promise<number>;
  close(): Promise<void>;
}

export interface SlowBrowser {
  /** A device that has never been there; its cache is its own. */
  visitor(): Promise<SlowVisitor>;
  close(): Promise<void>;
}

/** @throws where there is no Chromium. */
export async function openSlowBrowser(url: string, token: string): Promise<SlowBrowser> {
  const browser: Browser = await chromium.launch({ executablePath: CHROMIUM!, args: ['--no-sandbox', '--disable-gpu'] });
  return {
    async visitor() {
      const context = await browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', viewport: SCREEN });
      await context.addCookies([{ name: 'sid', value: token, url }]);
      const page = await context.newPage();
      await page.addInitScript(COUNT);
      const tools = await context.newCDPSession(page);
      await tools.send('Network.enable');
      await tools.send('Network.emulateNetworkConditions', {
        offline: false,
        latency: LATENCY_MS,
        downloadThroughput: BYTES_PER_SECOND,
        uploadThroughput: BYTES_PER_SECOND,
      });
      await tools.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
      return {
        page,
        tools,
        seen: () => page.evaluate('window.seen'),
        async memory() {
          await tools.send('HeapProfiler.collectGarbage');
          return page.evaluate('performance.memory.usedJSHeapSize');
        },
        close: () => context.close(),
      };
    },
    close: () => browser.close(),
  };
}
