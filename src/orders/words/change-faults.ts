import type { Words } from '../../platform/words/instants';
import type { OrderFaults } from '../order-faults.messages';

/** What is said of changes. ICU messages. */
export const CHANGE_FAULTS = {
  'changes-nothing': { zh: '至少须调整一项', en: 'Must change something' },
  'price-unknown': {
    zh: '订单中没有此规格产品的价格，请联系门店报价',
    en: 'Is not known: this product in this size is not on the order, so please ask the shop, which names its price',
  },
  'price-is-the-shops': {
    zh: '价格由门店确定：请留空，或联系门店',
    en: 'Is the shop’s to name: leave it out, or ask the shop for another price',
  },
  'no-change-in-state': {
    zh: '订单状态为“{state}”；调整只能在接单后、交付前申请。',
    en: 'The order is “{state}”; changes are asked for between acceptance and delivery.',
  },
  'window-closed': { zh: '调整期已于 {endedAt} 结束。', en: 'The change window closed at {endedAt}.' },
  'preview-outrun': {
    zh: '预览之后订单已有变化，请查看新的预览。',
    en: 'The order moved on since the preview was made; look at the new one.',
  },
  'preview-now': { zh: '现在的预览为 {previewHash}', en: 'The preview is now {previewHash}' },
  'preview-changed': {
    zh: '预览已更新：请查看 /api/v1/orders/{order}/changes，并以其 previewHash {previewHash} 作决定。',
    en: 'The preview is another by now: look at it at /api/v1/orders/{order}/changes, and decide with its previewHash {previewHash}.',
  },
  'wishes-undecided': {
    zh: '您已有 {most} 项调整申请待决定。',
    en: '{most} changes that you asked for are still to be decided.',
  },
  'change-decided': {
    zh: '此调整{decision, select, approved {已获批准} rejected {未获批准} other {已撤回}}。',
    en: 'The change was {decision}.',
  },
  'no-change-of-order': { zh: '此订单没有该调整申请。', en: 'This order has no such change request.' },
  'change-undecidable': { zh: '此调整没有待作的决定。', en: 'This change waits for no decision.' },
  'shortage-settled': { zh: '短缺已解决，无须因此调整。', en: 'The shortage is settled, so it makes no change necessary.' },
  'no-part-of-swap': {
    zh: '不属于原料短缺所提供的替换，请另行申请调整',
    en: 'Is no part of the swap that a shortage offers; ask for it as a change of its own',
  },
} as const satisfies Partial<Record<keyof OrderFaults, Words>>;
