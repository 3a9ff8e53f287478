/**
 * The shop clock. Demo, training and tests need to see thirteen days go by, so a shop may run faster than the world.
 * At rate 1 it is the identity. All instants are epoch milliseconds.
 */
export interface ShopClock {
  /** The real instant at which shop time and real time agree. */
  readonly originMs: number;
  /** Shop seconds per real second; 1 in production. */
  readonly rate: number;
}

/** A shop that keeps the world's time. */
export const REAL_TIME: ShopClock = { originMs: 0, rate: 1 };

/** Shop time of a real instant. */
export const shopTime = (clock: ShopClock, realMs: number): number => Math.round(clock.originMs + (realMs - clock.originMs) * clock.rate);

/** The real milliseconds that pass while `shopMs` pass in the shop; never negative, rounded up so that a timer is never early. */
export const realDuration = (clock: ShopClock, shopMs: number): number => Math.max(0, Math.ceil(shopMs / clock.rate));
