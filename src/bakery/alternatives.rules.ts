import type { FieldError } from '../base/faults';
import type { OrderedLine, SwappedOrder } from '../orders/lines.rules';

/** BAK-60. What a customer may choose instead when an ingredient runs short, in both languages. */
export const ALTERNATIVES = {
  'other-flavour': { zh: '换一种口味', en: 'another flavour' },
  'other-filling': { zh: '换一种夹心或装饰', en: 'another filling or decoration' },
  'other-product': { zh: '换一款同价产品', en: 'another product of the same price' },
  'later-date': { zh: '推迟交付，等原料到货', en: 'a later delivery, when the ingredient is here' },
} as const;

export type Alternative = keyof typeof ALTERNATIVES;
export const ALTERNATIVE_IDS = Object.keys(ALTERNATIVES) as [Alternative, ...Alternative[]];

/**
 * BAK-60. What keeps a change from being the swap that a shortage offers: another flavour, filling or product in the same number and size,
 * or a later hour, and never at an extra charge. Pointers of a change request; empty when it is such a swap.
 */
export function swapFaults(before: SwappedOrder, after: SwappedOrder): FieldError[] {
  const faults: SwapFault[] = [];
  const only = 'no-part-of-swap';
  for (const part of ['occasion', 'urgency'] as const) if (before[part] !== after[part]) faults.push([`/patch/${part}`, only]);
  if (before.method !== after.method) faults.push(['/patch/delivery/method', only]);
  if (after.deliveryAt < before.deliveryAt) faults.push(['/patch/deliveryAt', 'swap-only-later']);
  if (before.lines.length !== after.lines.length) faults.push(['/patch/lines', only]);
  else after.lines.forEach((line, n) => faults.push(...lineFaults(before.lines[n], line, `/patch/lines/${n}`)));
  if (after.totalFen > before.totalFen) faults.push(['/patch/lines', 'swap-costs-no-more']);
  return faults.map(([pointer, code]) => ({ pointer, code, rule: 'BAK-60' }));
}

type SwapFault = readonly [pointer: string, code: 'no-part-of-swap' | 'swap-only-later' | 'swap-costs-no-more' | 'swap-leaves-it'];
function lineFaults(before: OrderedLine | undefined, after: OrderedLine, at: string): SwapFault[] {
  if (!before) return [];
  const faults: SwapFault[] = [];
  const stays = 'swap-leaves-it';
  if (before.quantity !== after.quantity) faults.push([`${at}/quantity`, stays]);
  // another product comes in sizes of its own
  if (before.product === after.product && before.size !== after.size) faults.push([`${at}/size`, stays]);
  if ([...before.requirements].sort().join() !== [...after.requirements].sort().join())
    faults.push([`${at}/requirements`, 'swap-leaves-it']);
  if (after.unitPriceFen > before.unitPriceFen) faults.push([`${at}/unitPriceFen`, 'swap-costs-no-more']);
  return faults;
}
