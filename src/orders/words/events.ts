import { event, type Tell } from '../../platform/words/events';
import { change, choice, flag, listed, money, named, number, phrase, position, when } from '../../platform/words/tells';
import { CHANGE_EVENTS } from './change-events';
import { STATES } from './lists';

/** Where the order stands. */
const state = (key: string): Tell => named(STATES, key);

/** What happens to any kind of order. */
export const ORDER_EVENTS = {
  'order.received': event('订单已录入', 'The order was taken', money('totalFen'), phrase('交付 {}', 'delivery {}', when('deliveryAt'))),
  'order.moved': event('订单进入下一阶段', 'The order moved on', change(state, 'from', 'to')),
  'order.accepted': event('订单已接受', 'The order was accepted', phrase('可调整至 {}', 'changes until {}', when('changeWindowEndsAt'))),
  'order.changed': event('订单已更新版本', 'The order has a new version', phrase('第 {} 版', 'version {}', number('version'))),
  'order.overdue': event('已过承诺的交付时间', 'The promised hour has passed', when('deliveryAt')),
  'order.replaced': event(
    '签收异常，重新制作',
    'Another one is made instead',
    phrase('新的交付时间 {}', 'now delivered {}', when('deliveryAt')),
  ),
  'order.held': event('订单已暂停', 'The order was put on hold'),
  'order.released': event('订单恢复进行', 'The order goes on'),
  'order.escalated': event('订单已升级处理', 'The order was escalated'),
  'order.delivered': event(
    '订单已交付',
    'The order was delivered',
    when('deliveredAt'),
    flag('late', '晚于承诺时间', 'after the promised hour'),
  ),
  'order.settled': event('款项已结清', 'The order is paid', phrase('共收 {}', '{} received', money('receivedFen'))),
  'order.rated': event('顾客已评分', 'The customer rated the order', phrase('{} 分', '{} of 5', number('score'))),
  'order.cancelled': event(
    '订单已取消',
    'The order was cancelled',
    choice('cause'),
    phrase('应退 {}', 'refund due {}', money('refundFen')),
  ),
  'order.ended': event('订单已结束', 'The order has ended', state('state')),
  'payment.received': event('已登记收款', 'A payment was recorded', money('amountFen'), choice('method')),
  'refund.paid': event('已退款', 'A refund was paid', money('amountFen')),
  'price.allowed': event('已减免金额', 'An allowance was made', money('allowanceFen')),
  'cost.recorded': event('已登记成本', 'A cost was recorded', choice('cost'), money('amountFen')),
  'cancellation.asked': event('已申请取消', 'A cancellation was asked for', choice('cause')),
  'cancellation.too-late': event('取消申请已太迟', 'A cancellation came too late', state('state')),
  'exception.reported': event(
    '已上报异常',
    'A problem was reported',
    choice('type'),
    listed('item', 'item'),
    flag('late', '迟报', 'reported late'),
  ),
  'exception.closed': event('异常已处理', 'A problem was closed', choice('outcome')),
  'escalation.decided': event('店长已决定', 'The store manager decided', choice('decision')),
  'follow-up.attempted': event(
    '已尝试回访',
    'A follow-up was tried',
    phrase('第 {} 次', 'attempt {}', number('attempt')),
    choice('method'),
    flag('reached', '已联系上', 'reached'),
  ),
  'follow-up.done': event('回访已完成', 'The follow-up visit was made', phrase('满意度 {}', 'satisfaction {}', number('satisfaction'))),
  'follow-up.not-reached': event(
    '回访未能联系上顾客',
    'The customer could not be reached',
    phrase('共 {} 次', '{} attempts', number('attempts')),
  ),
  'suggestion.passed': event('建议已转交', 'A suggestion was passed on', position('department')),
  'order.lost': event('订单的流程已中断，等待店长处理', 'The workflow of the order was lost'),
  'order.found-alive': event('订单的流程已恢复', 'The workflow of the order lives again'),
  'order.taken-up': event('订单已按记录重新启动', 'The order was taken up from its record', choice('action'), state('state')),
  'order.written-off': event('订单已核销关闭', 'The order was written off'),
  ...CHANGE_EVENTS,
};
