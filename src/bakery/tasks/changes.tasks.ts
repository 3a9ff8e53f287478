import { PAYMENT_METHODS } from '../../base/money';
import { fen, flag, id, oneOf, optional, under } from '../../base/read';
import type { CancelCause } from '../../orders/order.messages';
import { choices } from '../../process/tasks/choices.rules';
import type { BakeryTaskRule } from './steps.rules';

const APPROVE_OR_REJECT = [{ decision: 'approve' }, { decision: 'reject' }] as const;

/** What becomes of an accepted order that shall be another one, or none (BAK-36 to 41). */
export const CHANGE_TASKS = {
  'change-decision': {
    role: 'store-manager',
    ladder: ['management'],
    ruleIds: ['BAK-37'],
    zh: '订单调整审批',
    en: 'Decide the change',
    about: ['change'],
    decides: true,
    yesNo: APPROVE_OR_REJECT,
    answer: choices({ decision: oneOf('approve', 'reject'), previewHash: optional(id) }),
  },
  'acknowledge-allergen': {
    role: 'sales-consultant',
    ladder: ['store-manager'],
    ruleIds: ['BAK-38'],
    zh: '顾客确认新增过敏原',
    en: 'Have the customer acknowledge the added allergen',
    about: ['allergens'],
    yesNo: [{ acknowledged: true }, { acknowledged: false }],
    answer: choices({ acknowledged: flag }),
  },
  'cancellation-decision': {
    role: 'store-manager',
    ladder: ['management'],
    ruleIds: ['BAK-39', 'BAK-40'],
    zh: '取消原因确认',
    en: 'Confirm the cancellation and its cause',
    decides: true,
    yesNo: APPROVE_OR_REJECT,
    answer: choices({
      decision: oneOf('approve', 'reject'),
      cause: optional(oneOf('store', 'customer', 'neither')),
      /** BAK-40: what goes back where the cause is neither side's; without it, everything that is held. */
      refundFen: optional(under('BAK-40', fen)),
    }),
  },
  refund: {
    role: 'finance',
    ladder: ['store-manager'],
    ruleIds: ['BAK-39', 'BAK-40'],
    zh: '支付退款',
    en: 'Pay the refund',
    about: ['why'],
    movesMoney: true,
    answer: choices({ amountFen: fen, method: oneOf(...PAYMENT_METHODS) }),
  },
} as const satisfies Record<string, BakeryTaskRule>;

/** What each of them is about. */
export interface ChangeContexts {
  readonly 'change-decision': { readonly change: string; readonly previewHash: string };
  readonly 'acknowledge-allergen': { readonly allergens: readonly string[]; readonly version: number };
  readonly 'cancellation-decision': {
    readonly cause: CancelCause;
    readonly receivedFen: number;
    readonly refundedFen: number;
    readonly costsFen: number;
  };
  /** `why` names the debt. */
  readonly refund: { readonly refundFen: number; readonly why: string };
}
