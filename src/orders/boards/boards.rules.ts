import { MINUTE_MS } from '../../base/rule';
import type { OrderState } from '../order-state.rules';

/** A board is one day's work, read whole: beyond so many orders it says that there are more. */
export const MOST_ON_BOARD = 300;

/** What was done so long ago still stands on a kitchen's board, so that whoever did it by mistake sees it. */
export const DONE_SHOWN_MS = 30 * MINUTE_MS;
/** No more of it is shown. */
export const MOST_DONE = 50;

/** The columns of the board of stages, and the states whose orders stand in each (BAK-94). What is delivered or over stands nowhere. */
export const STAGE_COLUMNS = {
  intake: ['draft', 'awaiting-design', 'feasibility-review', 'awaiting-deposit'],
  materials: ['materials'],
  making: ['making', 'decoration'],
  finishing: ['final-check', 'packing'],
  delivery: ['ready', 'out-for-delivery'],
} as const satisfies Record<string, readonly OrderState[]>;
export type StageColumn = keyof typeof STAGE_COLUMNS;
export const STAGE_COLUMN_IDS = Object.keys(STAGE_COLUMNS) as StageColumn[];

/** So many orders of each column are shown, the next to be delivered first; all are counted. */
export const MOST_IN_COLUMN = 50;

/** What has passed of an order that is not handed over: the hour promised to its customer, or the hour at which it was to leave. */
export const LATENESS = ['promise', 'departure'] as const;
export type Lateness = (typeof LATENESS)[number];

/** Whether an order is late at shop time `now`; null for one that is not, or that has arrived. Instants are epoch ms. */
export function latenessOf(
  order: { readonly state: OrderState; readonly deliveryAt: number; readonly deliveredAt: number | null },
  leaveBy: number | null,
  now: number,
): Lateness | null {
  if (order.deliveredAt !== null) return null;
  if (order.deliveryAt < now) return 'promise';
  return leaveBy !== null && leaveBy < now && order.state !== 'out-for-delivery' ? 'departure' : null;
}

/** How many pieces of one product in one size. */
export interface Pieces {
  readonly product: string;
  readonly size: string | null;
  readonly quantity: number;
}

/** All that is to be made of some orders, the most of one thing first. */
export function totalsOf(lines: readonly { readonly product: string; readonly size?: string; readonly quantity: number }[]): Pieces[] {
  const sums = new Map<string, Pieces>();
  for (const { product, size = null, quantity } of lines) {
    const key = `${product} ${size ?? ''}`;
    sums.set(key, { product, size, quantity: (sums.get(key)?.quantity ?? 0) + quantity });
  }
  return [...sums.values()].sort((a, b) => b.quantity - a.quantity || a.product.localeCompare(b.product, 'en'));
}
