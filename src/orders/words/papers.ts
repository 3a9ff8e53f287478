import type { TwoNames } from '../../process/outbox/names';

const row = (zh: string, en: string): TwoNames => ({ zh, en });

/** What papers of orders are called. */
export const PAPER_NAMES = {
  letter: row('定制订单确认函', 'Order confirmation'),
  receipt: row('收据', 'Receipt'),
  label: row('包装标签', 'Packing label'),
  brief: row('生产晨会通报', 'Morning brief'),
};

/** What stands on them, beside what letters say too (`LABELS`). ICU messages. */
export const PAPER_WORDS = {
  order: row('订单号 {order}', 'Order {order}'),
  product: row('产品', 'Product'),
  price: row('单价 × 数量', 'Price × quantity'),
  amount: row('金额', 'Amount'),
  at: row('时间', 'When'),
  customer: row('顾客', 'Customer'),
  goods: row('订购内容', 'Ordered'),
  payments: row('收退款记录', 'Payments'),
  paidBy: row('方式', 'Paid by'),
  cameIn: row('收款', 'received'),
  wentBack: row('退款', 'refunded'),
  noInvoice: row('本收据不作为发票。', 'This receipt is not a tax invoice.'),
  printedAt: row('打印于 {at}', 'Printed {at}'),
  allergens: row('过敏原：{allergens}', 'ALLERGENS: {allergens}'),
  noAllergens: row('未申报过敏原', 'No allergens declared'),
  foot: row(
    '{shop} · {address} · 应急联系 {emergency} · 投诉电话 {complaints}',
    '{shop} · {address} · emergency contact {emergency} · complaints {complaints}',
  ),
  // BAK-43
  totals: row('今日合计', 'In all'),
  deliveries: row('当日订单', 'Orders of the day'),
  moreOrders: row('另有更多订单，见系统。', 'There are more orders than stand here.'),
  hour: row('时间', 'Hour'),
  number: row('订单号', 'Order'),
  watch: row('注意', 'Watch'),
  highRisk: row('高风险', 'high risk'),
  late: row('逾期', 'late'),
  risks: row('风险点与跟踪', 'Risk points'),
  risk: row('风险', 'Risk'),
  mitigation: row('措施', 'What is done about it'),
  owner: row('负责人', 'Owner'),
  checkpoints: row('检查点', 'Checkpoints'),
  lateSteps: row('已逾期的任务', 'Steps that are late'),
  step: row('任务', 'Step'),
  due: row('截止', 'Due'),
  who: row('经办', 'With'),
  away: row('缺勤与代理', 'Away, and who stands in'),
  absent: row(
    '{name}（{roles}）{hasDeputy, select, yes {，由 {deputy} 代理} other {}}',
    '{name} ({roles}){hasDeputy, select, yes {, {deputy} stands in} other {}}',
  ),
  nothing: row('无', 'none'),
  notes: row('会议记录', 'Notes'),
};
