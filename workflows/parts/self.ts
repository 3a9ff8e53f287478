import { condition } from '@temporalio/workflow';
import type { Actor, CancelCause, ExceptionRow, StageRow } from '../../src/contracts/order';
import type { AgendaFacts, Moment, MomentName } from '../../src/domain/agenda';
import type { Stage } from '../../src/domain/order-state';
import type { Awaited } from './promise';
import type { ChangeState } from './change-state';
import type { Ledger } from './ledger';
import type { Header } from './header';
import type { TakenUp } from './taken-up';

/** BAK-39, BAK-40. The decision that ends an order: whose cause, by whom, why, and what goes back where the cause is neither side's. */
export interface CancelDecision {
  readonly cause: CancelCause;
  readonly by: Actor;
  readonly textId?: string;
  readonly refundFen?: number;
}

/** One running order: its head, and what each paragraph of its story knows. A group is changed by the file that declares it. */
export interface Self extends Header {
  readonly takenUp: TakenUp;
  planVersion: number;
  risk: boolean;
  readonly ledger: Ledger;
  reviewAt: number | null;
  feasibleAt: number | null;
  acceptedAt: number | null;
  changeWindowEndsAt: number | null;
  /** BAK-36: whether it stands open, and how its clocks are taken back. */
  changeWindow: { readonly open: boolean; readonly silence: () => void };
  plannedStartAt: number | null;
  compressed: AgendaFacts['compressed'];
  makingDoneAt: number | null;
  deliveredAt: number | null;
  followUpAt: number | null;
  /** AFT-89: when the follow-up was last tried in vain. */
  followUpTriedAt: number | null;
  closedAt: number | null;
  cancelled: CancelDecision | null;
  moments: readonly Moment[];
  /** Staff ids by step (BAK-09). */
  assignees: Readonly<Record<string, string | undefined>>;
  readonly stages: Record<Stage, StageRow>;
  readonly change: ChangeState;
  readonly exceptions: Map<string, ExceptionRow>;
  /** Photos by id: which step, when. */
  readonly photos: Map<string, { step: string; takenAt: number }>;
  /** BAK-50: key steps photographed since this piece was begun. */
  readonly photographed: Set<string>;
  /** Versions whose task sheet is signed (BAK-44). */
  signedVersion: number;
  /** BAK-31: the missing part of the prepayment that the customer is being asked for, in fen; null when nothing is asked. */
  depositAskedFen: number | null;
  /** BAK-45: the customer has confirmed, or was telephoned. */
  detailsConfirmed: boolean;
  /** BAK-45: how the reminder's clocks are taken back when the plan moves. */
  warmReminder: { readonly for: number | null; readonly silence: () => void };
  /** BAK-52, BAK-70: steps with a deadline of the plan that have begun. */
  readonly begun: Set<Awaited>;
  /** BAK-39: how the watch over the promised hour is taken back, and which hour has passed in vain. */
  promise: { readonly silence: () => void; readonly brokenFor: number | null };
  /** BAK-38, BAK-61: what is made is to be made again: a change of what was made already, or the store manager's word. */
  remake: boolean;
  /** BAK-82: one rating per order. */
  rated: number | null;
  /** BAK-60: the customer's answer to the alternatives by exception. */
  readonly alternatives: Map<string, string | null>;
  /** BAK-59: searches under way. */
  searching: number;
  /** BAK-59: what a backup supplier promised, by exception. */
  readonly sourced: Map<string, { readonly supplierId: string; readonly item: string }>;
  /** BAK-81: the exceptions for which the food-safety committee holds the order. */
  readonly holds: Set<string>;
  /** BAK-61: decisions of the store manager that are awaited, or not carried out yet. */
  escalations: number;
}

/** Notes a change of one monitored stage (BAK-46). */
export function stage(self: Self, name: Stage, patch: Partial<StageRow>): void {
  self.stages[name] = { ...self.stages[name], ...patch };
  self.recorder.touch();
}

/** The instant of a named moment, if the agenda has it. */
export const momentOf = (self: Self, name: MomentName): Moment | undefined => self.moments.find((moment) => moment.name === name);
/** When the owner is reminded, as the agenda has it; a reminder that the agenda does not have is none. */
export const remindersAt = (self: Self, name: MomentName): number[] => {
  const moment = momentOf(self, name);
  return moment ? [moment.at] : [];
};

export const agendaFacts = (self: Self): AgendaFacts => ({
  intakeAt: self.input.intakeAt,
  reviewAt: self.reviewAt,
  feasibleAt: self.feasibleAt,
  acceptedAt: self.acceptedAt,
  plannedStartAt: self.plannedStartAt,
  deliveryAt: self.facts.deliveryAt,
  deliveredAt: self.deliveredAt,
  followUpTriedAt: self.followUpTriedAt,
  decoration: self.facts.decoration,
  courier: self.facts.method === 'courier',
  compressed: self.compressed,
});

/** BAK-81, BAK-61. The order may take its next step: the food-safety committee does not hold it, the store manager has decided. */
export const isReleased = (self: Self): boolean => self.holds.size === 0 && self.escalations === 0;
/** Waits until the order may take its next step. */
export const released = (self: Self): Promise<void> => condition(() => isReleased(self));
