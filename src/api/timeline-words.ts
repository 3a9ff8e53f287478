import type { Actor } from '../contracts/order';
import { TASKS, isTaskKind } from '../domain/rulebook/tasks';

type Language = 'zh' | 'en';
type Names = ReadonlyMap<string, string>;

/** What happened, in people's words, by the kind of the event. An unknown kind is shown as it is. */
const SENTENCES: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  'order.received': { zh: '订单已录入', en: 'The order was taken' },
  'order.moved': { zh: '订单进入下一阶段', en: 'The order moved on' },
  'order.accepted': { zh: '订单已接受', en: 'The order was accepted' },
  'order.changed': { zh: '订单已更新版本', en: 'The order has a new version' },
  'order.overdue': { zh: '已过承诺的交付时间', en: 'The promised hour has passed' },
  'order.replaced': { zh: '签收异常，重新制作', en: 'Another one is made instead' },
  'order.held': { zh: '订单已暂停', en: 'The order was put on hold' },
  'order.released': { zh: '订单恢复进行', en: 'The order goes on' },
  'order.escalated': { zh: '订单已升级处理', en: 'The order was escalated' },
  'order.delivered': { zh: '订单已交付', en: 'The order was delivered' },
  'order.settled': { zh: '款项已结清', en: 'The order is paid' },
  'order.rated': { zh: '顾客已评分', en: 'The customer rated the order' },
  'order.cancelled': { zh: '订单已取消', en: 'The order was cancelled' },
  'order.ended': { zh: '订单已结束', en: 'The order has ended' },
  'plan.made': { zh: '生产计划已更新', en: 'The plan was made' },
  'step.not-begun': { zh: '步骤到期仍未开始', en: 'A step has not begun by its deadline' },
  'task.opened': { zh: '任务已分派', en: 'A task was opened' },
  'task.assigned': { zh: '任务已指派', en: 'A task was assigned' },
  'task.reminded': { zh: '已提醒', en: 'A reminder was sent' },
  'task.breached': { zh: '任务已逾期', en: 'A task is late' },
  'task.raised': { zh: '任务已上报', en: 'A task was raised' },
  'task.moved': { zh: '任务期限已调整', en: 'A task has a new deadline' },
  'task.voted': { zh: '委员已表决', en: 'A vote was cast' },
  'task.done': { zh: '任务已完成', en: 'A task was done' },
  'task.withdrawn': { zh: '任务已撤回', en: 'A task was withdrawn' },
  'design.confirmed': { zh: '设计稿已确认', en: 'The design was confirmed' },
  'design.rejected': { zh: '设计稿需修改', en: 'The design was rejected' },
  'feasibility.decided': { zh: '可行性已审核', en: 'Feasibility was decided' },
  'payment.received': { zh: '已登记收款', en: 'A payment was recorded' },
  'refund.paid': { zh: '已退款', en: 'A refund was paid' },
  'price.allowed': { zh: '已减免金额', en: 'An allowance was made' },
  'cost.recorded': { zh: '已登记成本', en: 'A cost was recorded' },
  'change.requested': { zh: '已申请调整', en: 'A change was asked for' },
  'change.approved': { zh: '调整已批准', en: 'A change was approved' },
  'change.rejected': { zh: '调整未获批准', en: 'A change was refused' },
  'change-window.closed': { zh: '调整期已结束', en: 'The change window closed' },
  'cancellation.asked': { zh: '已申请取消', en: 'A cancellation was asked for' },
  'cancellation.too-late': { zh: '取消申请已太迟', en: 'A cancellation came too late' },
  'details.confirmed': { zh: '交付信息已确认', en: 'The delivery details were confirmed' },
  'details.unanswered': { zh: '顾客未确认交付信息', en: 'The customer has not confirmed the delivery details' },
  'reminder.sent': { zh: '已发送温馨提示', en: 'The warm reminder was sent' },
  'photo.added': { zh: '已上传照片', en: 'A photo was added' },
  'exception.reported': { zh: '已上报异常', en: 'A problem was reported' },
  'exception.closed': { zh: '异常已处理', en: 'A problem was closed' },
  'escalation.decided': { zh: '店长已决定', en: 'The store manager decided' },
  'committee.decided': { zh: '食品安全委员会已决定', en: 'The food-safety committee decided' },
  'committee.no-quorum': { zh: '委员会未达法定人数', en: 'The committee had no quorum' },
  'shortage.sourced': { zh: '已找到供应商', en: 'A supplier was found' },
  'sourcing.dry': { zh: '供应商均无法供货', en: 'No supplier can deliver' },
  'purchase.called-off': { zh: '采购已取消', en: 'A purchase was called off' },
  'alternative.chosen': { zh: '顾客已答复备选方案', en: 'The customer answered the alternatives' },
  'delivery.backup-plan': { zh: '已启动备用配送方案', en: 'The backup delivery plan was started' },
  'follow-up.attempted': { zh: '回访未联系上', en: 'A follow-up call was not answered' },
  'follow-up.done': { zh: '回访已完成', en: 'The follow-up visit was made' },
  'follow-up.not-reached': { zh: '回访未能联系上顾客', en: 'The customer could not be reached' },
  'suggestion.passed': { zh: '建议已转交', en: 'A suggestion was passed on' },
  'order.lost': { zh: '订单的工作流已中断，等待店长处理', en: 'The workflow of the order was lost' },
  'order.found-alive': { zh: '订单的工作流已恢复', en: 'The workflow of the order lives again' },
  'order.taken-up': { zh: '订单已按记录重新启动', en: 'The order was taken up from its record' },
  'order.written-off': { zh: '订单已核销关闭', en: 'The order was written off' },
  'repair.decided': { zh: '补救已处理', en: 'A repair was decided' },
  'notice.undeliverable': { zh: '通知未能送达', en: 'A letter could not be delivered' },
  'letter.withdrawn': { zh: '未发出的通知已撤回', en: 'A letter not sent yet was withdrawn' },
  'notice.late': { zh: '确认函一小时内未送达', en: 'The confirmation letter was not delivered within an hour' },
  'committee.reconvened': { zh: '店长未同意取消，委员会重新表决', en: 'The cancellation was declined, the committee meets again' },
  'signal.refused': { zh: '来自 Temporal 的指令未被接受', en: 'A signal was refused' },
};

const who = (actor: Actor, names: Names, language: Language): string => {
  if (actor.kind === 'customer') return language === 'zh' ? '顾客' : 'the customer';
  if (actor.kind === 'system') return '';
  return actor.id === undefined ? '' : (names.get(actor.id) ?? actor.id);
};

/** One line for people: what happened, to which step, by whom. */
export function summaryOf(
  event: { readonly kind: string; readonly actor: Actor; readonly data: Readonly<Record<string, unknown>> },
  names: Names,
  language: Language,
): string {
  const sentence = SENTENCES[event.kind]?.[language] ?? event.kind;
  // A task's event names its kind as `task`, `kind` or `taskKind`.
  const kind = [event.data['taskKind'], event.data['task'], event.data['kind']].find(isTaskKind);
  const by = who(event.actor, names, language);
  const what = kind ? (language === 'zh' ? `${sentence}：${TASKS[kind].zh}` : `${sentence}: ${TASKS[kind].en}`) : sentence;
  if (by === '') return what;
  return language === 'zh' ? `${what}（${by}）` : `${what} (${by})`;
}
