import type { Fault, FieldError } from '../base/faults';
import { totalOf } from '../base/money';
import type { Ordered, OrderedLine } from '../orders/lines.rules';
import type { OrderFacts } from '../orders/order.messages';
import { ALLERGENS, benchMinutes, EITHER_OR, KEPT_OUT, productOf, REQUIREMENTS } from './products.rules';

/** BAK-19…21, BAK-23. What is wrong with the lines, as pointers below `/lines`; empty when nothing is. */
export const lineFaults = (lines: readonly OrderedLine[]): FieldError[] =>
  lines.flatMap((line, index) =>
    faultsOf(line).map(([field, fault, rule]) => ({ pointer: `/lines/${index}/${field}`, ...fault, ...(rule && { rule }) })),
  );

const KNOWN_REQUIREMENTS: readonly string[] = REQUIREMENTS;
const KNOWN_ALLERGENS: readonly string[] = ALLERGENS;
const blank = (text: string | undefined): boolean => text === undefined || text.trim() === '';

type LineFault = readonly [field: string, fault: Fault, rule?: string];

function faultsOf(line: OrderedLine): LineFault[] {
  const faults: LineFault[] = [];
  const product = productOf(line.product);
  if (!product) faults.push(['product', { code: 'unknown-product' }, 'BAK-19']);
  if (!Number.isSafeInteger(line.quantity) || line.quantity < 1) faults.push(['quantity', { code: 'not-a-quantity' }, 'BAK-20']);
  if (line.requirements.length === 0) faults.push(['requirements', { code: 'requirements-unsaid' }, 'BAK-21']);
  if (line.requirements.includes('none') && line.requirements.length > 1) {
    faults.push(['requirements', { code: 'none-excludes-others' }, 'BAK-21']);
  }
  line.requirements.forEach((tag, n) => {
    if (!KNOWN_REQUIREMENTS.includes(tag)) faults.push([`requirements/${n}`, { code: 'unknown-requirement' }, 'BAK-21']);
  });
  faults.push(...contradictions(line));
  line.allergens.forEach((tag, n) => {
    if (!KNOWN_ALLERGENS.includes(tag)) faults.push([`allergens/${n}`, { code: 'not-one-of', params: { values: ALLERGENS } }]);
  });
  if (product?.flavourRequired && blank(line.flavour)) faults.push(['flavour', { code: 'required' }, 'BAK-23']);
  if (product?.sizeRequired && blank(line.size)) faults.push(['size', { code: 'required' }, 'BAK-23']);
  return faults;
}

/** BAK-21. A requirement that an allergen of the same line breaks, or that leaves open which of two was meant. */
function contradictions({ requirements, allergens }: OrderedLine): LineFault[] {
  const kept = REQUIREMENTS.filter((requirement) => requirements.includes(requirement)).flatMap((requirement) =>
    (KEPT_OUT[requirement] ?? [])
      .filter((allergen) => allergens.includes(allergen))
      .map((allergen): LineFault => [
        `allergens/${allergens.indexOf(allergen)}`,
        { code: 'contradicts-requirement', params: { requirement, allergen } },
        'BAK-21',
      ]),
  );
  const either = EITHER_OR.filter((pair) => pair.every((requirement) => requirements.includes(requirement)));
  return [...kept, ...either.map((pair): LineFault => ['requirements', { code: 'either-or', params: { requirements: pair } }, 'BAK-21'])];
}

/**
 * The facts of an order, flags and total derived from its lines: an order is decorated, fragile, high-risk or complex when one of its
 * products is (BAK-19); `complex` may also be asked for. Words are left out.
 */
export function factsFromLines(order: Ordered): OrderFacts {
  const products = order.lines.flatMap(({ product }) => productOf(product) ?? []);
  return {
    lines: order.lines.map(({ product, quantity, unitPriceFen, requirements, allergens }) => ({
      product,
      quantity,
      unitPriceFen,
      requirements,
      allergens,
    })),
    occasion: order.occasion,
    urgency: order.urgency,
    complex: order.complex || products.some((product) => product.complex),
    deliveryAt: order.deliveryAt,
    method: order.method,
    decoration: products.some((product) => product.decoration),
    fragile: products.some((product) => product.fragile),
    highRisk: products.some((product) => product.highRisk),
    totalFen: totalOf(order.lines),
    workMinutes: Object.entries<number>({ ...benchMinutes(order.lines) }).map(([work, minutes]) => ({ work, minutes })),
  };
}
