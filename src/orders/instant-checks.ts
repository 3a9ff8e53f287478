import type { OrderRecord } from './order-read.repository';
import type { TaskRecord } from '../process/tasks/task-read.repository';
import type { Fault, FieldError } from '../base/faults';
import { deliveries, happenings, instantFault, plans, promises, type InstantRange } from '../base/instants';
import { DAY_MS } from '../base/rule';
import type { Services } from '../process/services';
import { orderServices } from './services';
import { invalid } from '../platform/http/zod-problem';

/** What is said of an instant that lies before its range, and of one that lies after it. */
interface Sides {
  readonly early: Fault;
  readonly late: Fault;
}
const HAPPENING: Sides = { early: { code: 'before-intake' }, late: { code: 'in-the-future' } };
const PROMISE: Sides = { early: { code: 'in-the-past' }, late: { code: 'too-far-ahead', params: { days: 366 } } };
const PLAN: Sides = { early: { code: 'before-intake' }, late: { code: 'after-delivery' } };

function judge(pointer: string, at: number | null | undefined, range: InstantRange, { early, late }: Sides, rule?: string): FieldError[] {
  const fault = at === undefined || at === null ? null : instantFault(at, range);
  if (fault === null) return [];
  return [{ pointer, ...(fault === 'too-early' ? early : late), ...(rule ? { rule } : {}) }];
}

const assertNone = (faults: readonly FieldError[]): void => {
  if (faults.length > 0) throw invalid(faults);
};

/** BAK-22. What is wrong with a promised delivery; an instant that is not given is not judged. */
export const judgeDelivery = (pointer: string, at: number | undefined, now: number, aheadDays: number, rule = 'BAK-22'): FieldError[] =>
  judge(
    pointer,
    at,
    deliveries(now, aheadDays * DAY_MS),
    { early: { code: 'in-the-past' }, late: { code: 'too-far-ahead', params: { days: aheadDays } } },
    rule,
  );

/** What is told of an order as a fact: since its intake, and not in the future. @throws {Refusal} `invalid-request` at the pointer. */
export const assertHappened = (
  pointer: string,
  at: number | undefined,
  { intakeAt }: Pick<OrderRecord, 'intakeAt'>,
  now: number,
  rule?: string,
): void => assertNone(judge(pointer, at, happenings(intakeAt, now), HAPPENING, rule));

/** BAK-59. What is wrong with a supplier's promise; none is no fault. */
export const judgePromise = (pointer: string, at: number | null | undefined, now: number): FieldError[] =>
  judge(pointer, at, promises(now), PROMISE, 'BAK-59');

/** BAK-59. What a supplier promises, by link or by hand. @throws {Refusal} `invalid-request` at the pointer. */
export const assertPromise = (pointer: string, at: number | null | undefined, now: number): void =>
  assertNone(judgePromise(pointer, at, now));

/** BAK-24, BAK-29. What is wrong with an instant of a plan, which lies in its order's life; one that is not given is not judged. */
export const judgePlan = (
  pointer: string,
  at: number | undefined,
  { intakeAt, deliveryAt }: Pick<OrderRecord, 'intakeAt' | 'deliveryAt'>,
  rule: string,
): FieldError[] => judge(pointer, at, plans(intakeAt, deliveryAt), PLAN, rule);

/**
 * What is wrong with the instants of a task's answer, each by what it means. A task that has been answered is not judged again: the order
 * tells a repeat.
 */
export async function answerInstants(
  services: Services,
  task: TaskRecord,
  judged: (order: OrderRecord) => FieldError[],
): Promise<FieldError[]> {
  const order = task.state === 'open' && task.aboutOrder !== null ? await orderServices(services).orders.find(task.aboutOrder) : null;
  return order ? judged(order) : [];
}
