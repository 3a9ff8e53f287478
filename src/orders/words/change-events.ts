import { event, type Tell } from '../../platform/words/events';
import { nameIn } from '../../platform/words/names';
import { change, choice, flag, money, phrase, when } from '../../platform/words/tells';
import { CHANGED_PARTS } from './lists';

/** BAK-38. The parts of the order that a change touches. */
const parts: Tell = (data, { language }) => {
  const changed = Array.isArray(data['parts']) ? data['parts'].flatMap((part: unknown) => nameIn(CHANGED_PARTS, part, language) ?? []) : [];
  return changed.length > 0 ? changed.join(language === 'zh' ? '、' : ', ') : undefined;
};
/** What a change does: the parts it touches, the price, the hour. */
const whatChanges: readonly Tell[] = [
  parts,
  change(money, 'fromFen', 'toFen'),
  phrase('新的交付时间 {}', 'now delivered {}', when('deliveryAt')),
];

/** What happens when somebody wants an order changed, or its details put right. */
export const CHANGE_EVENTS = {
  'change.requested': event('已申请调整', 'A change was asked for', ...whatChanges),
  'change.approved': event('调整已批准', 'A change was approved', ...whatChanges),
  'change.rejected': event('调整未获批准', 'A change was refused', ...whatChanges),
  'change-window.closed': event('调整期已结束', 'The change window closed', choice('why')),
  'details.confirmed': event('交付信息已确认', 'The delivery details were confirmed', flag('corrected', '有更正', 'with a correction')),
  'details.unanswered': event('顾客未确认交付信息', 'The customer has not confirmed the delivery details'),
};
