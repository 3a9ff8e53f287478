import { event } from '../../platform/words/events';
import { choice, flag, named, number, phrase, when } from '../../platform/words/tells';
import { ALTERNATIVES } from '../alternatives.rules';

/** What happens to a bakery order. */
export const BAKERY_EVENTS = {
  'plan.made': event(
    '生产计划已更新',
    'The plan was made',
    phrase('计划开工 {}', 'planned start {}', when('plannedStartAt')),
    phrase('超出产能：{}', 'over capacity: {}', choice('overCapacity')),
  ),
  'design.confirmed': event('设计稿已确认', 'The design was confirmed', phrase('第 {} 稿', 'draft {}', number('draft'))),
  'design.rejected': event('设计稿需修改', 'The design was rejected', phrase('第 {} 稿', 'draft {}', number('draft'))),
  'feasibility.decided': event('可行性已审核', 'Feasibility was decided', choice('outcome')),
  'reminder.sent': event('已发送温馨提示', 'The warm reminder was sent', phrase('计划开工 {}', 'planned start {}', when('plannedStartAt'))),
  'committee.decided': event('食品安全委员会已决定', 'The food-safety committee decided', choice('vote')),
  'committee.no-quorum': event('委员会未达法定人数', 'The committee had no quorum'),
  'committee.reconvened': event('店长未同意取消，委员会重新表决', 'The cancellation was declined, the committee meets again'),
  'alternative.chosen': event(
    '顾客已答复备选方案',
    'The customer answered the alternatives',
    named(ALTERNATIVES, 'option'),
    flag('refused', '均不接受', 'none of them'),
  ),
  'delivery.backup-plan': event('已启动备用配送方案', 'The backup delivery plan was started', choice('plan')),
};
