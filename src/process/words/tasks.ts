import type { RepairAction } from '../repairs.rules';
import type { PauseReason, WithdrawReason } from '../process.messages';
import type { Words } from '../../platform/words/instants';

/** BAK-41. What is done where something could not be done automatically. */
export const REPAIR_NAMES = {
  retry: { zh: '重试', en: 'try again' },
  'done-outside': { zh: '已另行处理', en: 'done outside' },
  'start-again': { zh: '按记录重新启动', en: 'start again from the record' },
  refund: { zh: '退款并结束', en: 'give back and end' },
  'write-off': { zh: '核销关闭', en: 'write off' },
  'give-up': { zh: '放弃', en: 'give up' },
} as const satisfies Record<RepairAction, Words>;

/** How whoever is asked decides. */
export const DECISIONS = {
  approve: { zh: '同意', en: 'approved' },
  reject: { zh: '不同意', en: 'rejected' },
  approved: { zh: '同意', en: 'approved' },
  rejected: { zh: '不同意', en: 'rejected' },
} as const satisfies Record<string, Words>;

/** Why a task's clock stands. */
export const PAUSES: Readonly<Record<PauseReason, Words>> = {
  'customer-to-answer': { zh: '等待顾客答复', en: 'the customer is to answer' },
  'order-on-hold': { zh: '订单已暂停', en: 'the order is on hold' },
  'case-open': { zh: '售后事项处理中', en: 'a case is open' },
};

/** Why a step of any process is needed no more; chapters add their reasons to the list. */
export const WITHDRAWALS = {
  'nothing-owed': { zh: '款项已结清', en: 'nothing is owed any more' },
  'nobody-waits': { zh: '此任务已无人等待', en: 'nobody waits for it any more' },
} as const satisfies Partial<Record<WithdrawReason, Words>>;
