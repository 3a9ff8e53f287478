import type { Actor } from '../../src/base/actor';
import type { ExceptionRow, ExceptionType } from '../../src/orders/exceptions.messages';
import type { Resume } from '../../src/orders/repair.messages';
import type { Role } from '../../src/base/roles';
import { toMs } from '../../src/base/rule';
import { SYSTEM } from '../process/draft';
import { tell } from '../process/telling';
import type { Header } from './header';
import type { Owned } from '../process/owned';

/** BAK-58, BAK-86. What was reported, and what came of it. */
export interface Exceptions {
  /** By id, the first reported first. */
  readonly reported: ReadonlyMap<string, ExceptionRow>;
}

/** None, or those that the record of a lost order has. */
export const exceptionsOnRecord = (resume?: Resume): Exceptions => ({
  reported: new Map(resume?.exceptions.map((row) => [row.id, row])),
});
/** Those that nothing has come of yet. */
export const openExceptions = ({ exceptions }: { readonly exceptions: Exceptions }): ExceptionRow[] =>
  [...exceptions.reported.values()].filter(({ state }) => state === 'open');

type Owner = Pick<Header, 'recorder' | 'now'> & { readonly exceptions: Owned<Exceptions> };

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
export function openException(self: Owner & Pick<Header, 'rules'>, problem: Problem): void {
  if (self.exceptions.reported.has(problem.id)) return;
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
  keep(self, row);
  self.recorder.event(
    'exception.reported',
    { exception: row.id, type: row.type, item: row.item, late: row.late, ...(problem.photoId && { photo: problem.photoId }) },
    { ruleId: 'BAK-58', actor: problem.by, ...(problem.textId && { textId: problem.textId }) },
  );
  const told = [OWNER[row.type], ...(TOLD[row.type] ?? [])].map((role) => `role:${role}`);
  tellOf(self, problem, told, 'BAK-58');
}

/** Tells people of an exception at once, and by when somebody is to answer it (BAK-86, BAK-76). */
export function tellOf(
  self: Pick<Header, 'recorder' | 'now' | 'rules'>,
  { id, type, item }: Problem,
  told: readonly string[],
  ruleId: string,
): void {
  const { receiptProblem, exceptionResponse } = self.rules;
  const dueAt = self.now() + toMs(type === 'receipt-problem' ? receiptProblem : exceptionResponse);
  tell(self, told, 'exception-reported', () => ({ exception: id, type, item: item ?? null, dueAt }), { urgent: true, ruleId });
}

/** Notes the first human response (BAK-86). */
export function respond(self: Owner, id: string, by: Actor): void {
  const row = self.exceptions.reported.get(id);
  if (row?.state !== 'open' || row.firstResponseAt !== null || by.kind === 'system') return;
  keep(self, { ...row, firstResponseAt: self.now() });
}

/** Closes the open exceptions that `which` picks, with what came of them. */
export function closeException(self: Owner, which: (row: ExceptionRow) => boolean, outcome: string, by: Actor = SYSTEM): void {
  for (const row of openExceptions(self)) {
    if (!which(row)) continue;
    keep(self, { ...row, state: 'closed', outcome, closedAt: self.now() });
    self.recorder.event('exception.closed', { exception: row.id, outcome }, { ruleId: 'BAK-86', actor: by });
  }
}

/** Keeps an exception as it stands now, on record too. */
function keep({ exceptions, recorder }: Owner, row: ExceptionRow): void {
  exceptions.reported = new Map([...exceptions.reported, [row.id, row]]);
  recorder.row('exceptions', row);
}
