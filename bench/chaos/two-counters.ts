import { randomUUID } from 'node:crypto';
import { CallRefused, createShopClient, pause, type CallOptions, type ShopClient, type Try } from '../../src/demo/shop-client';
import { APIS, type ApiName } from './faults';
import { orderOfLink } from './oracle/traces';

export interface TwoCountersOptions {
  readonly urls: Readonly<Record<ApiName, string>>;
  readonly password: string;
  /** Told of every try. */
  readonly heard: (attempt: Try, api: ApiName) => void;
  /** Real milliseconds a caller goes on asking. */
  readonly patienceMs: number;
  /** Awaited before a write about an order that was not answered is asked again. */
  readonly beforeAskingAgain: (order: string) => Promise<void>;
}

export interface TwoCounters {
  readonly shop: ShopClient;
  /** Writes that began at one API while another about the same order was under way at the other one. */
  readonly meetings: () => number;
}

const PAUSE_MS = 250;

/**
 * The shop behind two APIs: calls go to them by turns, so that two at once meet at different ones, and what one of them does not answer is
 * asked again, under the same key, at the other.
 */
export function twoCounters({ urls, password, heard, patienceMs, beforeAskingAgain }: TwoCountersOptions): TwoCounters {
  // no patience of their own: the next try is another API's
  const clients = APIS.map((api) => createShopClient(urls[api], password, (attempt) => heard(attempt, api), 0));
  const underWay = createUnderWay();
  let turn = 0;

  async function ask<T>(what: string, subject: string | null, send: (shop: ShopClient) => Promise<T>): Promise<T> {
    const until = Date.now() + patienceMs;
    for (let side = (turn += 1); ; side += 1) {
      const leave = subject === null ? () => undefined : underWay.enter(subject, side % APIS.length);
      try {
        return await send(clients[side % APIS.length]!);
      } catch (error) {
        if (error instanceof CallRefused) throw error;
        if (Date.now() > until) throw new Error(`${what} was not answered in ${patienceMs / 1000} s`, { cause: error });
      } finally {
        leave();
      }
      await pause(PAUSE_MS);
      if (subject !== null) await beforeAskingAgain(subject);
    }
  }
  const keyed = <O extends CallOptions>(options: O): O & { key: string } => ({ ...options, key: options.key ?? randomUUID() });

  return {
    meetings: () => underWay.meetings,
    shop: {
      get: (path, options) => ask(`GET ${path}`, null, (shop) => shop.get(path, options)),
      post(path, body, given = {}) {
        const options = keyed(given);
        return ask(`POST ${path}`, subjectOf(path, options.key), (shop) => shop.post(path, body, options));
      },
      photo(order, step, picture, given) {
        const options = keyed(given);
        return ask(`the photo ${step} of ${order}`, order, (shop) => shop.photo(order, step, picture, options));
      },
    },
  };
}

/** The order a write is about: that of its path, task or link; of one that is yet to be, the key that it comes under. */
function subjectOf(path: string, key: string): string {
  const link = /^\/links\/([\w.-]+)/.exec(path)?.[1];
  return link ? orderOfLink(link) : (/^\/(?:orders|tasks)\/(\w+)/.exec(path)?.[1] ?? key);
}

/** Counts writes about one thing that are under way at both APIs at once. */
function createUnderWay() {
  const now = new Map<string, number[]>();
  const counted = {
    meetings: 0,
    /** Answers how to leave. */
    enter(subject: string, side: number): () => void {
      const sides = now.get(subject) ?? [];
      if (sides.some((other) => other !== side)) counted.meetings += 1;
      now.set(subject, [...sides, side]);
      return () => {
        const left = now.get(subject)!;
        left.splice(left.indexOf(side), 1);
        if (left.length === 0) now.delete(subject);
      };
    },
  };
  return counted;
}
