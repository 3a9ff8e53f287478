import type { Role } from '../base/roles';
import type { AnswersOf, TaskKind } from '../process/tasks/tasks.rules';
import { CHANGE_TASKS, type ChangeContexts } from './tasks/changes.tasks';
import { DELIVERY_TASKS, type DeliveryContexts } from './tasks/delivery.tasks';
import { EXCEPTION_TASKS, type ExceptionContexts } from './tasks/exceptions.tasks';
import { INTAKE_TASKS, type IntakeContexts } from './tasks/intake.tasks';
import { PRODUCTION_TASKS, type ProductionContexts } from './tasks/production.tasks';
import type { BakeryTaskRule, Step } from './tasks/steps.rules';

/** Every human step of the bakery. A new one is a row in `tasks/*.tasks.ts`, and its form in the file beside it. */
export const TASKS = { ...INTAKE_TASKS, ...CHANGE_TASKS, ...PRODUCTION_TASKS, ...DELIVERY_TASKS, ...EXCEPTION_TASKS };

type BakeryAnswers = AnswersOf<typeof TASKS>;
declare module '../process/tasks/tasks.rules' {
  interface TaskAnswers extends BakeryAnswers {}
  interface TaskContext extends IntakeContexts, ChangeContexts, ProductionContexts, DeliveryContexts, ExceptionContexts {}
}

export type BakeryTaskKind = keyof typeof TASKS;

/** The bakery's row of a kind; none of a kind that is not its own. */
export const bakeryRule = (kind: TaskKind): BakeryTaskRule | undefined =>
  Object.hasOwn(TASKS, kind) ? TASKS[kind as BakeryTaskKind] : undefined;

/** BAK-04. The role of a step, which is that of its first task: whoever is named for it holds this role, for being named lends nobody one. */
export function roleOfStep(step: Step): Role {
  const first = Object.values<BakeryTaskRule>(TASKS).find((rule) => rule.step === step);
  if (!first) throw new Error(`no task belongs to the step ${step}`);
  return first.role;
}
