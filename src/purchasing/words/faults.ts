import type { Words } from '../../platform/words/instants';
import type { PurchasingFaults } from '../purchasing-faults.messages';

/** What is said against an answer of a supplier, and against what is said of one. ICU messages. */
export const PURCHASING_FAULTS = {
  'no-promise': { zh: '须为将来一年之内的时间', en: 'Must lie in the future, and within a year' },
  'question-closed': { zh: '此询问已有答复，或已结束。', en: 'This question has been answered, or is no longer open.' },
  'not-a-service-address': {
    zh: '须为 http 或 https 网址，且不含用户名和密码',
    en: 'Must be an http or https address without a name and password',
  },
} as const satisfies Record<keyof PurchasingFaults, Words>;
