import type { Restarter } from '../src/orders/ports.messages';
import type { Restarted, RestartOrder } from '../src/orders/repair.messages';

export interface RepairDeps {
  readonly restarter: Restarter;
}

export const createRepairActivities = ({ restarter }: RepairDeps) => ({
  /** Starts a lost order again from its record. A repeat finds it running and starts nothing. */
  restartOrder(request: RestartOrder): Promise<Restarted> {
    return restarter.restart(request);
  },
});
