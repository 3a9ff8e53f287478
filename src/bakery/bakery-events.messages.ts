import type { TaskAnswers } from '../process/tasks/tasks.rules';
import type { OverCapacity } from './work.rules';

interface OfException {
  readonly exception: string;
}
interface OfRound extends OfException {
  readonly round: number;
}
interface OfDraft {
  readonly draft: number;
  readonly draftPhotoId: string | null;
}
type AnswerTo<K extends keyof TaskAnswers, F extends keyof TaskAnswers[K]> = NonNullable<TaskAnswers[K][F]>;

/** What happens to an order of the bakery. */
interface BakeryEvents {
  readonly 'plan.made': {
    readonly planVersion: number;
    readonly plannedStartAt: number | null;
    readonly moved: boolean;
    readonly risk: boolean;
    /** BAK-29. Where more is planned for a day than its capacity. */
    readonly overCapacity?: OverCapacity;
  };
  readonly 'design.confirmed': OfDraft;
  readonly 'design.rejected': OfDraft;
  /** The version is named where it is not the first review. */
  readonly 'feasibility.decided': { readonly outcome: AnswerTo<'feasibility-review', 'outcome'>; readonly version?: number };
  readonly 'reminder.sent': { readonly plannedStartAt: number | null };
  readonly 'committee.decided': OfRound & { readonly vote: AnswerTo<'committee-vote', 'vote'> };
  readonly 'committee.no-quorum': OfRound & { readonly stays: 'held' };
  readonly 'committee.reconvened': OfException;
  readonly 'alternative.chosen': OfException & { readonly refused: boolean; readonly option: string | null };
  readonly 'delivery.backup-plan': { readonly plan: AnswerTo<'dispatch-check', 'backupPlan'> | null };
}

declare module '../process/events.messages' {
  interface EventData extends BakeryEvents {}
}
