import type { z } from 'zod';
import type { LinkChange } from './links.schema';
import type { ChangePatch } from '../order-acts.schema';
import { Lines } from '../order.schema';
import type { LineRecord, OrderRecord } from '../order-read.repository';
import { invalid, parse } from '../../platform/http/zod-problem';

type Asked = z.output<typeof LinkChange>['patch'];
type AskedLine = NonNullable<Asked['lines']>[number];

/** Prices of the order's lines of the same product and size; of those of the same flavour too, where there are such. */
function pricesLike({ product, size, flavour }: AskedLine, lines: readonly LineRecord[]): number[] {
  const same = lines.filter((line) => line.product === product && line.size === size);
  const exact = same.filter((line) => line.flavour === flavour);
  return (exact.length > 0 ? exact : same).map((line) => line.unitPriceFen);
}

/**
 * BAK-36. A customer changes what is ordered, never what it costs: each line keeps the price that its product and size have on the order.
 * @throws {Refusal} `invalid-request` for another price, and for what the order holds no price of.
 */
export function pricedByShop(order: Pick<OrderRecord, 'lines'>, { lines, ...rest }: Asked): ChangePatch {
  if (!lines) return rest;
  const offers = lines.map((line) => ({ line, prices: pricesLike(line, order.lines) }));
  const faults = offers.flatMap(({ line: { unitPriceFen }, prices }, n) => {
    if (prices.length > 0 && (unitPriceFen === undefined || prices.includes(unitPriceFen))) return [];
    const code = prices.length > 0 ? 'price-is-the-shops' : 'price-unknown';
    return [{ pointer: `/patch/lines/${n}/unitPriceFen`, code, rule: 'BAK-36' } as const];
  });
  if (faults.length > 0) throw invalid(faults);
  const priced = offers.map(({ line, prices }) => ({ ...line, unitPriceFen: line.unitPriceFen ?? Math.max(...prices) }));
  return { ...rest, lines: parse(Lines, priced, ['patch', 'lines']) };
}
