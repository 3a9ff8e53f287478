import type { Words } from '../../platform/words/instants';
import type { BakeryFaults } from '../bakery-faults.messages';

/** What is said of papers of a bakery that cannot be printed. ICU messages. */
export const PAPER_FAULTS = {
  'lacks-manager-signature': { zh: '门店未设置店长签名图片', en: 'The shop has no picture of its manager’s signature' },
  'lacks-production-date': { zh: '制作尚未完成，没有生产日期', en: 'Making is not finished, so there is no production date' },
  'lacks-shelf-life': { zh: '产品没有保质期', en: 'The product has no shelf life' },
  'lacks-complaint-phone': { zh: '门店未设置投诉电话', en: 'The shop has no complaint telephone' },
  'lacks-team-photo': { zh: '门店未设置制作团队照片', en: 'The shop has no photo of its team' },
} as const satisfies Partial<Record<keyof BakeryFaults, Words>>;
