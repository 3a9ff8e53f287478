import type { OrderInput } from '../../src/contracts/order';
import type { Self } from './self';

/** What holds human tasks: an order, or the repair of one. */
export type TaskHolder = Pick<Self, 'now' | 'wheel' | 'recorder' | 'tasks' | 'taskCount' | 'exceptions'> & {
  readonly rules: Pick<Self['rules'], 'nextRung'>;
  /** Its tasks are numbered after this. */
  readonly input: Pick<OrderInput, 'number'>;
};
