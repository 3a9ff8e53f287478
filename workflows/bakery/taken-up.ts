import type { Resume } from '../../src/orders/repair.messages';
import type { Moment, MomentName } from '../../src/bakery/agenda.rules';
import { ORDER_STATES, type OrderState } from '../../src/orders/order-state.rules';
import type { EventMore } from '../process/draft';
import { become, type Header } from '../orders/header';
import type { Owned } from '../process/owned';
import { momentOf, type Plan } from './plan-state';

// How the story's steps are lived by an order that was taken up from its record (workflows/bakery/resume.ts); in a first run nothing is behind.

/** Where an order that was taken up from its record had been left. */
export interface TakenUp {
  /** The step in which the order was left, until that step has begun again. */
  readonly leftIn: OrderState | null;
}
/** Nothing is behind, or what the record of a lost order says. */
export const openTakenUp = (resume?: Resume): TakenUp => ({ leftIn: resume?.state ?? null });

/** Whether the order was taken up from its record with this step behind it. The step it was left in is done once more. */
export const isBehind = ({ takenUp: { leftIn } }: { readonly takenUp: TakenUp }, step: OrderState): boolean =>
  leftIn !== null && ORDER_STATES.indexOf(step) < ORDER_STATES.indexOf(leftIn);

/** Nothing is behind any more: every step from here on is lived. */
export function forgetWhereLeft({ takenUp }: { readonly takenUp: Owned<TakenUp> }): void {
  takenUp.leftIn = null;
}

/** Begins a step: moves the order there, unless it was left in it. @throws {Refusal} `not-in-this-state`. */
export function enter(self: Header & { readonly takenUp: Owned<TakenUp> }, step: OrderState, more: EventMore = {}): void {
  forgetWhereLeft(self);
  if (self.state !== step) become(self, step, more);
}

/** A named moment, unless it rang before a lost order was taken up from its record: nobody hears it twice. */
export const stillToRing = (self: Pick<Header, 'input'> & { readonly plan: Plan }, name: MomentName): Moment | undefined => {
  const moment = momentOf(self, name);
  return moment && moment.at > (self.input.resume?.leftAt ?? -Infinity) ? moment : undefined;
};
