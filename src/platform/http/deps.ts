import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Db } from '../db/client';
import type { ShopClock } from '../../base/clock';
import type { PhotoStore } from '../files/photo-store';

/** What the API of any house needs from outside; the floors above ask for more. */
export interface ApiDeps {
  readonly db: Db;
  readonly photos: PhotoStore;
  readonly clock: ShopClock;
  /** Real time in epoch ms; shop time is made from it with `clock`. */
  readonly realNow: () => number;
  readonly log: Logger;
  readonly metrics: Registry;
  readonly settings: ApiSettings;
  /** Aborted when the API stops: what goes on for long ends then. */
  readonly stopping: AbortSignal;
}

export interface ApiSettings {
  /** Which Levain this is, by `package.json`. */
  readonly version: string;
  /** Where customers reach this shop; the start of every link. No slash at the end. */
  readonly publicUrl: string;
  /** Signs customer and supplier links and cursors. */
  readonly secret: string;
  /** Temporal UI, for `workflow.url`. No slash at the end; null when nobody said where it is. */
  readonly temporalUiUrl: string | null;
  readonly temporalNamespace: string;
  /** Proxies in front whose X-Forwarded-For is believed. */
  readonly trustProxy: number;
  /** BAK-22. How far ahead a delivery may be promised, in days of 24 hours. */
  readonly orderAheadDays: number;
  readonly limits: ApiLimits;
}

/** Requests each address may make; a test sets its own. */
export interface ApiLimits {
  /** Failed sign-ins in five minutes for one login from one address. */
  readonly failedSignIns: number;
  /** Failed sign-ins in five minutes for one login from all addresses at which nobody has signed in with it. */
  readonly failedSignInsPerLogin: number;
  /** Failed sign-ins in five minutes from one address. */
  readonly failedSignInsPerAddress: number;
  /** Calls by link in a minute from one address. */
  readonly linkCalls: number;
}
export const DEFAULT_LIMITS: ApiLimits = { failedSignIns: 10, failedSignInsPerLogin: 30, failedSignInsPerAddress: 100, linkCalls: 240 };
