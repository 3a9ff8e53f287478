/** One line of the packing checklist with the clause that asks for it. */
export interface PackingLine {
  readonly id: string;
  readonly ruleId: string;
  readonly zh: string;
  readonly en: string;
}

const line = <I extends string>(id: I, ruleId: string, zh: string, en: string) => ({ id, ruleId, zh, en }) as const;

const ALWAYS = [
  line('custom-box', 'BAK-62', '产品装入定制包装盒', 'In the custom packaging box'),
  line(
    'quality-card',
    'BAK-63',
    '放入《品质承诺卡》（店长签名、生产日期、保质期、投诉电话）',
    'Quality commitment card enclosed, its four fields filled in',
  ),
] as const;
const FRAGILE = [
  line('shock-proof', 'BAK-64', '易碎产品双层防震包装', 'Double-layer shock-proof packing'),
  line('fragile-label', 'BAK-65', '贴“易碎”标识并拍照', 'Marked as fragile'),
] as const;
const BIRTHDAY = [
  line(
    'greeting-card',
    'BAK-66',
    '放入定制贺卡（制作团队照片，“用心烘焙每一份幸福”）',
    'Greeting card with the team photo and the greeting',
  ),
] as const;
const CORPORATE = [
  line('eco-packaging', 'BAK-67', '使用环保包装（如纸袋代替塑料盒）', 'Environmentally friendly packaging'),
  line('green-statement', 'BAK-68', '包装标明“本店支持绿色烘焙”', 'Packaging states that the store supports green baking'),
] as const;
const HAND_OVER = [
  line('order-number', 'BAK-69', '核对订单号', 'Order number checked'),
  line('signee', 'BAK-69', '核对客户签收人', "Customer's signee checked"),
] as const;

/** Ids of the lines a checklist can hold. */
export type PackingLineId = (typeof ALWAYS | typeof FRAGILE | typeof BIRTHDAY | typeof CORPORATE | typeof HAND_OVER)[number]['id'];

/** Every line a checklist can hold. */
export const PACKING_LINES: readonly PackingLine[] = [...ALWAYS, ...FRAGILE, ...BIRTHDAY, ...CORPORATE, ...HAND_OVER];

/** What decides the lines of an order's checklist. */
export interface PackingFacts {
  readonly fragile: boolean;
  readonly occasion: string;
}

/** BAK-62…69. The packing checklist of an order, in the order in which it is worked through. */
export const packingLines = ({ fragile, occasion }: PackingFacts): readonly (PackingLine & { readonly id: PackingLineId })[] => [
  ...ALWAYS,
  ...(fragile ? FRAGILE : []),
  ...(occasion === 'birthday' ? BIRTHDAY : []),
  ...(occasion === 'corporate' ? CORPORATE : []),
  ...HAND_OVER,
];
