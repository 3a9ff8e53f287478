import { event } from '../../platform/words/events';
import { by, number, phrase } from '../../platform/words/tells';

/** What happens while a supplier is looked for. */
export const PURCHASING_EVENTS = {
  'shortage.sourced': event('已找到供应商', 'A supplier was found', by('promisedAt')),
  'sourcing.dry': event('供应商均无法供货', 'No supplier can deliver', phrase('询问 {} 家', '{} asked', number('asked'))),
  'supplier.asked': event('已询问供应商', 'A supplier was asked'),
  'supplier.promised': event('供应商承诺供货', 'A supplier promised to deliver', by('promisedAt')),
  'supplier.refused': event('供应商无法供货', 'A supplier cannot deliver'),
  'supplier.no-answer': event('供应商未答复', 'A supplier did not answer'),
  'supplier.withdrawn': event('已告知供应商不再需要', 'A supplier was told that it is no longer needed'),
  'supplier.failed': event('未能联系上供应商', 'A supplier could not be reached'),
  'purchase.called-off': event('采购已取消', 'A purchase was called off'),
};
