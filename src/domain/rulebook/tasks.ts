import type { Role } from '../roles';

/** One kind of human step: who owns it, whom it climbs to when late (BAK-03: at most two hops), which rules it honours. */
export interface TaskRule {
  readonly role: Role;
  /** The rungs above the owner, nearest first. */
  readonly ladder: readonly Role[];
  /** Told of the breach beside the first rung (Index E, "on breach"). */
  readonly alsoTell: readonly Role[];
  readonly ruleIds: readonly string[];
  readonly zh: string;
  readonly en: string;
}

const step = (
  role: Role,
  ladder: readonly Role[],
  ruleIds: readonly string[],
  zh: string,
  en: string,
  alsoTell: readonly Role[] = [],
): TaskRule => ({
  role,
  ladder,
  alsoTell,
  ruleIds,
  zh,
  en,
});

const MANAGER = ['store-manager'] as const;
const PRODUCTION = ['production-supervisor', 'store-manager'] as const;
const SERVICE = ['customer-service', 'store-manager'] as const;

/** Every human step of the first order. Adding one means adding a row here and a schema in `contracts/tasks.schema.ts`. */
export const TASKS = {
  'confirm-design': step('sales-consultant', MANAGER, ['BAK-25', 'BAK-26'], '设计稿确认', 'Have the design draft confirmed'),
  'feasibility-review': step(
    'production-supervisor',
    MANAGER,
    ['BAK-27', 'BAK-28', 'BAK-29', 'BAK-30'],
    '可行性审核',
    'Review feasibility',
  ),
  'offer-alternative': step('sales-consultant', MANAGER, ['BAK-27'], '向顾客提供替代方案', 'Offer the customer an alternative'),
  'chase-deposit': step('sales-consultant', MANAGER, ['BAK-31'], '催收预付款', 'Chase the prepayment'),
  'change-decision': step('store-manager', ['management'], ['BAK-37'], '订单调整审批', 'Decide the change'),
  'acknowledge-allergen': step(
    'sales-consultant',
    MANAGER,
    ['BAK-38'],
    '顾客确认新增过敏原',
    'Have the customer acknowledge the added allergen',
  ),
  'cancellation-decision': step(
    'store-manager',
    ['management'],
    ['BAK-39', 'BAK-40'],
    '取消原因确认',
    'Confirm the cancellation and its cause',
  ),
  refund: step('finance', MANAGER, ['BAK-39', 'BAK-40'], '支付退款', 'Pay the refund'),
  'materials-settled': step('production-supervisor', MANAGER, ['BAK-48'], '备料安排', 'Settle the materials'),
  'materials-complete': step('production-supervisor', MANAGER, ['BAK-47'], '原料到齐', 'Have all materials in'),
  'sign-task-sheet': step('baker', PRODUCTION, ['BAK-44'], '签收生产任务单', 'Sign the production task sheet'),
  'telephone-customer': step('sales-consultant', SERVICE, ['BAK-08', 'BAK-45', 'BAK-60'], '电话联系顾客', 'Telephone the customer'),
  'making-done': step('baker', PRODUCTION, ['BAK-46'], '制作完成', 'Finish making'),
  'daily-photos': step('baker', PRODUCTION, ['BAK-49', 'BAK-50'], '上传当日关键步骤照片', "Upload the day's key-step photos"),
  'quality-check': step('qc-inspector', PRODUCTION, ['BAK-51'], '质量抽检', 'Check quality'),
  'decoration-done': step('baker', PRODUCTION, ['BAK-52'], '装饰完成并留底照片', 'Finish decoration, photo kept', ['sales-consultant']),
  'packing-checklist': step(
    'packer',
    PRODUCTION,
    ['BAK-62', 'BAK-63', 'BAK-64', 'BAK-65', 'BAK-66', 'BAK-67', 'BAK-68', 'BAK-69'],
    '打包核对',
    'Complete the packing checklist',
  ),
  'dispatch-check': step('delivery-staff', PRODUCTION, ['BAK-70', 'BAK-71', 'BAK-73'], '发车检查', 'Check vehicle and route', [
    'sales-consultant',
  ]),
  'hand-over': step('delivery-staff', PRODUCTION, ['BAK-75'], '交付签收', 'Hand over: signature and photo'),
  'settle-balance': step('finance', MANAGER, ['BAK-77'], '结清尾款', 'Settle the balance', ['sales-consultant']),
  'follow-up-visit': step('customer-service', MANAGER, ['AFT-88', 'AFT-89', 'AFT-90', 'AFT-91'], '顾客回访', 'Visit the customer'),
  'answer-exception': step('production-supervisor', MANAGER, ['BAK-58', 'BAK-86'], '处理异常', 'Answer the exception'),
  'contact-supplier': step('production-supervisor', MANAGER, ['BAK-59'], '联系备选供应商', 'Contact a backup supplier'),
  escalated: step('store-manager', ['management'], ['BAK-61'], '店长介入处理', 'Step in and decide'),
  'committee-vote': step('food-safety-committee', MANAGER, ['BAK-81'], '食品安全委员会表决', 'Food-safety committee votes'),
  repair: step('store-manager', ['management'], ['BAK-41'], '人工补救', 'Repair what could not be done automatically'),
} as const satisfies Record<string, TaskRule>;

export type TaskKind = keyof typeof TASKS;

/** BAK-09. The steps whose people the feasibility review names, each with the tasks that belong to it. */
export const STEPS = {
  materials: ['materials-settled', 'materials-complete'],
  making: ['sign-task-sheet', 'making-done'],
  'quality-check': ['quality-check'],
  decoration: ['decoration-done'],
  packing: ['packing-checklist'],
  delivery: ['dispatch-check', 'hand-over'],
} as const satisfies Record<string, readonly TaskKind[]>;
export type Step = keyof typeof STEPS;

/** The step to which a task belongs, if to any. */
export const stepOf = (kind: TaskKind): Step | undefined =>
  (Object.keys(STEPS) as Step[]).find((step) => (STEPS[step] as readonly TaskKind[]).includes(kind));

/** BAK-04. The role of a step: whoever is named for it holds this role, for being named lends nobody one. */
export const roleOfStep = (step: Step): Role => TASKS[STEPS[step][0]].role;

/** BAK-81, BAK-03. The committee is a line of its own: only its members vote, whoever else was named or hears that the vote is late. */
export const isForMembersOnly = (kind: TaskKind): boolean => kind === 'committee-vote';

/** BAK-03. The roles above a task's own that may answer it after `rung` rungs of its ladder; without a rung, all it can climb to. */
export const raisedTo = (kind: TaskKind, rung?: number): readonly Role[] =>
  isForMembersOnly(kind) ? [] : TASKS[kind].ladder.slice(0, rung);

/** The roles that may answer a task after `rung` rungs; without a rung, all that it can climb to. An exception's owner depends on its type. */
export const rolesOf = ({ kind, role }: { readonly kind: TaskKind; readonly role: Role }, rung?: number): readonly Role[] => [
  role,
  ...raisedTo(kind, rung),
];

export const TASK_KINDS = Object.keys(TASKS) as TaskKind[];
export const isTaskKind = (x: unknown): x is TaskKind => typeof x === 'string' && Object.hasOwn(TASKS, x);
