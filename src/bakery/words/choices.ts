import type { Words } from '../../platform/words/instants';

/** What people choose of a bakery order. */
export const BAKERY_CHOICES = {
  // BAK-27
  feasible: { zh: '可行', en: 'feasible' },
  'feasible-with-conditions': { zh: '有条件可行', en: 'feasible with conditions' },
  'not-feasible': { zh: '不可行', en: 'not feasible' },
  decline: { zh: '不接单', en: 'decline' },
  'review-again': { zh: '重新审核', en: 'review again' },
  'will-pay': { zh: '顾客将付款', en: 'will pay' },
  // BAK-29
  'extra-hands': { zh: '增派人手', en: 'extra hands' },
  overtime: { zh: '加班', en: 'overtime' },
  'other-days': { zh: '部分提前到其他日完成', en: 'part of it is done on other days' },
  'outside-help': { zh: '由其他门店或工坊协助', en: 'help from another shop' },
  // BAK-81
  release: { zh: '放行', en: 'release' },
  hold: { zh: '继续暂停', en: 'hold' },
  destroy: { zh: '销毁', en: 'destroy' },
  // BAK-28
  'in-stock': { zh: '有库存', en: 'in stock' },
  'to-buy': { zh: '需采购', en: 'to be bought' },
  unavailable: { zh: '无法取得', en: 'cannot be had' },
  // BAK-48
  stock: { zh: '库存', en: 'stock' },
  purchase: { zh: '采购', en: 'purchase' },
  // BAK-51
  pass: { zh: '合格', en: 'pass' },
  fail: { zh: '不合格', en: 'fail' },
  'not-sampled': { zh: '未抽检', en: 'not sampled' },
  // BAK-59
  promised: { zh: '承诺供货', en: 'promised' },
  refused: { zh: '无法供货', en: 'refused' },
  // BAK-71
  fair: { zh: '良好', en: 'fair' },
  severe: { zh: '恶劣', en: 'severe' },
  'earlier-departure': { zh: '提前出发', en: 'earlier departure' },
  'other-vehicle': { zh: '更换车辆', en: 'other vehicle' },
  'other-route': { zh: '更换路线', en: 'other route' },
  'pick-up': { zh: '改为自取', en: 'pick-up' },
  // why the change window closed (BAK-36)
  time: { zh: '到期', en: 'its time is over' },
  decoration: { zh: '开始装饰', en: 'decoration began' },
  packing: { zh: '开始打包', en: 'packing began' },
} as const satisfies Record<string, Words>;
