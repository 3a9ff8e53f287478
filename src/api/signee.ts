import type { FullAnswer } from '../contracts/tasks.schema';
import type { OrderRecord } from '../db/order-read.repository';
import type { Fault } from './zod-problem';

/** How a name is written does not matter here: width, spaces, capitals. */
const plain = (name: string): string => name.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();

const isExpected = (signee: string, { delivery, customer }: Pick<OrderRecord, 'delivery' | 'customer'>): boolean =>
  plain(signee) === plain((delivery.recipient ?? customer).name);

/**
 * BAK-69. Before anybody departs the signee is typed and compared with the order's; a mismatch blocks the dispatch. Somebody else is written
 * on the order first. Names stay here: the order's workflow never hears them, and no refusal repeats one.
 */
export const dispatchFaults = (order: OrderRecord, { signee }: FullAnswer<'dispatch-check'>): Fault[] =>
  isExpected(signee, order) ? [] : [{ pointer: '/answer/signee', detail: 'Is not the signee of this order', rule: 'BAK-69' }];

/** BAK-69, BAK-75. At the door somebody else may sign, when the driver says so and why; both stand on record. */
export function handOverFaults(order: OrderRecord, { signee, signeeIsOther = false }: FullAnswer<'hand-over'>): Fault[] {
  const expected = isExpected(signee, order);
  if (expected !== signeeIsOther) return [];
  return expected
    ? [{ pointer: '/answer/signeeIsOther', detail: 'It is the signee of this order who signs', rule: 'BAK-69' }]
    : [
        {
          pointer: '/answer/signee',
          detail: 'Is not the signee of this order; say signeeIsOther, and why, when somebody else signs',
          rule: 'BAK-69',
        },
      ];
}
