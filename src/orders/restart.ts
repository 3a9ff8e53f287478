import type { Client } from '@temporalio/client';
import type { OrderInput } from './order.messages';
import type { Restarter } from './ports.messages';
import type { RestartOrder } from './repair.messages';
import { launchOrder, TAKEN_UP_AFTER } from './launch';
import { standingOf } from './loss';

interface RestarterDeps {
  readonly client: Client;
  /** Closes the record to the lost run and reads it. @throws for an order that this program cannot start. */
  readonly takeUp: (request: RestartOrder) => Promise<OrderInput>;
  /** Somebody else has brought the order back: it is lost no more. */
  readonly found: (number: string) => Promise<void>;
}

/** Starts lost orders again. Never beside a run that lives: the record would be closed to it. */
export const createRestarter = ({ client, takeUp, found }: RestarterDeps): Restarter => ({
  async restart(request) {
    const { number, after } = request;
    const { loss, memo } = await standingOf(client, number);
    if (loss !== null) await launchOrder(client, await takeUp(request));
    // this request may have started it before; the new run's first batch says that it lives, and withdraws what nobody can answer
    if (loss !== null || memo[TAKEN_UP_AFTER] === after) return 'restarted';
    await found(number);
    return 'alive';
  },
});
