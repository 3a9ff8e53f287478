import { ALTERNATIVE_IDS } from '../bakery/alternatives.rules';
import { Refusal } from '../base/refusals';
import { PAYMENT_METHODS } from '../base/money';
import {
  fen,
  flag,
  id,
  instant,
  listOf,
  object,
  oneOf,
  optional,
  orNull,
  positiveFen,
  read,
  shape,
  token,
  under,
  type Reader,
} from '../base/read';
import type { Role } from '../base/roles';
import { taskKinds, type TaskKind } from '../process/tasks/tasks.rules';
import { deputyFor, hash, preview, said } from './act-readers.messages';
import {
  CORRECTABLE,
  EXCEPTION_TYPES,
  type AddPhoto,
  type Cancel,
  type ChooseAlternative,
  type ConfirmDetails,
  type DecideChange,
  type Rate,
  type RecordCost,
  type RecordPayment,
  type RefreshPreview,
  type ReportException,
  type RequestChange,
} from './order.messages';
import { type Act, type Actor } from '../base/actor';
import { type AssignTask, type CompleteTask } from '../process/process.messages';

/**
 * Every act of an order, one row each: the name of its Update, who may do it (BAK-04), which rule it serves, what it may spend of the
 * order's budget, and a reader that believes nothing. The API's role table and the order's own validators read these rows.
 */

/** How much of an order's budget an act may spend; see `ACT_BUDGET`. */
export type Purse = 'spare' | 'needed' | 'finishing' | 'ending';

/**
 * The share of one run's limits that may be spent before acts of this purse are refused. A run of Temporal takes 2,000 Updates, 51,200
 * events and 50 MB of history, then nothing more, for ever: the order would be deaf. So wishes and costs end first, then reports and tasks
 * that change hands, then photos and payments; what ends an order (answers to its open tasks and the manager's cancellation,
 * each of which can be given once) has the last 2.5 % for itself.
 */
export const ACT_BUDGET: Readonly<Record<Purse, number>> = { spare: 0.75, needed: 0.9, finishing: 0.975, ending: 1 };

/** What an order has used of its run, and what a run can take (Temporal's `history.maxTotalUpdates` and its limits on history). */
export interface Spent {
  readonly acts: number;
  readonly events: number;
  readonly bytes: number;
}
export const RUN_LIMITS: Spent = { acts: 2_000, events: 51_200, bytes: 50 * 1024 * 1024 };

export interface ActRow<A extends Act> {
  /** The Update's name; a task's answer is called by the kind of its task, so that an order's history reads like its story. */
  readonly update: string | (() => readonly TaskKind[]);
  /** Staff who may; `staff` is every one of them, for the task itself or the order says more. */
  readonly roles: 'staff' | readonly Role[];
  /** Who may by link. */
  readonly parties: readonly ('customer' | 'supplier')[];
  readonly ruleId: string;
  readonly purse: Purse;
  readonly read: Reader<A>;
}

/** Characters of a photo's step. */
const STEP_LENGTH = 64;

/** BAK-04. The table. */
export const ACTS = {
  completeTask: {
    update: taskKinds,
    roles: 'staff', // the task says whose it is (`assertMayAnswer`)
    parties: ['customer'],
    ruleId: 'BAK-04',
    purse: 'ending',
    read: shape<CompleteTask>({ ...said, taskId: id, choices: object, deputyFor }),
  },
  assignTask: {
    update: 'assignTask',
    roles: 'staff', // as above
    parties: [],
    ruleId: 'BAK-09',
    purse: 'needed',
    read: shape<AssignTask>({ ...said, taskId: id, to: orNull(id), deputyFor }),
  },
  requestChange: {
    update: 'requestChange',
    roles: ['sales-consultant'],
    parties: ['customer'],
    ruleId: 'BAK-36',
    purse: 'spare',
    read: shape<RequestChange>({ ...preview, exceptionId: optional(id) }),
  },
  refreshPreview: {
    update: 'refreshPreview',
    roles: 'staff', // whoever may answer the decision's task
    parties: [],
    ruleId: 'BAK-37',
    purse: 'needed',
    read: shape<RefreshPreview>({ ...preview, deputyFor }),
  },
  decideChange: {
    update: 'decideChange',
    roles: ['store-manager'],
    parties: [],
    ruleId: 'BAK-37',
    purse: 'ending',
    read: shape<DecideChange>({ ...said, changeId: id, decision: oneOf('approve', 'reject'), previewHash: optional(hash) }),
  },
  confirmDetails: {
    update: 'confirmDetails',
    roles: [],
    parties: ['customer'],
    ruleId: 'BAK-45',
    purse: 'spare',
    read: shape<ConfirmDetails>({
      ...said,
      confirmed: flag,
      correctionId: optional(id),
      corrected: optional(listOf(oneOf(...CORRECTABLE), CORRECTABLE.length)),
    }),
  },
  cancel: {
    update: 'cancelOrder',
    roles: ['sales-consultant', 'store-manager'],
    parties: [],
    ruleId: 'BAK-39',
    purse: 'ending',
    read: shape<Cancel>({ ...said, cause: oneOf('store', 'customer', 'neither'), refundFen: optional(under('BAK-40', fen)) }),
  },
  recordPayment: {
    update: 'recordPayment',
    roles: ['finance', 'sales-consultant'],
    parties: [],
    ruleId: 'BAK-32',
    purse: 'finishing',
    read: shape<RecordPayment>({
      ...said,
      paymentId: id,
      amountFen: positiveFen,
      method: oneOf(...PAYMENT_METHODS),
      receivedAt: instant,
    }),
  },
  recordCost: {
    update: 'recordCost',
    roles: ['production-supervisor', 'finance'],
    parties: [],
    ruleId: 'BAK-41',
    purse: 'spare',
    read: shape<RecordCost>({
      ...said,
      costId: id,
      cost: oneOf('ingredients', 'labour', 'packaging', 'delivery', 'waste'),
      amountFen: positiveFen,
    }),
  },
  reportException: {
    update: 'reportException',
    roles: 'staff',
    parties: [],
    ruleId: 'BAK-58',
    purse: 'needed',
    read: shape<ReportException>({
      ...said,
      exceptionId: id,
      type: oneOf(...EXCEPTION_TYPES),
      foundAt: instant,
      item: optional(id),
      photoId: optional(id),
    }),
  },
  chooseAlternative: {
    update: 'chooseAlternative',
    roles: [],
    parties: ['customer'],
    ruleId: 'BAK-60',
    purse: 'spare',
    read: shape<ChooseAlternative>({ ...said, exceptionId: id, option: orNull(oneOf(...ALTERNATIVE_IDS)) }),
  },
  addPhoto: {
    update: 'addPhoto',
    // whoever may answer a step that a photo proves: its role, and those it is raised to when late
    roles: ['sales-consultant', 'production-supervisor', 'baker', 'qc-inspector', 'packer', 'delivery-staff', 'store-manager'],
    parties: [],
    ruleId: 'BAK-50',
    purse: 'finishing',
    read: shape<AddPhoto>({ ...said, photoId: id, step: token(STEP_LENGTH), takenAt: instant }),
  },
  rate: {
    update: 'rate',
    roles: [],
    parties: ['customer'],
    ruleId: 'BAK-82',
    purse: 'spare',
    read: shape<Rate>({ ...said, score: oneOf(1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5) }),
  },
} as const satisfies Readonly<Record<string, ActRow<Act>>>;

export type ActName = keyof typeof ACTS;
/** The message of an act. */
export type ActOf<N extends ActName> = (typeof ACTS)[N]['read'] extends Reader<infer A extends Act> ? A : never;

/** @throws {Refusal} `invalid-request`, naming each field that is wrong. */
export function readAct<A extends Act>(name: ActName, x: unknown): A {
  const act = read(ACTS[name].read as unknown as Reader<A>, x);
  if (act instanceof Refusal) throw new Refusal(act.code, act.why, { rule: ACTS[name].ruleId, ...act.more });
  return act;
}

/** BAK-04. Whether such a person may do such a thing at all. @throws {Refusal} `not-allowed`, naming who may. */
export function assertMay(name: ActName, { kind, roles: held = [] }: Actor): void {
  const { roles: wanted, parties }: ActRow<Act> = ACTS[name];
  const may = kind === 'staff' ? wanted === 'staff' || wanted.some((role) => held.includes(role)) : parties.some((party) => party === kind);
  if (may) return;
  const who = [...(wanted === 'staff' ? (['staff'] as const) : wanted), ...parties];
  throw new Refusal('not-allowed', { code: 'act-is-for', params: { who } }, { rule: 'BAK-04' });
}

/**
 * Whether the run has room for such an act. Whoever acts by link spends from the spare purse, whatever they do, and so does who only asks
 * for a cancellation that somebody else decides.
 * @throws {Refusal} `act-budget-spent`.
 */
export function assertAffordable(name: ActName, by: Actor, spent: Spent): void {
  const asks = name === 'cancel' && by.roles?.includes('store-manager') !== true;
  const purse: Purse = by.kind !== 'staff' || asks ? 'spare' : ACTS[name].purse;
  const share = Math.max(spent.acts / RUN_LIMITS.acts, spent.events / RUN_LIMITS.events, spent.bytes / RUN_LIMITS.bytes);
  if (share < ACT_BUDGET[purse]) return;
  throw new Refusal('act-budget-spent', { code: 'only-what-ends-it' }, { rule: 'BAK-02' });
}
