import type { Fault, FaultCode, FaultParams } from '../base/faults';
import { shutOf, type Gate, type Shut } from '../process/gates.rules';
import type { OrderState } from '../orders/order-state.rules';
import type { TaskKind } from '../process/tasks/tasks.rules';

/** What the gates of an order look at. Money in fen. */
export interface GateFacts {
  readonly state: OrderState;
  readonly version: number;
  /** Kinds of the tasks that wait for an answer. */
  readonly openTasks: readonly TaskKind[];
  /** BAK-31. What is missing of the prepayment of the price as it stands; 0 or less when it is in. */
  readonly prepaymentGapFen: number;
  /** BAK-44. Of the version that stands. */
  readonly sheetSigned: boolean;
  /** BAK-38. An approved change asked for another review. */
  readonly reviewPending: boolean;
  /** BAK-38. An approved change added an allergen. */
  readonly allergenPending: boolean;
  /** BAK-51. The check after decoration. */
  readonly qualityPassed: boolean;
  /** BAK-37. */
  readonly changesPending: boolean;
  /** BAK-81. */
  readonly heldByCommittee: boolean;
  /** BAK-61. A decision of the store manager is awaited, or not carried out yet. */
  readonly managerUndecided: boolean;
  readonly exceptionOpen: boolean;
  /** BAK-76. */
  readonly receiptProblemOpen: boolean;
  readonly outstandingFen: number;
  /** AFT-88. The customer of a delivered order is still to be visited. */
  readonly visitAhead: boolean;
}

type ParamsOf<C extends FaultCode> = keyof FaultParams[C] extends never
  ? { readonly params?: undefined }
  : { readonly params: (facts: GateFacts) => FaultParams[C] };

const gate = <C extends FaultCode>(code: C, row: Omit<Gate<GateFacts>, 'code' | 'params'> & ParamsOf<C>) => ({ code, ...row }) as const;

const PREPAID = gate('prepayment-missing', {
  ruleId: 'BAK-31',
  holds: ({ prepaymentGapFen }) => prepaymentGapFen <= 0,
  params: ({ prepaymentGapFen }) => ({ missingFen: prepaymentGapFen }),
  zh: '预付款尚缺 {missingFen}。',
  en: '{missingFen} of the prepayment are missing.',
});
const MATERIALS_SETTLED = gate('materials-unsettled', {
  ruleId: 'BAK-48',
  holds: ({ openTasks }) => !openTasks.includes('materials-settled'),
  zh: '备料尚未安排。',
  en: 'The materials are not settled.',
});
const MATERIALS_COMPLETE = gate('materials-incomplete', {
  ruleId: 'BAK-47',
  holds: ({ openTasks }) => !openTasks.includes('materials-complete'),
  zh: '原料尚未到齐。',
  en: 'Not all materials are in.',
});
const SHEET_SIGNED = gate('sheet-unsigned', {
  ruleId: 'BAK-44',
  holds: ({ sheetSigned }) => sheetSigned,
  params: ({ version }) => ({ version }),
  zh: '第 {version} 版生产任务单尚未签收。',
  en: 'Version {version} of the task sheet is not signed.',
});
const REVIEWED = gate('review-pending', {
  ruleId: 'BAK-38',
  holds: ({ reviewPending }) => !reviewPending,
  zh: '调整后的可行性审核尚未决定。',
  en: 'The feasibility of the change is not decided.',
});
const ALLERGENS_ACKNOWLEDGED = gate('allergen-unacknowledged', {
  ruleId: 'BAK-38',
  holds: ({ allergenPending }) => !allergenPending,
  zh: '顾客尚未确认新增的过敏原。',
  en: 'The customer has not acknowledged the added allergen.',
});
const QUALITY_PASSED = gate('quality-unpassed', {
  ruleId: 'BAK-51',
  holds: ({ qualityPassed }) => qualityPassed,
  zh: '装饰后的质量检查尚未合格。',
  en: 'The check after decoration has not passed.',
});
const CHANGES_DECIDED = gate('change-undecided', {
  ruleId: 'BAK-37',
  holds: ({ changesPending }) => !changesPending,
  zh: '有调整申请尚未决定。',
  en: 'A change that was asked for is not decided.',
});
const RELEASED = gate('held-by-committee', {
  ruleId: 'BAK-81',
  holds: ({ heldByCommittee }) => !heldByCommittee,
  zh: '食品安全委员会已暂停此订单。',
  en: 'The food-safety committee holds the order.',
});
const MANAGER_DECIDED = gate('manager-undecided', {
  ruleId: 'BAK-61',
  holds: ({ managerUndecided }) => !managerUndecided,
  zh: '店长已介入，尚未决定。',
  en: 'The store manager has stepped in and not decided yet.',
});
const RECEIPT_SETTLED = gate('receipt-problem-open', {
  ruleId: 'BAK-76',
  holds: ({ receiptProblemOpen }) => !receiptProblemOpen,
  zh: '签收异常尚未处理，须先有结果。',
  en: 'A problem at receipt is open; its outcome comes first.',
});
const BALANCE_SETTLED = gate('balance-open', {
  ruleId: 'BAK-77',
  holds: ({ outstandingFen }) => outstandingFen <= 0,
  params: ({ outstandingFen }) => ({ outstandingFen }),
  zh: '尾款 {outstandingFen} 尚未结清。',
  en: 'The balance of {outstandingFen} is not settled.',
});
const VISITED = gate('visit-ahead', {
  ruleId: 'AFT-88',
  holds: ({ visitAhead }) => !visitAhead,
  zh: '尚未回访顾客。',
  en: 'The customer is still to be visited.',
});
const EXCEPTIONS_CLOSED = gate('exception-open', {
  ruleId: 'BAK-02',
  holds: ({ exceptionOpen }) => !exceptionOpen,
  zh: '有异常尚未处理完毕。',
  en: 'An exception is open.',
});
const TASKS_DONE = gate('task-open', {
  ruleId: 'BAK-02',
  holds: ({ openTasks }) => openTasks.length === 0,
  zh: '有任务尚未完成。',
  en: 'A task is open.',
});

/** BAK-38, BAK-44. What is ordered now may be made. A change can undo each of them at any time, so whoever waits looks at all of them at once. */
const SETTLED = [SHEET_SIGNED, REVIEWED, ALLERGENS_ACKNOWLEDGED] as const;
/** BAK-81, BAK-61. */
const NOT_HELD = [RELEASED, MANAGER_DECIDED] as const;

/** What each move of an order waits for; the first that is shut is the one that refuses. Beside them stands the step's own answer. */
export const GATES = {
  accept: [PREPAID],
  'begin-making': [MATERIALS_SETTLED, MATERIALS_COMPLETE, ...SETTLED, PREPAID, ...NOT_HELD],
  'finish-making': [SHEET_SIGNED],
  'leave-making': [...SETTLED, ...NOT_HELD],
  'leave-decoration': NOT_HELD,
  'conclude-check': NOT_HELD,
  pack: [QUALITY_PASSED, ...SETTLED, CHANGES_DECIDED, ...NOT_HELD],
  'make-ready': NOT_HELD,
  dispatch: NOT_HELD,
  'hand-over': [RELEASED, RECEIPT_SETTLED, MANAGER_DECIDED],
  close: [BALANCE_SETTLED, VISITED, EXCEPTIONS_CLOSED, CHANGES_DECIDED, TASKS_DONE],
} as const satisfies Record<string, readonly Gate<GateFacts>[]>;

export type Move = keyof typeof GATES;

/** What the moves are called. */
export const MOVES: Readonly<Record<Move, { readonly zh: string; readonly en: string }>> = {
  accept: { zh: '接单', en: 'Accept the order' },
  'begin-making': { zh: '开始制作', en: 'Begin making' },
  'finish-making': { zh: '完成制作', en: 'Finish making' },
  'leave-making': { zh: '转入制作的下一步', en: 'Go on from making' },
  'leave-decoration': { zh: '转入终检', en: 'Go on to the final check' },
  'conclude-check': { zh: '终检结论生效', en: 'Let the final check count' },
  pack: { zh: '开始打包', en: 'Pack' },
  'make-ready': { zh: '打包完成待取送', en: 'Make ready' },
  dispatch: { zh: '发车', en: 'Dispatch' },
  'hand-over': { zh: '交付签收', en: 'Hand over' },
  close: { zh: '结案', en: 'Close the order' },
};

type GateRow = (typeof GATES)[Move][number];
type GateCode = GateRow['code'];
/** Every row of every move by its code, for its words. */
export const GATE_ROWS = Object.fromEntries(
  Object.values(GATES)
    .flat()
    .map((row) => [row.code, row]),
) as { readonly [C in GateCode]: Extract<GateRow, { readonly code: C }> };

/** A gate that is shut, under the move that waits for it. */
export interface ShutGate extends Shut {
  readonly move: Move;
  readonly why: Extract<Fault, { readonly code: GateCode }>;
}

/** The moves that come next, the nearest first. A step that is answered is no move any more. */
function movesAhead({ state, openTasks, qualityPassed }: GateFacts): readonly Move[] {
  switch (state) {
    case 'awaiting-deposit':
      return ['accept'];
    case 'materials':
      return ['begin-making'];
    case 'making':
      return openTasks.includes('making-done') ? ['finish-making', 'leave-making'] : ['leave-making'];
    case 'decoration':
      return ['leave-decoration'];
    case 'final-check':
      return qualityPassed ? ['pack'] : ['conclude-check', 'pack'];
    case 'packing':
      return ['make-ready'];
    case 'ready': // a pick-up order is handed over at the counter
      return [openTasks.includes('hand-over') ? 'hand-over' : 'dispatch'];
    case 'out-for-delivery':
      return ['hand-over'];
    case 'delivered':
    case 'declined':
    case 'cancelled':
      return ['close'];
    default:
      return [];
  }
}

/** What the next moves still wait for; each gate once, under the first move that it holds up. */
export function shutAhead(facts: GateFacts): ShutGate[] {
  const ahead = movesAhead(facts).flatMap((move) => shutOf<GateFacts>(GATES[move], facts).map((row) => ({ move, ...row }) as ShutGate));
  return ahead.filter(({ why }, place) => ahead.findIndex((row) => row.why.code === why.code) === place);
}
