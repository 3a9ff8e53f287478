import type { Words } from '../../platform/words/instants';
import type { PurchasingFaults } from '../purchasing-faults.messages';

/** What is said against an answer of a supplier. ICU messages. */
export const PURCHASING_FAULTS = {
  'no-promise': { zh: '须为将来一年之内的时间', en: 'Must lie in the future, and within a year' },
  'question-closed': { zh: '此询问已有答复，或已结束。', en: 'This question has been answered, or is no longer open.' },
} as const satisfies Record<keyof PurchasingFaults, Words>;
