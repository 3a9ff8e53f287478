import { useSyncExternalStore } from 'react';
import { shopNow } from './shop-clock';

/** Real milliseconds between two looks at the clock. One timer serves the whole page, and stops when nobody looks. */
const EVERY_MS = 1_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let now = shopNow();

function tick(): void {
  now = shopNow();
  for (const hear of listeners) hear();
}

function listen(hear: () => void): () => void {
  listeners.add(hear);
  if (timer === undefined) {
    now = shopNow();
    timer = setInterval(tick, EVERY_MS);
    document.addEventListener('visibilitychange', tick);
  }
  return () => {
    listeners.delete(hear);
    if (listeners.size > 0 || timer === undefined) return;
    clearInterval(timer);
    timer = undefined;
    document.removeEventListener('visibilitychange', tick);
  };
}

/**
 * Something that follows from shop time: drawn again only when it is another than a second ago, so that a list of a thousand rows whose
 * words change once a minute is drawn once a minute.
 */
export const useShopTime = <T extends string | number | boolean>(of: (now: number) => T): T => useSyncExternalStore(listen, () => of(now));
