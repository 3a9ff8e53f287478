import type { Actor, ExceptionRow, ExceptionType } from '../../src/contracts/order';
import type { Role } from '../../src/domain/roles';
import { toMs } from '../../src/domain/rulebook/rule';
import { SYSTEM } from '../process/recorder';
import type { Self } from './self';
import { tell } from '../process/telling';

type Exceptions = Pick<Self, 'exceptions' | 'recorder' | 'now'>;

/** A reported problem: what, when found, by whom. */
export interface Problem {
  readonly id: string;
  readonly type: ExceptionType;
  readonly foundAt: number;
  readonly item?: string;
  /** BAK-76: what is wrong at receipt, as a picture. */
  readonly photoId?: string;
  readonly by: Actor;
  readonly textId?: string;
}

/** Who owns an exception first, and how fast (BAK-58, 61, 72, 76, 81, 86). */
export const OWNER: Record<ExceptionType, Role> = {
  'ingredient-shortage': 'production-supervisor',
  'process-problem': 'store-manager',
  'food-safety': 'food-safety-committee',
  'delivery-problem': 'customer-service',
  'severe-weather': 'customer-service',
  'receipt-problem': 'delivery-staff',
  other: 'production-supervisor',
};
/** BAK-58. Reported in 2 h; other problems have no such clock of their own. */
const SHORTAGE_OR_DIFFICULTY: readonly ExceptionType[] = ['ingredient-shortage', 'process-problem'];
/** Told at once beside the owner. */
const TOLD: Partial<Record<ExceptionType, readonly Role[]>> = {
  'process-problem': ['production-supervisor', 'sales-consultant'],
  'food-safety': ['store-manager'],
  'delivery-problem': ['sales-consultant', 'customer-service'],
  'severe-weather': ['sales-consultant', 'customer-service'],
  'receipt-problem': ['customer-service', 'store-manager'],
  other: ['store-manager'],
};

/** Puts an exception on record and tells its people. Reporting the same id twice opens one. */
export function openException(self: Self, problem: Problem): void {
  if (self.exceptions.has(problem.id)) return;
  const now = self.now();
  const row: ExceptionRow = {
    id: problem.id,
    type: problem.type,
    foundAt: problem.foundAt,
    reportedAt: now,
    reporter: problem.by,
    late: SHORTAGE_OR_DIFFICULTY.includes(problem.type) && now - problem.foundAt > toMs(self.rules.shortageReport),
    item: problem.item ?? null,
    state: 'open',
    firstResponseAt: null,
    outcome: null,
    closedAt: null,
    ...(problem.textId && { textId: problem.textId }),
  };
  self.exceptions.set(row.id, row);
  self.recorder.row('exceptions', row);
  self.recorder.event(
    'exception.reported',
    { exception: row.id, type: row.type, item: row.item, late: row.late, ...(problem.photoId && { photo: problem.photoId }) },
    { ruleId: 'BAK-58', actor: problem.by, ...(problem.textId && { textId: problem.textId }) },
  );
  const told = [OWNER[row.type], ...(TOLD[row.type] ?? [])].map((role) => `role:${role}`);
  tellOf(self, problem, told, 'BAK-58');
}

/** Tells people of an exception at once, and by when somebody is to answer it (BAK-86, BAK-76). */
export function tellOf(self: Self, { id, type, item }: Problem, told: readonly string[], ruleId: string): void {
  const { receiptProblem, exceptionResponse } = self.rules;
  const dueAt = self.now() + toMs(type === 'receipt-problem' ? receiptProblem : exceptionResponse);
  tell(self, told, 'exception-reported', () => ({ exception: id, type, item: item ?? null, dueAt }), { urgent: true, ruleId });
}

/** Notes the first human response (BAK-86). */
export function respond(self: Exceptions, id: string, by: Actor): void {
  const row = self.exceptions.get(id);
  if (row?.state !== 'open' || row.firstResponseAt !== null || by.kind === 'system') return;
  change(self, { ...row, firstResponseAt: self.now() });
}

/** Closes the open exceptions that `which` picks, with what came of them. */
export function closeException(self: Self, which: (row: ExceptionRow) => boolean, outcome: string, by: Actor = SYSTEM): void {
  for (const row of self.exceptions.values()) {
    if (row.state !== 'open' || !which(row)) continue;
    change(self, { ...row, state: 'closed', outcome, closedAt: self.now() });
    self.recorder.event('exception.closed', { exception: row.id, outcome }, { ruleId: 'BAK-86', actor: by });
  }
}

function change(self: Exceptions, row: ExceptionRow): void {
  self.exceptions.set(row.id, row);
  self.recorder.row('exceptions', row);
}
