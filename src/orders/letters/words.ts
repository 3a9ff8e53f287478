import type { TwoNames } from '../../process/outbox/names';

const row = (zh: string, en: string): TwoNames => ({ zh, en });

/** Over the boxed parts of letters about an order. */
export const HEADINGS = {
  order: row('订单信息', 'Order'),
  goods: row('产品规格', 'Specification'),
  schedule: row('制作周期', 'Production cycle'),
  delivery: row('交付信息', 'Delivery'),
  amounts: row('金额', 'Amounts'),
  refunds: row('调整、取消与退款', 'Changes, cancellation and refunds'),
  calculation: row('退款计算', 'How the refund is calculated'),
  exception: row('异常情况', 'Exception'),
  changes: row('变化', 'Changes'),
};

/** Before what is known of an order. */
export const LABELS = {
  number: row('订单号', 'Order number'),
  deliveryAt: row('交付时间', 'Delivery time'),
  method: row('交付方式', 'Delivery method'),
  address: row('送货地址', 'Address'),
  shopAddress: row('取货地址', 'Collect at'),
  recipient: row('收件人', 'Recipient'),
  collector: row('取货人', 'Collected by'),
  recipientPhone: row('联系电话', 'Telephone'),
  acceptedAt: row('接单时间', 'Accepted'),
  windowEndsAt: row('可调整至', 'Changes until'),
  cycle: row('制作周期', 'Production cycle'),
  total: row('订单总额', 'Total'),
  deposit: row('预付款', 'Prepayment'),
  received: row('已付款项', 'Received'),
  outstanding: row('待付尾款', 'Balance due'),
  refunded: row('已退款项', 'Refunded'),
  cause: row('取消原因', 'Cause'),
  emergency: row('应急联系', 'Emergency contact'),
  exceptionType: row('类型', 'Kind'),
  item: row('涉及物料', 'Item'),
  flavour: row('口味', 'Flavour'),
  size: row('规格', 'Size'),
  requirements: row('要求', 'Requirements'),
  allergens: row('过敏原', 'Allergens'),
  note: row('备注', 'Note'),
  refundDue: row('应退款项', 'Due back to you'),
  product: row('产品', 'Product'),
  quantity: row('数量', 'Quantity'),
};
export type Label = keyof typeof LABELS;

/** ICU messages of small things: quantities, the production cycle. */
export const PHRASES = {
  changed: row('{before} → {after}', '{before} → {after}'),
  none: row('无', 'none'),
  ofLine: row('{product} · {label}', '{product} · {label}'),
  quantity: row('{n, number} 件', '{n, plural, =1 {1 piece} other {# pieces}}'),
  cycle: row(
    '{start} 开始制作，{finish} 交付（约 {days, plural, =0 {当日} other {# 天}}）',
    'made from {start}, handed over {finish} ({days, plural, =0 {the same day} =1 {about 1 day} other {about # days}})',
  ),
  goods: row('{n, plural, =1 {{first}} other {{first}等 # 款产品}}', '{n, plural, offset:1 =1 {{first}} other {{first} and # more}}'),
};

/** BAK-33. What the confirmation says of changes, cancellation and refunds. */
export const REFUND_RULES: readonly TwoNames[] = [
  row(
    '{hasWindow, select, yes {{windowEndsAt} 前可申请调整订单内容，经店长审批后生效；装饰（无装饰的产品为包装）开始后不再调整。} other {调整期已结束，订单按现有内容制作。}}',
    '{hasWindow, select, yes {Changes may be asked for until {windowEndsAt}; each takes effect when the store manager approves it. Once decoration (packing, where there is none) has started, nothing can be changed.} other {The time for changes is over; the order is made as it stands.}}',
  ),
  row(
    '因我方原因取消（如逾期交付），全额退款。',
    'If we are the cause (late delivery, for instance), a cancelled order is refunded in full.',
  ),
  row(
    '因您的原因取消，退款为已付款项扣除已实际产生的成本。',
    'If you cancel, you get back what you paid less the costs that have actually arisen.',
  ),
  row('退款在确认后 {refundDays} 日内支付。', 'A refund is paid within {refundDays} days of the decision.'),
];
