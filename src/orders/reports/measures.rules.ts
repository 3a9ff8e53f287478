/** What a figure is to reach, and its weight in the composite score, in per cent. */
interface Weighed {
  readonly weight: number;
}

/** BAK-84…87. By what a month of orders is measured. */
export interface Measures {
  /** In per cent of the orders that were due; an order is late once its promise has passed by more than the grace. */
  readonly onTime: Weighed & { readonly standard: number; readonly graceMs: number };
  /** In points of five. */
  readonly satisfaction: Weighed & { readonly standard: number };
  /** How long the first response to an exception may take. */
  readonly response: Weighed & { readonly limitMs: number };
}

/** What the weights are to total, in per cent. */
const WHOLE = 100;

/** BAK-87. @throws {Error} unless the weights total 100 %. */
export function assertWeights({ onTime, satisfaction, response }: Measures): void {
  const total = onTime.weight + satisfaction.weight + response.weight;
  if (total !== WHOLE) throw new Error(`BAK-87: the weights total ${String(total)} %, not 100 %.`);
}
