import type { Words } from '../../platform/words/instants';
import type { MomentName } from '../agenda.rules';
import { PACKING_LINES } from '../packing.rules';
import { PROOFS } from '../photos.rules';
import { KEY_STEPS } from '../products.rules';
import { STAGE_NAMES } from '../../orders/words/lists';

/** BAK-50. What a photo shows: a step of the regulation, a key step of the product, the proof that a rule demands, or a problem. */
export const PHOTO_STEPS: Readonly<Record<string, Words>> = {
  ...STAGE_NAMES,
  ...KEY_STEPS,
  ...PROOFS,
  packing: { zh: '打包', en: 'packing' },
  delivery: { zh: '配送', en: 'delivery' },
  exception: { zh: '异常', en: 'exception' },
};

/** BAK-62…69. The lines of a packing checklist. */
export const CHECKLIST: Readonly<Record<string, Words>> = Object.fromEntries(PACKING_LINES.map((line) => [line.id, line]));

/** What the moments of an order's agenda are called. */
export const MOMENT_WORDS: Readonly<Record<MomentName, Words>> = {
  'feasibility-remind': { zh: '提醒可行性审核', en: 'reminder of the feasibility review' },
  'feasibility-due': { zh: '可行性审核到期', en: 'feasibility review due' },
  'deposit-remind': { zh: '提醒顾客付预付款', en: 'reminder of the prepayment' },
  'deposit-hand-over': { zh: '预付款转人工跟进', en: 'prepayment followed up by a person' },
  'materials-remind': { zh: '提醒落实原料', en: 'reminder of the ingredients' },
  'materials-due': { zh: '原料落实到期', en: 'ingredients settled by' },
  'materials-complete-due': { zh: '原料到齐到期', en: 'ingredients complete by' },
  'change-window-remind': { zh: '提醒调整期将结束', en: 'reminder that the change window ends' },
  'change-window-ends': { zh: '调整期结束', en: 'change window ends' },
  'warm-reminder': { zh: '温馨提示', en: 'warm reminder' },
  'planned-start': { zh: '计划开工', en: 'planned start' },
  'decoration-remind': { zh: '提醒装饰', en: 'reminder of the decoration' },
  'decoration-due': { zh: '装饰到期', en: 'decoration due' },
  'dispatch-remind': { zh: '提醒发车检查', en: 'reminder of the dispatch check' },
  'dispatch-due': { zh: '发车检查到期', en: 'dispatch check due' },
  'delivery-promised': { zh: '约定交付', en: 'promised delivery' },
  'rating-invite': { zh: '邀请评价', en: 'invitation to rate' },
  'rating-remind': { zh: '提醒评价', en: 'reminder to rate' },
  'rating-close': { zh: '评价截止', en: 'rating closes' },
  'follow-up': { zh: '回访', en: 'follow-up visit' },
  'follow-up-retry': { zh: '再次回访', en: 'follow-up visit, again' },
};
