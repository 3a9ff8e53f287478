import type { MomentName } from './agenda.rules';
import type { Role } from '../base/roles';
import type { TaskKind, TaskRule } from '../process/tasks/tasks.rules';
import type { ProofStep } from './photos.rules';

/** A row names the bakery's own steps, moments and proofs. */
interface BakeryTaskRule extends TaskRule {
  readonly step?: Step;
  readonly dueBy?: { readonly due: MomentName; readonly remind?: MomentName };
  readonly photos?: Readonly<Record<string, ProofStep>>;
}

/** BAK-09. The steps whose people the feasibility review names. */
export const STEPS = ['materials', 'making', 'quality-check', 'decoration', 'packing', 'delivery'] as const;
export type Step = (typeof STEPS)[number];

const MANAGER = ['store-manager'] as const;
const PRODUCTION = ['production-supervisor', 'store-manager'] as const;
const SERVICE = ['customer-service', 'store-manager'] as const;

const APPROVE_OR_REJECT = [{ decision: 'approve' }, { decision: 'reject' }] as const;

/** Every human step. Adding one means adding a row here, and its answer in `contracts/tasks.ts`, `choices.ts` and `tasks.schema.ts`. */
export const TASKS = {
  'confirm-design': {
    role: 'sales-consultant',
    ladder: MANAGER,
    ruleIds: ['BAK-25', 'BAK-26'],
    zh: '设计稿确认',
    en: 'Have the design draft confirmed',
    forCustomers: true,
    yesNo: [{ outcome: 'approved' }, { outcome: 'rejected' }],
    photos: { draftPhotoId: 'design-draft' },
  },
  'feasibility-review': {
    role: 'production-supervisor',
    ladder: MANAGER,
    ruleIds: ['BAK-27', 'BAK-28', 'BAK-29', 'BAK-30'],
    zh: '可行性审核',
    en: 'Review feasibility',
  },
  'offer-alternative': {
    role: 'sales-consultant',
    ladder: MANAGER,
    ruleIds: ['BAK-27'],
    zh: '向顾客提供替代方案',
    en: 'Offer the customer an alternative',
  },
  'chase-deposit': { role: 'sales-consultant', ladder: MANAGER, ruleIds: ['BAK-31'], zh: '催收预付款', en: 'Chase the prepayment' },
  'change-decision': {
    role: 'store-manager',
    ladder: ['management'],
    ruleIds: ['BAK-37'],
    zh: '订单调整审批',
    en: 'Decide the change',
    yesNo: APPROVE_OR_REJECT,
  },
  'acknowledge-allergen': {
    role: 'sales-consultant',
    ladder: MANAGER,
    ruleIds: ['BAK-38'],
    zh: '顾客确认新增过敏原',
    en: 'Have the customer acknowledge the added allergen',
    yesNo: [{ acknowledged: true }, { acknowledged: false }],
  },
  'cancellation-decision': {
    role: 'store-manager',
    ladder: ['management'],
    ruleIds: ['BAK-39', 'BAK-40'],
    zh: '取消原因确认',
    en: 'Confirm the cancellation and its cause',
    yesNo: APPROVE_OR_REJECT,
  },
  refund: { role: 'finance', ladder: MANAGER, ruleIds: ['BAK-39', 'BAK-40'], zh: '支付退款', en: 'Pay the refund' },
  'materials-settled': {
    role: 'production-supervisor',
    ladder: MANAGER,
    ruleIds: ['BAK-48'],
    zh: '备料安排',
    en: 'Settle the materials',
    step: 'materials',
  },
  'materials-complete': {
    role: 'production-supervisor',
    ladder: MANAGER,
    ruleIds: ['BAK-47'],
    zh: '原料到齐',
    en: 'Have all materials in',
    step: 'materials',
  },
  'sign-task-sheet': {
    role: 'baker',
    ladder: PRODUCTION,
    ruleIds: ['BAK-44'],
    zh: '签收生产任务单',
    en: 'Sign the production task sheet',
    step: 'making',
    dueBy: { due: 'planned-start' },
  },
  'telephone-customer': {
    role: 'sales-consultant',
    ladder: SERVICE,
    ruleIds: ['BAK-08', 'BAK-45', 'BAK-60'],
    zh: '电话联系顾客',
    en: 'Telephone the customer',
  },
  'making-done': { role: 'baker', ladder: PRODUCTION, ruleIds: ['BAK-46'], zh: '制作完成', en: 'Finish making', step: 'making' },
  'daily-photos': {
    role: 'baker',
    ladder: PRODUCTION,
    ruleIds: ['BAK-49', 'BAK-50'],
    zh: '上传当日关键步骤照片',
    en: "Upload the day's key-step photos",
  },
  'quality-check': {
    role: 'qc-inspector',
    ladder: PRODUCTION,
    ruleIds: ['BAK-51'],
    zh: '质量抽检',
    en: 'Check quality',
    step: 'quality-check',
    yesNo: [{ result: 'pass' }, { result: 'fail' }],
  },
  'decoration-done': {
    role: 'baker',
    ladder: PRODUCTION,
    ruleIds: ['BAK-52'],
    zh: '装饰完成并留底照片',
    en: 'Finish decoration, photo kept',
    alsoTell: ['sales-consultant'],
    step: 'decoration',
    dueBy: { due: 'decoration-due', remind: 'decoration-remind' },
    photos: { photoId: 'decoration' },
  },
  'packing-checklist': {
    role: 'packer',
    ladder: PRODUCTION,
    ruleIds: ['BAK-62', 'BAK-63', 'BAK-64', 'BAK-65', 'BAK-66', 'BAK-67', 'BAK-68', 'BAK-69'],
    zh: '打包核对',
    en: 'Complete the packing checklist',
    step: 'packing',
    photos: { labelPhotoId: 'fragile-label' },
  },
  'dispatch-check': {
    role: 'delivery-staff',
    ladder: PRODUCTION,
    ruleIds: ['BAK-70', 'BAK-71', 'BAK-73'],
    zh: '发车检查',
    en: 'Check vehicle and route',
    alsoTell: ['sales-consultant'],
    step: 'delivery',
    dueBy: { due: 'dispatch-due', remind: 'dispatch-remind' },
  },
  'hand-over': {
    role: 'delivery-staff',
    ladder: PRODUCTION,
    ruleIds: ['BAK-75'],
    zh: '交付签收',
    en: 'Hand over: signature and photo',
    step: 'delivery',
    photos: { photoId: 'hand-over', signatureId: 'signature' },
  },
  'settle-balance': {
    role: 'finance',
    ladder: MANAGER,
    ruleIds: ['BAK-77'],
    zh: '结清尾款',
    en: 'Settle the balance',
    alsoTell: ['sales-consultant'],
  },
  'follow-up-visit': {
    role: 'customer-service',
    ladder: MANAGER,
    ruleIds: ['AFT-88', 'AFT-89', 'AFT-90', 'AFT-91'],
    zh: '顾客回访',
    en: 'Visit the customer',
  },
  'answer-exception': {
    role: 'production-supervisor',
    ladder: MANAGER,
    ruleIds: ['BAK-58', 'BAK-86'],
    zh: '处理异常',
    en: 'Answer the exception',
  },
  'contact-supplier': {
    role: 'production-supervisor',
    ladder: MANAGER,
    ruleIds: ['BAK-59'],
    zh: '联系备选供应商',
    en: 'Contact a backup supplier',
  },
  escalated: {
    role: 'store-manager',
    ladder: ['management'],
    ruleIds: ['BAK-61'],
    zh: '店长介入处理',
    en: 'Step in and decide',
    yesNo: [{ decision: 'continue' }, { decision: 'rework' }],
  },
  'committee-vote': {
    role: 'food-safety-committee',
    ladder: MANAGER,
    ruleIds: ['BAK-81'],
    zh: '食品安全委员会表决',
    en: 'Food-safety committee votes',
    membersOnly: true,
    yesNo: [{ vote: 'release' }, { vote: 'hold' }],
  },
} as const satisfies Record<string, BakeryTaskRule>;

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
