import type { PauseReason, WithdrawReason } from '../../process/process.messages';
import { PROOFS } from '../../bakery/photos.rules';
import { KEY_STEPS } from '../../bakery/products.rules';
import type { Words } from './instants';

/** What people choose among in their answers, and what the order makes of them, by id: one list, since each id means one thing. */
export const CHOICES: Readonly<Record<string, Words>> = {
  // BAK-27
  feasible: { zh: '可行', en: 'feasible' },
  'feasible-with-conditions': { zh: '有条件可行', en: 'feasible with conditions' },
  'not-feasible': { zh: '不可行', en: 'not feasible' },
  decline: { zh: '不接单', en: 'decline' },
  'review-again': { zh: '重新审核', en: 'review again' },
  'will-pay': { zh: '顾客将付款', en: 'will pay' },
  // decisions
  approve: { zh: '同意', en: 'approved' },
  reject: { zh: '不同意', en: 'rejected' },
  approved: { zh: '同意', en: 'approved' },
  rejected: { zh: '不同意', en: 'rejected' },
  continue: { zh: '继续', en: 'go on' },
  rework: { zh: '返工', en: 'make again' },
  change: { zh: '调整订单', en: 'change the order' },
  cancel: { zh: '取消订单', en: 'cancel the order' },
  retry: { zh: '重试', en: 'try again' },
  'done-outside': { zh: '已另行处理', en: 'done outside' },
  'start-again': { zh: '按记录重新启动', en: 'start again from the record' },
  refund: { zh: '退款并结束', en: 'give back and end' },
  'write-off': { zh: '核销关闭', en: 'write off' },
  'give-up': { zh: '放弃', en: 'give up' },
  // BAK-81
  release: { zh: '放行', en: 'release' },
  hold: { zh: '继续暂停', en: 'hold' },
  destroy: { zh: '销毁', en: 'destroy' },
  // BAK-51
  pass: { zh: '合格', en: 'pass' },
  fail: { zh: '不合格', en: 'fail' },
  'not-sampled': { zh: '未抽检', en: 'not sampled' },
  // BAK-76, BAK-86: how an exception ends
  resolved: { zh: '已解决', en: 'resolved' },
  accept: { zh: '顾客接受', en: 'accepted' },
  replace: { zh: '更换', en: 'replace' },
  'partial-refund': { zh: '部分退款', en: 'partial refund' },
  refuse: { zh: '顾客拒收', en: 'refused' },
  escalate: { zh: '升级处理', en: 'escalate' },
  complete: { zh: '已到齐', en: 'complete' },
  sourced: { zh: '已找到供应商', en: 'a supplier was found' },
  'order-cancelled': { zh: '订单已取消', en: 'the order was cancelled' },
  // BAK-39, BAK-40
  store: { zh: '我方原因', en: 'our cause' },
  customer: { zh: '顾客原因', en: 'the customer’s cause' },
  neither: { zh: '非双方原因', en: 'nobody’s cause' },
  // money and its ways
  cash: { zh: '现金', en: 'cash' },
  card: { zh: '银行卡', en: 'card' },
  wechat: { zh: '微信', en: 'WeChat' },
  alipay: { zh: '支付宝', en: 'Alipay' },
  transfer: { zh: '转账', en: 'transfer' },
  ingredients: { zh: '原料', en: 'ingredients' },
  labour: { zh: '人工', en: 'labour' },
  packaging: { zh: '包装', en: 'packaging' },
  delivery: { zh: '配送', en: 'delivery' },
  waste: { zh: '损耗', en: 'waste' },
  // AFT-89
  telephone: { zh: '电话', en: 'telephone' },
  sms: { zh: '短信', en: 'text message' },
  questionnaire: { zh: '问卷', en: 'questionnaire' },
  visit: { zh: '上门', en: 'visit' },
  // BAK-71
  'earlier-departure': { zh: '提前出发', en: 'earlier departure' },
  'other-vehicle': { zh: '更换车辆', en: 'other vehicle' },
  'other-route': { zh: '更换路线', en: 'other route' },
  'pick-up': { zh: '改为自取', en: 'pick-up' },
  // BAK-58
  'ingredient-shortage': { zh: '原料短缺', en: 'ingredient shortage' },
  'process-problem': { zh: '工艺难题', en: 'process problem' },
  'food-safety': { zh: '食品安全', en: 'food safety' },
  'delivery-problem': { zh: '配送异常', en: 'delivery problem' },
  'severe-weather': { zh: '恶劣天气', en: 'severe weather' },
  'receipt-problem': { zh: '签收异常', en: 'receipt problem' },
  other: { zh: '其他', en: 'other' },
  // why the change window closed (BAK-36)
  time: { zh: '到期', en: 'its time is over' },
  decoration: { zh: '开始装饰', en: 'decoration began' },
  packing: { zh: '开始打包', en: 'packing began' },
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

/** BAK-50. What a photo shows: a key step of the product, the proof that a rule demands, or what else people photograph. */
export const PHOTO_STEPS: Readonly<Record<string, Words>> = {
  ...KEY_STEPS,
  ...PROOFS,
  making: { zh: '制作', en: 'making' },
  packing: { zh: '打包', en: 'packing' },
  exception: { zh: '异常', en: 'exception' },
};

/** Why a task's clock stands. */
export const PAUSES: Readonly<Record<PauseReason, Words>> = {
  'customer-to-answer': { zh: '等待顾客答复', en: 'the customer is to answer' },
  'order-on-hold': { zh: '订单已暂停', en: 'the order is on hold' },
  'case-open': { zh: '售后事项处理中', en: 'a case is open' },
};

/** Why a step is needed no more. */
export const WITHDRAWALS: Readonly<Record<WithdrawReason, Words>> = {
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
  'nothing-owed': { zh: '款项已结清', en: 'nothing is owed any more' },
  'workflow-lost': { zh: '订单的流程已中断', en: 'the workflow of the order was lost' },
  'newer-repair': { zh: '已有新的补救', en: 'a newer repair takes its place' },
  'workflow-lives': { zh: '订单的流程已恢复', en: 'the workflow of the order lives again' },
  'exception-settled': { zh: '异常已处理', en: 'the exception is settled' },
};
