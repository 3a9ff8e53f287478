import { condition } from '@temporalio/workflow';
import type { Actor, CancelCause, ExceptionRow } from '../../src/contracts/order';
import type { Delivery } from './promise';
import type { ChangeState } from './change-state';
import type { Ledger } from './ledger';
import type { Header } from './header';
import type { TakenUp } from './taken-up';
import type { Acceptance } from './acceptance-state';
import type { Plan } from './plan-state';
import type { Stages } from './stages';
import type { DailyPhotos } from './daily-photos';
import type { Deposit } from './deposit-state';
import type { Production } from './production-state';
import type { Photos } from './proofs';
import type { TaskSheet } from './task-sheet';
import type { WarmReminder } from './warm-reminder';
import type { FollowUp } from './follow-up-state';

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
  readonly plan: Plan;
  readonly acceptance: Acceptance;
  readonly ledger: Ledger;
  closedAt: number | null;
  cancelled: CancelDecision | null;
  readonly stages: Stages;
  readonly change: ChangeState;
  readonly deposit: Deposit;
  readonly warmReminder: WarmReminder;
  readonly taskSheet: TaskSheet;
  readonly production: Production;
  readonly photos: Photos;
  readonly dailyPhotos: DailyPhotos;
  readonly delivery: Delivery;
  readonly followUp: FollowUp;
  readonly exceptions: Map<string, ExceptionRow>;
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

/** BAK-81, BAK-61. The order may take its next step: the food-safety committee does not hold it, the store manager has decided. */
export const isReleased = (self: Self): boolean => self.holds.size === 0 && self.escalations === 0;
/** Waits until the order may take its next step. */
export const released = (self: Self): Promise<void> => condition(() => isReleased(self));
