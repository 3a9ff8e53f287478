import type { Resume } from '../../src/orders/repair.messages';
import type { Moment, MomentName } from '../../src/bakery/agenda.rules';
import { ORDER_STATES, type OrderState } from '../../src/orders/order-state.rules';
import type { EventMore } from '../process/draft';
import { become, type Header } from '../orders/header';
import type { Owned } from '../process/owned';
import { momentOf, type Plan } from './plan-state';

// How the story's steps are lived by an order that another run has begun: one that was lost is taken up from its record, and the step it was
// left in begins again (workflows/bakery/resume.ts); one that was continued stands in the midst of its step (workflows/bakery/go-on.ts). In a
// first run nothing is behind.

/** Where an order had been left by the run before. */
export interface TakenUp {
  /** The step in which the order was left, until the story has come there. */
  readonly leftIn: OrderState | null;
  /** That step goes on where it stood; that of a lost order begins again. */
  readonly goesOn: boolean;
  /** When that run was left, or found gone, epoch ms of shop time: what rang before has been heard. */
  readonly leftAt: number;
}
/** Nothing is behind, or what the record of a lost order says, or the run before. */
export const openTakenUp = (resume?: Pick<Resume, 'state' | 'leftAt'>, continued?: Pick<Resume, 'state' | 'leftAt'>): TakenUp => {
  const left = continued ?? resume;
  return { leftIn: left?.state ?? null, goesOn: continued !== undefined, leftAt: left?.leftAt ?? -Infinity };
};

/** Whether the order was taken up with this step behind it. */
export const isBehind = ({ takenUp: { leftIn } }: { readonly takenUp: TakenUp }, step: OrderState): boolean =>
  leftIn !== null && ORDER_STATES.indexOf(step) < ORDER_STATES.indexOf(leftIn);

/** Nothing is behind any more: every step from here on is lived. */
export function forgetWhereLeft({ takenUp }: { readonly takenUp: Owned<TakenUp> }): void {
  takenUp.leftIn = null;
}

/** Whether the order goes on in the midst of this step, as the run before has left it. */
export const goesOnIn = ({ takenUp: { leftIn, goesOn } }: { readonly takenUp: TakenUp }, step: OrderState): boolean =>
  goesOn && leftIn === step;

/**
 * Comes to a step: moves the order there, unless it was left in it. Answers whether the step begins; one that goes on has its beginning behind
 * it. @throws {Refusal} `not-in-this-state`.
 */
export function enter(self: Header & { readonly takenUp: Owned<TakenUp> }, step: OrderState, more: EventMore = {}): boolean {
  const begins = !goesOnIn(self, step);
  forgetWhereLeft(self);
  if (self.state !== step) become(self, step, more);
  return begins;
}

/** A named moment, unless it rang before the order was taken up: nobody hears it twice. */
export const stillToRing = (self: { readonly plan: Plan; readonly takenUp: TakenUp }, name: MomentName): Moment | undefined => {
  const moment = momentOf(self, name);
  return moment && moment.at > self.takenUp.leftAt ? moment : undefined;
};
