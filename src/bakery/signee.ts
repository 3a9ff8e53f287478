import type { OrderRecord } from '../orders/order-read.repository';
import type { FieldError } from '../base/faults';

/** Who signs, as an answer says. */
interface Signed {
  readonly signee: string;
  readonly signeeIsOther?: boolean;
}

/** How a name is written does not matter here: width, spaces, capitals. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

const isExpected = (signee: string, { delivery, customer }: Pick<OrderRecord, 'delivery' | 'customer'>): boolean =>
  plain(signee) === plain((delivery.recipient ?? customer).name);

/**
 * BAK-69. Before anybody departs the signee is typed and compared with the order's; a mismatch blocks the dispatch. Somebody else is written
 * on the order first. Names stay here: the order's workflow never hears them, and no refusal repeats one.
 */
export const dispatchFaults = (order: OrderRecord, { signee }: Signed): FieldError[] =>
  isExpected(signee, order) ? [] : [{ pointer: '/answer/signee', code: 'not-the-signee', rule: 'BAK-69' }];

/** BAK-69, BAK-75. At the door somebody else may sign, when the driver says so and why; both stand on record. */
export function handOverFaults(order: OrderRecord, { signee, signeeIsOther = false }: Signed): FieldError[] {
  const expected = isExpected(signee, order);
  if (expected !== signeeIsOther) return [];
  return expected
    ? [{ pointer: '/answer/signeeIsOther', code: 'is-the-signee', rule: 'BAK-69' }]
    : [
        {
          pointer: '/answer/signee',
          code: 'other-signee-unsaid',
          rule: 'BAK-69',
        },
      ];
}
