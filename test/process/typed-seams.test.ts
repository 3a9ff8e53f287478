import { createDraft } from '../../workflows/process/draft';
import type { HumanTaskOptions } from '../../workflows/process/human-task';

// What the compiler refuses stands behind @ts-expect-error: where a seam is open again, the type check fails on the line.

test('an event says what its kind says, and nothing is recorded under a name that nobody knows', () => {
  const { event, take } = createDraft({
    process: { id: 'p', kind: 'bell', number: 'p', storeId: 'main', aboutOrder: null, parentId: null, openedAt: 0 },
    now: () => 0,
    standing: () => ({ state: 'hanging', overlays: [], dueAt: null, closedAt: null }),
  });
  event('task.reminded', { task: 'p-1', kind: 'repair' });
  // @ts-expect-error a reminder is one of a task
  event('task.reminded', { kind: 'repair' });
  // @ts-expect-error a reminder has no rung
  event('task.reminded', { task: 'p-1', kind: 'repair', rung: 1 });
  // @ts-expect-error a payment is an amount
  event('payment.received', { amount: 300, method: 'cash' });
  // @ts-expect-error nothing happens under this name
  event('task.forgotten', { task: 'p-1' });
  expect(take(1).events).toHaveLength(5);
});

test('a task is about what its kind is about', () => {
  const repairs: HumanTaskOptions<'repair'>[] = [
    { context: { what: 'record-refused', actions: [], code: '22003', workflow: 'order/1', revision: 3 } },
    // @ts-expect-error what is refused has a code
    { context: { what: 'record-refused', actions: [], workflow: 'order/1', revision: 3 } },
    // @ts-expect-error nothing is repaired by baking
    { context: { what: 'record-refused', actions: ['bake'], code: '22003', workflow: 'order/1', revision: 3 } },
  ];
  const refunds: HumanTaskOptions<'refund'>[] = [
    { context: { refundFen: 300, why: 'cancellation' } },
    // @ts-expect-error a refund is an amount and its debt
    { context: { amountFen: 300, why: 'cancellation' } },
  ];
  // @ts-expect-error what has no context needs none
  const offers: HumanTaskOptions<'offer-alternative'>[] = [{ context: { draft: 1 } }];
  expect([repairs.length, refunds.length, offers.length]).toEqual([3, 2, 1]);
});
