import '../../src/bakery/bakery.chapter';
import { CancellationScope, continueAsNew, isCancellation } from '@temporalio/workflow';
import type { OrderEnd } from '../../src/orders/order.messages';
import { acceptOrder } from './acceptance';
import { askToCancel, mayBeCancelled, unwind } from './cancellation';
import { keepAgenda } from './changes';
import { deliver, settle } from './delivery';
import { collectDeposit } from './deposit';
import { clarifyDesign, intake, reviewFeasibility } from './intake';
import { followUp, hearRating } from './follow-up';
import { passed } from './gates';
import { goOn, isAtRest } from './go-on';
import { listen } from './listen';
import { materials, produce } from './production';
import { openOrder } from './open-order';
import { callOffAgain, takeUp } from './resume';
import type { Self } from './self';
import { live } from '../process/open-process';
import type { Continuing } from '../process/continuation';
import { become, beside } from '../orders/header';
import { endOf } from './snapshot';
import { storyStateOf, type LivedInput } from './story-state';
import { closed } from '../orders/ending';

/**
 * A custom bakery order, from the first call to the visit thirteen days after delivery: one workflow, one order, read from top to bottom as
 * the regulation reads (docs/spec/bakery-orders.md). Changes, exceptions, payments and cancellation arrive as messages (workflows/bakery/listen.ts).
 */
export async function order(input: LivedInput): Promise<OrderEnd> {
  const fromOutside = CancellationScope.current().cancelRequested;
  return CancellationScope.nonCancellable(() => liveOut(input, fromOutside));
}

async function liveOut(input: LivedInput, fromOutside: Promise<never>): Promise<OrderEnd> {
  const self = openOrder(input);
  listen(self);
  void fromOutside.catch(() => hearCancelRequest(self));
  const story = async (): Promise<void> => {
    if (input.continued) goOn(self);
    else if (input.resume) takeUp(self, input.resume);
    await liveUnlessCancelled(self);
    await callOffAgain(self);
    await Promise.all([settle(self), followUp(self)]); // BAK-77, and AFT-88: only for a delivered order
    await close(self); // BAK-02
    await hearRating(self); // BAK-82
  };
  await live(self, story, continuing(self, input));
  return endOf(self, await self.recorder.recorded());
}

/** An order that has heard very much goes on in another run, with all that it knows. */
const continuing = (self: Self, input: LivedInput): Continuing => ({
  afterActs: input.continueAfterActs,
  isAtRest: () => isAtRest(self),
  goOn: (process) => continueAsNew<typeof order>({ ...input, continued: { process, story: storyStateOf(self) } }),
});

async function liveUnlessCancelled(self: Self): Promise<void> {
  try {
    if (!self.ending.cancelled) await self.life.run(() => life(self));
  } catch (error) {
    if (!isCancellation(error)) throw error;
  }
  if (self.ending.cancelled) await unwind(self); // BAK-39…41
}

/** From intake to the hand-over; cancelling the order stops it wherever it is. */
async function life(self: Self): Promise<void> {
  if (!mayBeCancelled(self)) return; // taken up from its record when it was delivered, or at its end
  beside(self, () => keepAgenda(self)); // BAK-38
  if (self.state === 'draft') intake(self); // BAK-15…24
  await clarifyDesign(self); // BAK-25, BAK-26
  const feasible = await reviewFeasibility(self); // BAK-27…30
  if (!feasible) return;
  await collectDeposit(self); // BAK-31
  await acceptOrder(self); // BAK-33…36
  await materials(self); // BAK-44…48
  do {
    await produce(self); // BAK-46…52
  } while (!(await deliver(self))); // BAK-62…76
}

/** BAK-39. "Request Cancellation" in Temporal UI is a wish like any other: the store manager decides, and nothing is cut off. */
function hearCancelRequest(self: Self): void {
  if (mayBeCancelled(self)) askToCancel(self, 'neither', { kind: 'system', via: 'temporal' });
}

/** BAK-02. An order closes only with nothing open. */
async function close(self: Self): Promise<void> {
  if (self.ending.closedAt !== null) return; // in the run before
  await passed(self, 'close');
  closed(self);
  if (self.state === 'delivered') become(self, 'closed', { ruleId: 'BAK-02' });
  else self.recorder.event('order.ended', { state: self.state });
}
