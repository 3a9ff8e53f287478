import type { OrderInput } from '../../src/orders/order.messages';
import type { TaskRow } from '../../src/process/process.messages';
import type { Resume } from '../../src/orders/repair.messages';
import type { AnswerOf } from '../../src/process/tasks/tasks.rules';
import type { AgendaFacts, Moment, MomentName } from '../../src/bakery/agenda.rules';
import type { Process } from '../process/process';
import type { Owned } from '../process/owned';

/** BAK-27…30. What the feasibility review has fixed, and what follows from it. Instants are epoch ms of shop time. */
export interface Plan {
  /** BAK-29: number of the production plan; 0 before the first. */
  readonly version: number;
  /** When the review was opened last. */
  readonly reviewAt: number | null;
  /** When the review that precedes the deposit said yes. */
  readonly feasibleAt: number | null;
  readonly plannedStartAt: number | null;
  /** BAK-24, BAK-29: deadlines set by the review of a rush order, or by a replacement. */
  readonly compressed: AgendaFacts['compressed'];
  /** BAK-30: every daily sample is taken. */
  readonly risk: boolean;
  /** Staff ids by step (BAK-09). */
  readonly assignees: Readonly<Record<string, string | undefined>>;
  /** The agenda, as last made. */
  readonly moments: readonly Moment[];
}

/** Before its review, or as the record of a lost order has it. */
export function openPlan({ facts }: Pick<OrderInput, 'facts'>, resume?: Resume<'bakery'>): Plan {
  const review = resume && lastReview(resume.tasks);
  return {
    version: resume?.planVersion ?? 0,
    reviewAt: resume?.tasks.find(({ kind }) => kind === 'feasibility-review')?.openedAt ?? null,
    feasibleAt: review?.closedAt ?? null,
    plannedStartAt: resume?.plannedStartAt ?? null,
    compressed: review?.choices.compressed ?? null,
    risk: resume?.risk ?? facts.highRisk,
    assignees: {
      ...review?.choices.assignees,
      ...Object.fromEntries(resume?.stages.flatMap((row) => (row.assignee ? [[row.stage, row.assignee]] : [])) ?? []),
    },
    moments: resume?.moments ?? [],
  };
}

/** BAK-27. The review that said yes last: its people and its deadlines stand. */
function lastReview(
  tasks: readonly TaskRow[],
): { readonly choices: AnswerOf<'feasibility-review'>; readonly closedAt: number | null } | undefined {
  return tasks
    .filter(({ kind, state }) => kind === 'feasibility-review' && state === 'done')
    .map(({ answers, closedAt }) => ({ choices: answers.at(-1)?.choices as unknown as AnswerOf<'feasibility-review'>, closedAt }))
    .findLast(({ choices }) => choices.outcome !== 'not-feasible');
}

interface Planned {
  readonly plan: Plan;
}
interface Owner {
  readonly plan: Owned<Plan>;
}

/** The instant of a named moment, if the agenda has it. */
export const momentOf = ({ plan }: Planned, name: MomentName): Moment | undefined => plan.moments.find((moment) => moment.name === name);
/** When the owner is reminded, as the agenda has it; a reminder that the agenda does not have is none. */
export const remindersAt = (self: Planned, name: MomentName): number[] => {
  const moment = momentOf(self, name);
  return moment ? [moment.at] : [];
};

/** Sets one of the agenda's clocks; an absent moment sets none. */
export function clockOf({ timers }: Pick<Process, 'timers'>, moment: Moment | undefined, ring: () => void): () => void {
  return moment ? timers.set(moment.at, `${moment.ruleId} ${moment.name}`, ring) : () => undefined;
}

/** BAK-27. The supervisor is asked from now on. */
export function reviewOpened({ plan, now }: Owner & Pick<Process, 'now'>): void {
  plan.reviewAt = now();
}
/** BAK-31. The prepayment may be asked for. */
export function foundFeasible({ plan, now }: Owner & Pick<Process, 'now'>): void {
  plan.feasibleAt = now();
}

/** BAK-29, BAK-30. What a review has fixed of the plan. */
export interface Reviewed {
  readonly plannedStartAt?: number;
  readonly assignees?: Plan['assignees'];
  readonly highRisk?: boolean;
  readonly compressed?: NonNullable<Plan['compressed']>;
}
/** BAK-29. The next plan; planned start, people and risk stand where the review does not name them. */
export function planAsReviewed(self: Owner, { plannedStartAt, assignees, highRisk, compressed }: Reviewed): void {
  const { plan } = self;
  plan.plannedStartAt = plannedStartAt ?? plan.plannedStartAt;
  plan.assignees = { ...plan.assignees, ...assignees };
  plan.risk = highRisk ?? plan.risk;
  compress(self, compressed ?? null); // those of an earlier review were for another date (BAK-24)
  nextPlan(self);
}
/** BAK-38, BAK-76. The plan that was signed is not the plan any more. */
export function nextPlan({ plan }: Owner): void {
  plan.version += 1;
}
/** BAK-24, BAK-76. Deadlines of its own, instead of those that follow from the delivery hour. */
export function compress({ plan }: Owner, compressed: Plan['compressed']): void {
  plan.compressed = compressed;
}
/** BAK-09. A step is somebody else's from now on. */
export function entrust({ plan }: Owner, step: string, to: string): void {
  plan.assignees = { ...plan.assignees, [step]: to };
}
/** The agenda has been made anew. */
export function keepMoments({ plan, recorder }: Owner & Pick<Process, 'recorder'>, moments: readonly Moment[]): void {
  plan.moments = moments;
  recorder.touch();
}
