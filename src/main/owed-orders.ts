import type { OrderInput } from '../orders/order.messages';

interface OwedOrdersDeps {
  /** Numbers of orders whose workflow is still owed, oldest first. */
  readonly numbers: (limit: number) => Promise<string[]>;
  /** What an order's workflow starts from; throws for an order that this program cannot start. */
  readonly inputOf: (number: string) => Promise<OrderInput>;
  readonly log: (message: string) => void;
}

/**
 * The orders the starter launches next. One that cannot be started here (a rulebook this program does not know) waits for a program that
 * can, and holds nobody up. It is told of once, by its number alone: the reason may quote its row.
 */
export function createOwedOrders({ numbers, inputOf, log }: OwedOrdersDeps): (limit: number) => Promise<OrderInput[]> {
  const told = new Set<string>();
  const tell = (number: string): void => {
    if (!told.has(number)) log(`order ${number} cannot be launched by this program and waits; the others go on`);
    told.add(number);
  };
  return async (limit) => {
    const owed = await numbers(limit + told.size); // those that wait stand in front
    const inputs = await Promise.allSettled(owed.map(inputOf));
    return inputs.flatMap((input, n) => {
      if (input.status === 'fulfilled') return [input.value];
      tell(owed[n] ?? '');
      return [];
    });
  };
}
