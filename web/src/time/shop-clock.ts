/** Shop time in the browser: the API's instant and rate, carried on by this device's own clock. */
interface Reading {
  /** Shop time then, epoch ms. */
  readonly shop: number;
  /** This device's clock then, epoch ms. Its offset does not matter, and it goes on while the device sleeps. */
  readonly device: number;
  /** Shop seconds per real second. */
  readonly rate: number;
}

let reading: Reading = { shop: Date.now(), device: Date.now(), rate: 1 };

/** Sets the clock by what the API has just said. */
export function setShopClock({ now, rate }: { readonly now: string; readonly rate: number }): void {
  reading = { shop: Date.parse(now), device: Date.now(), rate };
}

/** Shop time now, epoch ms. */
export const shopNow = (): number => reading.shop + (Date.now() - reading.device) * reading.rate;
