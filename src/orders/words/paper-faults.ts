import type { Words } from '../../platform/words/instants';
import type { OrderFaults } from '../order-faults.messages';

/** What is said of papers that cannot be printed. ICU messages. */
export const PAPER_FAULTS = {
  'paper-lacks': {
    zh: '还缺少 {count} 项内容，不能打印。',
    en: '{count, plural, =1 {Something that has to stand on it is} other {# things that have to stand on it are}} missing.',
  },
  'no-paper-here': { zh: '此订单没有这种单据。', en: 'This order has no such paper.' },
  'lacks-planned-start': { zh: '尚未计划开始制作的时间', en: 'When making starts is not planned yet' },
  'lacks-delivery-method': { zh: '未填写交付方式', en: 'The delivery method is not said' },
  'lacks-emergency-contact': { zh: '门店未设置应急联系方式', en: 'The shop has no emergency contact' },
  'lacks-letter': { zh: '尚未发出确认函', en: 'No confirmation has been written yet' },
  'lacks-payment': { zh: '尚未收到款项', en: 'Nothing was received yet' },
} as const satisfies Partial<Record<keyof OrderFaults, Words>>;
