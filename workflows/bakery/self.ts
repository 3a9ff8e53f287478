import type { Acceptance } from './acceptance-state';
import type { ChangeState } from '../orders/change-state';
import type { DailyPhotos } from './daily-photos';
import type { Deposit } from '../orders/deposit-state';
import type { Ending } from '../orders/ending';
import type { Exceptions } from '../orders/exception-record';
import type { FollowUp } from './follow-up-state';
import type { Header } from '../orders/header';
import type { Holds } from '../orders/holds';
import type { Ledger } from '../orders/ledger';
import type { Plan } from './plan-state';
import type { Production } from './production-state';
import type { Delivery } from './promise';
import type { Photos } from './proofs';
import type { Shortages } from './shortage-state';
import type { Stages } from './stages';
import type { TakenUp } from './taken-up';
import type { TaskSheet } from './task-sheet';
import type { WarmReminder } from './warm-reminder';

/** One running order: its head, and what each paragraph of its story knows. A group is changed by the file that declares it. */
export interface Self extends Header<'bakery'> {
  readonly takenUp: TakenUp;
  readonly plan: Plan;
  readonly deposit: Deposit;
  readonly acceptance: Acceptance;
  readonly change: ChangeState;
  readonly warmReminder: WarmReminder;
  readonly stages: Stages;
  readonly taskSheet: TaskSheet;
  readonly production: Production;
  readonly dailyPhotos: DailyPhotos;
  readonly photos: Photos;
  readonly delivery: Delivery;
  readonly followUp: FollowUp;
  readonly exceptions: Exceptions;
  readonly shortages: Shortages;
  readonly holds: Holds;
  readonly ledger: Ledger;
  readonly ending: Ending;
}
