import type { Actor } from '../base/actor';
import type { ShopClock } from '../base/clock';
import type { WallClock } from '../base/rule';

export interface SourcingInput {
  readonly orderNumber: string;
  readonly storeId: string;
  readonly exceptionId: string;
  readonly item: string;
  readonly startedAt: number;
  readonly clock: ShopClock;
  /** Of an order that was taken up from its record: an earlier search recorded up to here at the most. */
  readonly after?: number;
  /** Hours the whole search may take (BAK-59). */
  readonly dueAt: number;
  /** The order's own number (BAK-03). */
  readonly nextRung: WallClock;
}
/** How a supplier is asked: by a letter with a link, or at its own service. */
export const ASKED_BY = ['email', 'http'] as const;
export type AskedBy = (typeof ASKED_BY)[number];

export interface SupplierChoice {
  readonly id: string;
  readonly channel: AskedBy;
  /** Shop minutes this supplier has to answer. */
  readonly limitMinutes: number;
}
export interface SupplierAnswer {
  readonly supplierId: string;
  readonly available: boolean;
  readonly promisedAt: number | null;
}
/** BAK-59. What the supervisor heard from a supplier by telephone or at the counter. */
export interface HandContact extends SupplierAnswer {
  readonly by: Actor;
}
export interface SourcingOutcome {
  readonly supplierId: string | null;
  readonly promisedAt: number | null;
  readonly asked: number;
}

/** BAK-59. One asked backup supplier. */
export interface SupplierContactRow {
  readonly id: string;
  readonly exceptionId: string;
  readonly supplierId: string;
  readonly askedAt: number;
  readonly answeredAt: number | null;
  readonly result: 'asked' | 'promised' | 'refused' | 'no-answer' | 'withdrawn' | 'failed';
  readonly promisedAt: number | null;
}
