import type { Words } from '../../platform/words/instants';

/** What the fields are called that many answers have. */
export const PROCESS_FIELDS = {
  action: { zh: '处理方式', en: 'what is done' },
  reason: { zh: '原因', en: 'reason' },
  remarks: { zh: '备注', en: 'remarks' },
  decision: { zh: '决定', en: 'decision' },
} as const satisfies Record<string, Words>;
