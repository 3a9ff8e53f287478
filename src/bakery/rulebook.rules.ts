import { calendarDays, count, hours, minutes, percent, timeOfDay, valuesOf, type Rule, type RuleValue } from '../base/rule';
import { QUIET } from '../process/outbox/quiet-hours.rules';

const law = <V extends RuleValue>(id: string, value: V, zh: string, en: string): Rule<V> => ({ id, zh, en, value, source: 'regulation' });
const own = <V extends RuleValue>(id: string, value: V, zh: string, en: string): Rule<V> => ({ id, zh, en, value, source: 'reading' });

/**
 * The bakery regulation's numbers (docs/spec/bakery-orders.md, and after-sales.md for the follow-up visit), each beside its clause.
 * A key is what the code says; the id is what people say.
 */
export const BAKERY = {
  designReminder: own('BAK-25', hours(24), '设计稿待确认期间每日提醒顾客一次', 'While a draft waits, the customer is reminded once a day'),
  feasibilityRemind: own('BAK-27', hours(2), '可行性审核两小时未完成提醒', 'Feasibility review: reminder after 2 h'),
  feasibilityDue: own('BAK-27', hours(4), '可行性审核四小时内完成', 'Feasibility review: decided within 4 h'),
  depositShare: law('BAK-31', percent(30), '定制订单须预付30%', 'A custom order requires a 30 % prepayment'),
  depositRemind: own('BAK-31', hours(24), '预付款24小时未到提醒顾客', 'Prepayment: customer reminded after 24 h'),
  depositHandOver: own('BAK-31', hours(48), '预付款48小时未到转销售顾问处理', 'Prepayment: handed to the sales consultant at 48 h'),
  letterDelivered: own(
    'BAK-33',
    hours(1),
    '确认函一小时内送达，否则提醒销售顾问',
    'Confirmation letter delivered within 1 h, or the consultant is alerted',
  ),
  changeWindow: law('BAK-36', hours(72), '接单后72小时内可调整订单内容', 'Order content may be adjusted within 72 h'),
  changeWindowRemind: own('BAK-36', hours(12), '调整期结束前12小时提醒顾客', 'Customer reminded 12 h before the window closes'),
  changeDecisionRemind: own('BAK-37', hours(2), '调整审批两小时未定提醒店长', 'Change decision: reminder after 2 h'),
  changeDecisionDue: own('BAK-37', hours(4), '调整审批四小时内决定', 'Change decision: decided within 4 h'),
  cancellationRemind: own('BAK-39', hours(2), '取消申请两小时未定提醒店长', 'Cancellation and its cause: reminder after 2 h'),
  cancellationDue: own('BAK-39', hours(4), '取消及其原因四小时内由店长确认', 'Cancellation and its cause: decided within 4 h'),
  refundDue: own('BAK-39', calendarDays(3), '退款三日内支付', 'A refund is paid within 3 days'),
  repairDue: own(
    'BAK-41',
    hours(4),
    '无法自动撤销的采购四小时内人工处理',
    'A purchase that could not be called off is settled by hand within 4 h',
  ),
  reminderTime: own(
    'BAK-45',
    timeOfDay('10:00'),
    '制作前一日10:00发送《温馨提示》',
    'The warm reminder goes out at 10:00 on the day before making',
  ),
  materialsComplete: law('BAK-47', hours(24), '24小时内完成原料采购', 'Raw-material purchase finished within 24 h'),
  materialsDue: law('BAK-48', hours(8), '接单后8小时内备料', 'Materials settled 8 h after the order is accepted'),
  materialsRemind: own('BAK-48', hours(6), '备料六小时提醒', 'Materials: reminder at 6 h'),
  photosDue: law('BAK-49', timeOfDay('17:00'), '关键步骤照片每日17:00前上传', 'Key-step photos before 17:00 every day'),
  photosRemind: own('BAK-49', timeOfDay('16:00'), '16:00提醒上传照片', 'Photo reminder at 16:00'),
  qualityDue: law('BAK-51', timeOfDay('18:00'), '品控抽检每日18:00前完成', 'Quality sampling before 18:00 every day'),
  qualityRemind: own('BAK-51', timeOfDay('17:30'), '17:30提醒抽检', 'Quality reminder at 17:30'),
  decorationBefore: law('BAK-52', hours(24), '装饰于交付前1天完成并留底照片', 'Decoration photographed 1 day before delivery'),
  decorationRemind: own('BAK-52', hours(4), '装饰到期前四小时提醒', 'Decoration: reminder 4 h before due'),
  shortageReport: law('BAK-58', hours(2), '原料短缺、工艺难题2小时内上报', 'Shortage or difficulty reported within 2 h'),
  backupSupplier: law('BAK-59', hours(4), '4小时内联系备选供应商', 'A backup supplier contacted within 4 h'),
  backupSupplierRemind: own('BAK-59', hours(3), '三小时提醒联系备选供应商', 'Backup supplier: reminder at 3 h'),
  alternativeReply: own('BAK-60', hours(12), '顾客12小时未答复备选方案则电话联系', 'No reply to the alternatives within 12 h: telephone'),
  escalationResponse: own('BAK-61', hours(4), '工艺问题四小时内由店长处理', 'Process escalation answered within 4 h'),
  exceptionResponse: law('BAK-86', hours(4), '异常订单4小时内响应', 'Every exception answered within 4 h'),
  dispatchCheck: law('BAK-70', hours(1), '交付前1小时确认车辆与路线', 'Vehicle and route confirmed 1 h before delivery'),
  dispatchRemind: own('BAK-70', minutes(30), '提前30分钟提醒发车检查', 'Dispatch check: reminder 30 minutes earlier'),
  receiptProblem: own('BAK-76', minutes(30), '签收异常30分钟内现场处理', 'Receipt problem resolved within 30 minutes'),
  balanceDue: own('BAK-77', hours(4), '尾款交付时结清，四小时内入账', 'The balance is settled on delivery, and on record within 4 h of it'),
  committeeReport: own('BAK-81', hours(1), '重大问题一小时内上报食品安全委员会', 'Major problem acknowledged by the committee within 1 h'),
  committeeDecision: own(
    'BAK-81',
    hours(4),
    '食品安全委员会四小时内表决，未达法定人数则暂停',
    'The committee votes within 4 h; without a quorum the order stays held',
  ),
  committeeQuorum: own('BAK-81', count(2), '食品安全委员会表决法定人数', 'Votes the committee needs'),
  ratingInvite: own('BAK-82', hours(2), '交付两小时后邀请评分', 'Rating invited 2 h after delivery'),
  ratingRemind: own('BAK-82', calendarDays(3), '三日后提醒评分', 'Rating: one reminder after 3 days'),
  ratingClose: own('BAK-82', calendarDays(14), '十四日后关闭评分', 'Rating closed after 14 days'),
  followUpVisit: law('AFT-88', calendarDays(13), '交付后13天内回访顾客', 'The customer is visited within 13 days'),
  visitSoonerBelow: own('AFT-88', count(4), '评分低于4.0分提前回访', 'A score below 4.0 brings the visit forward'),
  followUpRetry: own('AFT-89', hours(24), '未联系上则次日再试', 'No answer: tried again a day later'),
  followUpAttempts: own('AFT-89', count(3), '最多回访三次', 'Three attempts, then closed as not reached'),
  followUpDue: own('AFT-88', hours(8), '回访当日完成', 'A visit is made within 8 h of its hour'),
  nextRung: own('BAK-03', hours(4), '逾期后每四小时上报一级，至多两级', 'A late task climbs one rung every 4 h, two at most'),
  quietFrom: own('BAK-08', QUIET.from, '21:00起不发送非紧急消息', 'Quiet hours begin at 21:00'),
  quietUntil: own('BAK-08', QUIET.until, '08:00前不发送非紧急消息', 'Quiet hours end at 08:00'),
} as const satisfies Record<string, Rule>;

/** What a running order carries: the numbers it was accepted under. */
export type BakeryRules = ReturnType<typeof bakeryRules>;
export const bakeryRules = () => valuesOf(BAKERY);
/** The version of the shipped defaults. */
export const BAKERY_VERSION = 'bakery-1';

/** By what a month of bakery orders is measured (the table of clause 8.1). These are the shop's numbers and not an order's: none is stamped on one. */
export const BAKERY_MEASURES = {
  onTimeStandard: law('BAK-84', percent(98), '订单准时交付率不低于98%', 'On-time order delivery rate of at least 98 %'),
  onTimeWeight: law('BAK-84', percent(40), '订单准时交付率权重40%', 'On-time order delivery rate: weight 40 %'),
  onTimeGrace: own(
    'BAK-84',
    minutes(0),
    '过约定时刻即为迟到，宽限0分钟',
    'Late once the promised hour has passed, with 0 minutes of grace',
  ),
  satisfactionStandard: law('BAK-85', count(4.5), '顾客满意度评分不低于4.5分', 'Customer satisfaction of at least 4.5 of 5'),
  satisfactionWeight: law('BAK-85', percent(30), '顾客满意度评分权重30%', 'Customer satisfaction: weight 30 %'),
  responseLimit: law('BAK-86', hours(4), '异常订单响应不超过4小时', 'Abnormal orders get a response within 4 h'),
  responseWeight: law('BAK-86', percent(30), '异常订单处理效率权重30%', 'Abnormal-order handling: weight 30 %'),
} as const satisfies Record<string, Rule>;
