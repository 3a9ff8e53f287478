import type { FieldError } from './errors';
import type { DecidingLine } from './order-lines';

/** BAK-60. What a customer may choose instead when an ingredient runs short, in both languages. */
export const ALTERNATIVES = {
  'other-flavour': { zh: '换一种口味', en: 'another flavour' },
  'other-filling': { zh: '换一种夹心或装饰', en: 'another filling or decoration' },
  'other-product': { zh: '换一款同价产品', en: 'another product of the same price' },
  'later-date': { zh: '推迟交付，等原料到货', en: 'a later delivery, when the ingredient is here' },
} as const;

export type Alternative = keyof typeof ALTERNATIVES;
export const ALTERNATIVE_IDS = Object.keys(ALTERNATIVES) as [Alternative, ...Alternative[]];

/** The part of an order that a swap is judged by; `size` where the words are known. */
interface SwappedOrder {
  readonly lines: readonly (DecidingLine & { readonly size?: string | undefined })[];
  readonly occasion: string;
  readonly urgency: string;
  readonly method: string;
  readonly deliveryAt: number;
  readonly totalFen: number;
}

/**
 * BAK-60. What keeps a change from being the swap that a shortage offers: another flavour, filling or product in the same number and size,
 * or a later hour, and never at an extra charge. Pointers of a change request; empty when it is such a swap.
 */
export function swapFaults(before: SwappedOrder, after: SwappedOrder): FieldError[] {
  const faults: [pointer: string, detail: string][] = [];
  const only = 'is no part of the swap that a shortage offers (BAK-60); ask for it as a change of its own';
  for (const part of ['occasion', 'urgency'] as const) if (before[part] !== after[part]) faults.push([`/patch/${part}`, only]);
  if (before.method !== after.method) faults.push(['/patch/delivery/method', only]);
  if (after.deliveryAt < before.deliveryAt) faults.push(['/patch/deliveryAt', 'may only be later because of a shortage (BAK-60)']);
  if (before.lines.length !== after.lines.length) faults.push(['/patch/lines', only]);
  else after.lines.forEach((line, n) => faults.push(...lineFaults(before.lines[n], line, `/patch/lines/${n}`)));
  if (after.totalFen > before.totalFen) faults.push(['/patch/lines', 'must not cost more than before: the shortage is ours (BAK-60)']);
  return faults.map(([pointer, detail]) => ({ pointer, detail }));
}

type Line = SwappedOrder['lines'][number];
function lineFaults(before: Line | undefined, after: Line, at: string): [pointer: string, detail: string][] {
  if (!before) return [];
  const faults: [string, string][] = [];
  const stays = 'stays as it is when an ingredient is swapped (BAK-60)';
  if (before.quantity !== after.quantity) faults.push([`${at}/quantity`, stays]);
  // another product comes in sizes of its own
  if (before.product === after.product && before.size !== after.size) faults.push([`${at}/size`, stays]);
  if ([...before.requirements].sort().join() !== [...after.requirements].sort().join())
    faults.push([`${at}/requirements`, 'are the customer’s needs and stay as they are (BAK-60)']);
  if (after.unitPriceFen > before.unitPriceFen) faults.push([`${at}/unitPriceFen`, 'must not rise: the shortage is ours (BAK-60)']);
  return faults;
}
