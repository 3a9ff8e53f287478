import type { Resume } from '../../src/orders/repair.messages';
import type { AnswerOf } from '../../src/process/tasks/tasks.rules';
import { openTask, withdrawTasks } from '../process/human-task';
import type { Header } from '../orders/header';
import type { Owned } from '../process/owned';
import type { Plan } from './plan-state';

/** BAK-44. The sheet by which the order is made. */
export interface TaskSheet {
  /** The version whose sheet the baker has signed; 0 while none is. */
  readonly signedVersion: number;
}

/** Unsigned, or as the record of a lost order has it. */
export function sheetOnRecord(resume?: Resume): TaskSheet {
  const sheet = resume?.tasks.findLast(({ kind }) => kind === 'sign-task-sheet');
  const signed = sheet?.state === 'done' ? (sheet.answers[0]?.choices as AnswerOf<'sign-task-sheet'> | undefined) : undefined;
  return { signedVersion: signed?.version ?? 0 };
}

type Owner = Header & { readonly plan: Plan; readonly taskSheet: Owned<TaskSheet> };

/** BAK-44. The baker signs the sheet of the current version; a new version, and another baker, ask again. */
export function openTaskSheet(self: Owner): void {
  self.taskSheet.signedVersion = 0;
  withdrawTasks(self, 'sheet-reissued', (row) => row.kind === 'sign-task-sheet');
  awaitSignature(self);
}

/** BAK-44. The sheet lies before the baker. */
export function awaitSignature(self: Owner): void {
  const { version, plan, taskSheet } = self;
  openTask(self, 'sign-task-sheet', {
    assignee: plan.assignees['making'],
    ...(plan.plannedStartAt !== null && { due: { at: plan.plannedStartAt, reason: { rule: 'BAK-44', base: 'plannedStartAt' } } }),
    context: { version, planVersion: plan.version },
    onDone: () => (taskSheet.signedVersion = version),
  });
}

/** BAK-44. The sheet of the version that stands is signed. */
export const isSheetSigned = ({ version, taskSheet }: Pick<Header, 'version'> & { readonly taskSheet: TaskSheet }): boolean =>
  taskSheet.signedVersion === version;
