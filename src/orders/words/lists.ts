import type { Words } from '../../platform/words/instants';
import type { Channel } from '../order.schema';
import type { DeliveryMethod, Occasion, OrderWithdrawReason, Urgency } from '../order.messages';
import type { Age } from '../receivables.rules';
import type { StaffAct } from '../staff-acts.rules';
import type { StageColumn } from '../boards/boards.rules';
import type { OrderState, Overlay, Stage } from '../order-state.rules';

/** BAK-94. Where an order stands, as the staff say it. */
export const STATES: Readonly<Record<OrderState, Words>> = {
  draft: { zh: '草稿', en: 'draft' },
  'awaiting-design': { zh: '待确认设计稿', en: 'awaiting design' },
  'feasibility-review': { zh: '可行性审核', en: 'feasibility review' },
  'awaiting-deposit': { zh: '待预付款', en: 'awaiting prepayment' },
  materials: { zh: '备料', en: 'materials' },
  making: { zh: '制作', en: 'making' },
  decoration: { zh: '装饰', en: 'decoration' },
  'final-check': { zh: '终检', en: 'final check' },
  packing: { zh: '打包', en: 'packing' },
  ready: { zh: '待取送', en: 'ready' },
  'out-for-delivery': { zh: '配送中', en: 'out for delivery' },
  delivered: { zh: '已交付', en: 'delivered' },
  closed: { zh: '已完成', en: 'closed' },
  declined: { zh: '未接单', en: 'declined' },
  cancelled: { zh: '已取消', en: 'cancelled' },
};

/** What a stage is called where its deadline and its assignee stand (BAK-03, BAK-09). */
export const STAGE_NAMES: Readonly<Record<Stage, Words>> = {
  materials: { zh: '备料', en: 'materials' },
  making: { zh: '制作', en: 'making' },
  'quality-check': { zh: '质检', en: 'quality check' },
  decoration: { zh: '装饰', en: 'decoration' },
};

/** The columns of the board of stages. */
export const STAGE_COLUMN_NAMES: Readonly<Record<StageColumn, Words>> = {
  intake: { zh: '接单', en: 'intake' },
  materials: { zh: '备料', en: 'materials' },
  making: { zh: '制作', en: 'making' },
  finishing: { zh: '检验与打包', en: 'checks and packing' },
  delivery: { zh: '取送', en: 'delivery' },
};

/** What stands beside a state without replacing it. */
export const OVERLAY_NAMES: Readonly<Record<Overlay, Words>> = {
  'change-pending': { zh: '调整待批', en: 'change pending' },
  'exception-open': { zh: '异常处理中', en: 'exception open' },
  escalated: { zh: '已升级', en: 'escalated' },
  breached: { zh: '有环节超时', en: 'a step is late' },
  overdue: { zh: '交付逾期', en: 'overdue' },
  'workflow-lost': { zh: '流程中断', en: 'workflow lost' },
  'record-refused': { zh: '记录被拒', en: 'record refused' },
};

/** What staff do with an order, as the button says it. */
export const ACT_NAMES: Readonly<Record<StaffAct, Words>> = {
  requestChange: { zh: '申请调整', en: 'Ask for a change' },
  reportException: { zh: '报告问题', en: 'Report a problem' },
  recordPayment: { zh: '登记收款', en: 'Record a payment' },
  recordCost: { zh: '登记成本', en: 'Enter a cost' },
  cancel: { zh: '取消订单', en: 'Cancel the order' },
};

/** BAK-32. How long something has been owed. */
export const AGE_NAMES: Readonly<Record<Age, Words>> = {
  upcoming: { zh: '未到交付时间', en: 'not yet due' },
  week: { zh: '7 天内', en: 'up to 7 days' },
  month: { zh: '8–30 天', en: '8 to 30 days' },
  older: { zh: '超过 30 天', en: 'over 30 days' },
};

/** BAK-15. How an order comes in. */
export const CHANNEL_NAMES: Readonly<Record<Channel, Words>> = {
  counter: { zh: '门店', en: 'at the counter' },
  phone: { zh: '电话', en: 'by telephone' },
  wechat: { zh: '微信', en: 'WeChat' },
  web: { zh: '网站', en: 'website' },
  email: { zh: '邮件', en: 'e-mail' },
  letter: { zh: '信函', en: 'letter' },
};

/** BAK-24. */
export const OCCASIONS: Readonly<Record<Occasion, Words>> = {
  birthday: { zh: '生日', en: 'birthday' },
  wedding: { zh: '婚礼', en: 'wedding' },
  corporate: { zh: '企业活动', en: 'corporate event' },
  other: { zh: '其他', en: 'other' },
};

/** BAK-24. */
export const URGENCIES: Readonly<Record<Urgency, Words>> = {
  normal: { zh: '普通', en: 'normal' },
  rush: { zh: '加急', en: 'rush' },
};

/** How an order reaches its customer. */
export const DELIVERY_METHODS: Readonly<Record<DeliveryMethod, Words>> = {
  pickup: { zh: '到店自取', en: 'pick-up at the shop' },
  courier: { zh: '送货上门', en: 'delivery to the door' },
};

/** BAK-38. The parts of an order that a change may touch. */
export const CHANGED_PARTS: Readonly<Record<string, Words>> = {
  lines: { zh: '产品', en: 'what is made' },
  deliveryAt: { zh: '交付时间', en: 'when it is delivered' },
  method: { zh: '交付方式', en: 'how it is delivered' },
  occasion: { zh: '场合', en: 'the occasion' },
  urgency: { zh: '加急', en: 'the urgency' },
  details: { zh: '收货信息或备注', en: 'delivery details or notes' },
};

/** Why a step of an order is needed no more. */
export const WITHDRAWALS: Readonly<Record<OrderWithdrawReason, Words>> = {
  'order-cancelled': { zh: '订单已取消', en: 'the order is cancelled' },
  'order-delivered': { zh: '订单已交付', en: 'the order is delivered' },
  'production-over': { zh: '生产已结束', en: 'production is over' },
  'another-made': { zh: '另做一份', en: 'another one is made' },
  'made-again': { zh: '重新制作', en: 'it is made again' },
  'sheet-reissued': { zh: '生产任务单已重新下达', en: 'the task sheet is issued anew' },
  'newer-amount': { zh: '金额已更新', en: 'a newer amount takes its place' },
  'newer-review': { zh: '新版本正在审核', en: 'a newer version is reviewed' },
  'no-supplier': { zh: '供应商均无货', en: 'no supplier has it' },
  'shortage-settled': { zh: '短缺已解决', en: 'the shortage is settled' },
  'prepayment-in': { zh: '预付款已到', en: 'the prepayment is in' },
  'workflow-lost': { zh: '订单的流程已中断', en: 'the workflow of the order was lost' },
  'newer-repair': { zh: '已有新的补救', en: 'a newer repair takes its place' },
  'workflow-lives': { zh: '订单的流程已恢复', en: 'the workflow of the order lives again' },
  'exception-settled': { zh: '异常已处理', en: 'the exception is settled' },
};
