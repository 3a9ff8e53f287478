import { ORDER_PROOFS, type Proof } from '../orders/photos.rules';

/**
 * The steps whose photo proves something that a rule demands. A photo carries the step it was uploaded for, and only a photo of the named
 * step is the proof: a picture of the shop window is none of the hand-over. Key steps of making are `KEY_STEPS` (BAK-49, BAK-50).
 */
export const PROOFS = {
  'design-draft': { ruleId: 'BAK-25', zh: '设计稿', en: 'the design draft' },
  decoration: { ruleId: 'BAK-52', zh: '装饰完成', en: 'the finished decoration' },
  'fragile-label': { ruleId: 'BAK-65', zh: '“易碎”标识', en: 'the "fragile" label' },
  ...ORDER_PROOFS,
  'hand-over': { ruleId: 'BAK-75', zh: '交付现场', en: 'the hand-over' },
  signature: { ruleId: 'BAK-75', zh: '顾客签字', en: "the customer's signature" },
} as const satisfies Record<string, Proof>;

export type ProofStep = keyof typeof PROOFS;
