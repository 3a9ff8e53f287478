import type { Resume } from '../../src/orders/repair.messages';
import { STAGES, type Stage, type StageRow } from '../../src/orders/order-state.rules';
import type { Process } from '../process/process';
import type { Owned } from '../process/owned';

/** BAK-46. The monitored stages: who, from when, until when. */
export type Stages = Readonly<Record<Stage, StageRow>>;

/** Not begun, or as the record of a lost order has them. */
export const openStages = (resume?: Resume): Stages =>
  Object.fromEntries(STAGES.map((stage) => [stage, resume?.stages.find((row) => row.stage === stage) ?? notBegun(stage)])) as Stages;

const notBegun = (stage: Stage): StageRow => ({
  stage,
  assignee: null,
  startedAt: null,
  dueAt: null,
  doneAt: null,
  breachedAt: null,
  applicable: true,
});

/** Notes a change of one stage. */
export function stage(
  { stages, recorder }: Pick<Process, 'recorder'> & { readonly stages: Owned<Stages> },
  name: Stage,
  patch: Partial<StageRow>,
): void {
  stages[name] = { ...stages[name], ...patch };
  recorder.touch();
}
