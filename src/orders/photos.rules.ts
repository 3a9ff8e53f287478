/** A step whose photo proves something that a rule demands. */
export interface Proof {
  readonly ruleId: string;
  readonly zh: string;
  readonly en: string;
}

/** BAK-76. What is proved of orders of every kind; a kind adds the steps of its own making. */
export const ORDER_PROOFS = {
  'receipt-problem': { ruleId: 'BAK-76', zh: '签收异常', en: 'what is wrong at receipt' },
} as const satisfies Record<string, Proof>;
