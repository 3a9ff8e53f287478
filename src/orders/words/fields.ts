import type { Words } from '../../platform/words/instants';

/** What the fields of an order, and of what staff do with one, are called. */
export const ORDER_FIELDS = {
  // BAK-36
  patch: { zh: '要调整的内容', en: 'what is to be different' },
  exceptionId: { zh: '因哪项原料短缺而调整', en: 'the shortage that makes it necessary' },
  deliveryAt: { zh: '交付时间', en: 'time of hand-over' },
  occasion: { zh: '用途', en: 'occasion' },
  urgency: { zh: '紧急程度', en: 'urgency' },
  'requestChange/lines': { zh: '产品明细', en: 'products' },
  'requestChange/delivery': { zh: '交付方式与地址', en: 'way of hand-over' },
  'requestChange/method': { zh: '交付方式', en: 'method' },
  'requestChange/recipient': { zh: '收货人', en: 'recipient' },
  address: { zh: '地址', en: 'address' },
  name: { zh: '姓名', en: 'name' },
  phone: { zh: '手机号', en: 'telephone' },
  product: { zh: '产品', en: 'product' },
  quantity: { zh: '数量', en: 'quantity' },
  size: { zh: '规格', en: 'size' },
  flavour: { zh: '口味', en: 'flavour' },
  unitPriceFen: { zh: '单价（元）', en: 'price each (¥)' },
  requirements: { zh: '特殊要求', en: 'special requirements' },
  allergens: { zh: '过敏原', en: 'allergens' },
  note: { zh: '备注', en: 'note' },
  // BAK-31, BAK-32, BAK-41
  receivedAt: { zh: '收款时间（不填为现在）', en: 'when it came in (left out: now)' },
  cost: { zh: '成本类别', en: 'kind of cost' },
  // BAK-58, BAK-76
  type: { zh: '问题类型', en: 'kind of problem' },
  foundAt: { zh: '发现时间', en: 'when it was found' },
  description: { zh: '情况说明', en: 'what happened' },
} as const satisfies Record<string, Words>;
