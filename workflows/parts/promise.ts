import type { Self } from './self';

/** BAK-22, BAK-39. Watches the promised hour from acceptance to delivery, wherever the order is; watched anew when the hour moves. */
export function watchPromise(self: Self): void {
  self.promise.silence();
  // the hour itself is still on time
  self.promise = { silence: self.wheel.set(self.facts.deliveryAt + 1, 'BAK-39 promised delivery hour', () => late(self)) };
}

/** BAK-39. Lateness does not cancel by itself: it opens the customer's option, and everybody hears of it. */
function late(self: Self): void {
  self.recorder.event('order.overdue', { deliveryAt: self.facts.deliveryAt }, { ruleId: 'BAK-39' });
  self.recorder.notice('customer', 'order-delayed', { type: 'overdue' }, { urgent: true, ruleId: 'BAK-39' });
  self.recorder.notice('role:sales-consultant', 'exception-reported', { type: 'overdue' }, { urgent: true, ruleId: 'BAK-39' });
}
