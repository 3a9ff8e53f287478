import type { Moment } from '../base/moment';
import type { CalendarDays, Percent, WallClock } from '../base/rule';
import type { Shut } from '../process/gates.rules';

/** The numbers by which the common part of every order is reckoned: each kind's rulebook has them, beside its own. */
export interface OrderRules {
  /** Of the price, before the order is accepted. */
  readonly depositShare: Percent;
  /** From acceptance: how long what is ordered may be changed. */
  readonly changeWindow: WallClock;
  readonly refundDue: CalendarDays;
  /** From its discovery: how long a shortage or a difficulty may go unreported. */
  readonly shortageReport: WallClock;
  readonly receiptProblem: WallClock;
  readonly exceptionResponse: WallClock;
  /** From one rung of the ladder to the next. */
  readonly nextRung: WallClock;
}

/**
 * The kinds of order of this house, and the types that differ between them: `rules` (its rulebook's numbers), `moment` (the names of its
 * agenda's moments) and `move` (its moves that have gates). A chapter adds its kind; what is common names none.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- chapters add to it
export interface OrderKinds {}
export type OrderKind = keyof OrderKinds;

/** What a running order carries: the numbers it was accepted under. */
export type RulesOf<K extends OrderKind> = OrderKinds[K]['rules'] & OrderRules;
/** A named instant of an order's life. */
export type MomentOf<K extends OrderKind> = Moment<OrderKinds[K]['moment']>;
export type MoveOf<K extends OrderKind> = OrderKinds[K]['move'];

/** A gate that is shut, under the move that waits for it. */
export interface ShutGate<K extends OrderKind = OrderKind> extends Shut {
  readonly move: MoveOf<K>;
}
