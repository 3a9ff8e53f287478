import type { Act, Actor } from '../base/actor';
import { read, type Reader } from '../base/read';
import { Refusal } from '../base/refusals';
import { createRegister } from '../base/register';
import type { Role } from '../base/roles';
import type { TaskActs } from './process.messages';
import type { TaskKind } from './tasks/tasks.rules';

/** What processes can be asked, the message of each act by its name; a chapter adds its own. */
export interface ActMessages extends TaskActs {}
export type ActName = keyof ActMessages;
/** The message of an act. */
export type ActOf<N extends ActName> = ActMessages[N];

/** How much of a run's budget an act may spend; see `ACT_BUDGET`. */
export type Purse = 'spare' | 'needed' | 'finishing' | 'ending';

/**
 * The share of one run's limits that may be spent before acts of this purse are refused. A run of Temporal takes 2,000 Updates, 51,200
 * events and 50 MB of history, then nothing more, for ever: the process would be deaf. So wishes and costs end first, then reports and tasks
 * that change hands, then photos and payments; what ends a process (answers to its open tasks and the manager's cancellation,
 * each of which can be given once) has the last 2.5 % for itself.
 */
export const ACT_BUDGET: Readonly<Record<Purse, number>> = { spare: 0.75, needed: 0.9, finishing: 0.975, ending: 1 };

/** What a process has used of its run, and what a run can take (Temporal's `history.maxTotalUpdates` and its limits on history). */
export interface Spent {
  readonly acts: number;
  readonly events: number;
  readonly bytes: number;
}
export const RUN_LIMITS: Spent = { acts: 2_000, events: 51_200, bytes: 50 * 1024 * 1024 };

/**
 * Acts after which a process that can go on in a new run does so, at its next quiet point: long before the first purse is empty, so that only a
 * process which never rests meets the ends of its budget.
 */
export const CONTINUE_AFTER_ACTS = 1_000;

/** One act: the name of its Update, who may do it (BAK-04), which rule it serves, what it may spend, and a reader that believes nothing. */
export interface ActRow<A extends Act = Act> {
  /** The Update's name; a task's answer is called by the kind of its task, so that a history reads like its story. */
  readonly update: string | (() => readonly TaskKind[]);
  /** Staff who may; `staff` is every one of them, for the task itself or the process says more. */
  readonly roles: 'staff' | readonly Role[];
  /** Who may by link. */
  readonly parties: readonly ('customer' | 'supplier')[];
  readonly ruleId: string;
  readonly purse: Purse;
  /** Whoever does not hold this role only asks for what its holder decides, and spends from the spare purse. */
  readonly decidedBy?: Role;
  readonly read: Reader<A>;
}
/** Rows for these acts, each with the reader of its own message. */
export type ActRows<M> = { readonly [N in keyof M]: M[N] extends Act ? ActRow<M[N]> : never };

const acts = createRegister<ActRow>('act');

/** Brings a chapter's acts to the house. @throws when another chapter has one of that name. */
export const defineActs = (rows: Partial<ActRows<ActMessages>>): void => acts.add(rows);
/** What the row of an act says. @throws for an act that no chapter has. */
export const actRow = (name: ActName): ActRow => acts.get(name);
/** The names of an act's Updates. @throws for an act that no chapter has. */
export function updatesOf(name: ActName): readonly string[] {
  const { update } = actRow(name);
  return typeof update === 'string' ? [update] : update();
}
/** The name of the Update of an act that has one. @throws for an act that no chapter has. */
export function updateOf(name: Exclude<ActName, 'completeTask'>): string {
  const [update = name] = updatesOf(name);
  return update;
}

/** @throws {Refusal} `invalid-request`, naming each field that is wrong. */
export function readAct<N extends ActName>(name: N, x: unknown): ActOf<N> {
  const { read: reader, ruleId } = actRow(name);
  const act = read(reader, x);
  if (act instanceof Refusal) throw new Refusal(act.code, act.why, { rule: ruleId, ...act.more });
  return act as ActOf<N>;
}

/** BAK-04. Whether such a person may do such a thing at all. @throws {Refusal} `not-allowed`, naming who may. */
export function assertMay(name: ActName, { kind, roles: held = [] }: Actor): void {
  const { roles: wanted, parties } = actRow(name);
  const may = kind === 'staff' ? wanted === 'staff' || wanted.some((role) => held.includes(role)) : parties.some((party) => party === kind);
  if (may) return;
  const who = [...(wanted === 'staff' ? (['staff'] as const) : wanted), ...parties];
  throw new Refusal('not-allowed', { code: 'act-is-for', params: { who } }, { rule: 'BAK-04' });
}

/** Whether an act of theirs decides by itself, and does not only ask for what the holder of a role decides. */
export function decidesAlone(name: ActName, { roles = [] }: Actor): boolean {
  const { decidedBy } = actRow(name);
  return decidedBy === undefined || roles.includes(decidedBy);
}

/** Who decides of what such a person only asks for; null where their own word does it. */
export const deciderOf = (name: ActName, by: Actor): Role | null => (decidesAlone(name, by) ? null : (actRow(name).decidedBy ?? null));

/**
 * Whether the run has room for such an act. Whoever acts by link spends from the spare purse, whatever they do, and so does who only asks
 * for what somebody else decides.
 * @throws {Refusal} `act-budget-spent`.
 */
export function assertAffordable(name: ActName, by: Actor, spent: Spent): void {
  const purse: Purse = by.kind !== 'staff' || !decidesAlone(name, by) ? 'spare' : actRow(name).purse;
  const share = Math.max(spent.acts / RUN_LIMITS.acts, spent.events / RUN_LIMITS.events, spent.bytes / RUN_LIMITS.bytes);
  if (share < ACT_BUDGET[purse]) return;
  throw new Refusal('act-budget-spent', { code: 'only-what-ends-it' }, { rule: 'BAK-02' });
}
