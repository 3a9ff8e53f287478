import type { DeliveryMethod, LineFacts, Occasion, Urgency } from './order.messages';

/** A line as it was ordered: what decides, and the words that make a recipe. */
export interface OrderedLine extends LineFacts {
  readonly flavour?: string | undefined;
  readonly size?: string | undefined;
}

/** What is ordered: the lines, and what is said beside them. */
export interface Ordered {
  readonly lines: readonly OrderedLine[];
  readonly occasion: Occasion;
  readonly urgency: Urgency;
  readonly complex: boolean;
  readonly deliveryAt: number;
  readonly method: DeliveryMethod;
}

/** BAK-60. The part of an order that a swap is judged by; the words of its lines where they are known. */
export interface SwappedOrder {
  readonly lines: readonly OrderedLine[];
  readonly occasion: string;
  readonly urgency: string;
  readonly method: string;
  readonly deliveryAt: number;
  readonly totalFen: number;
}

/**
 * Whether the words of the lines that make a recipe (flavour, size) differ. They are no part of the facts, so the preview of a change is
 * told by whoever holds both versions.
 */
export function recipeDiffers(before: readonly OrderedLine[], after: readonly OrderedLine[]): boolean {
  const words = (lines: readonly OrderedLine[]): string =>
    JSON.stringify(lines.map(({ product, flavour, size }) => [product, flavour ?? '', size ?? '']).sort());
  return words(before) !== words(after);
}
