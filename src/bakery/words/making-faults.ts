import type { Words } from '../../platform/words/instants';
import type { BakeryFaults } from '../bakery-faults.messages';

/** What is said of making, packing and handing over, and of the photos that prove them. ICU messages. */
export const MAKING_FAULTS = {
  'photo-too-old': {
    zh: '此照片早于该步骤开始，请重新拍摄上传',
    en: 'This photo was uploaded before the step could begin; upload one of it',
  },
  'photo-of-another-step': { zh: '不是“{step}”的照片，请上传该步骤的照片', en: 'Is a photo of another step; upload one of “{step}”' },

  'making-unfinished': { zh: '制作尚未完成', en: 'Making is not finished' },
  'not-the-day-made': { zh: '不是制作完成的日期 {day}', en: 'Is not the day on which making finished, {day}' },
  'must-be-sampled': {
    zh: '此次抽检不可省略：装饰后的检查，或高风险订单',
    en: 'This check must be sampled: it is the check after decoration, or the order is high-risk',
  },
  'steps-unnamed': { zh: '请写明当日做了哪些关键步骤', en: 'Name the key steps that were worked on this day' },
  'steps-without-photo': { zh: '当日缺少以下步骤的照片，请先上传：{steps}', en: 'No photo of this day shows {steps}; upload it first' },
  'lines-open': { zh: '尚未完成：{lines}', en: 'Still open: {lines}' },

  'not-the-signee': { zh: '与此订单的签收人不符', en: 'Is not the signee of this order' },
  'is-the-signee': { zh: '签收的正是此订单的签收人', en: 'It is the signee of this order who signs' },
  'other-signee-unsaid': {
    zh: '与此订单的签收人不符；由他人签收时请填写 signeeIsOther 并说明原因',
    en: 'Is not the signee of this order; say signeeIsOther, and why, when somebody else signs',
  },
  'needs-another-method': { zh: '最后一次回访须换一种联系方式', en: 'The last attempt is made by another method than the earlier ones' },

  'swap-only-later': { zh: '因原料短缺只能推迟', en: 'May only be later because of a shortage' },
  'swap-costs-no-more': { zh: '短缺由我方造成，不得加价', en: 'Must not cost more than before: the shortage is ours' },
  'swap-leaves-it': { zh: '替换原料时保持不变', en: 'Stays as it is when an ingredient is swapped' },
  'more-than-swap': { zh: '超出原料短缺所提供的替换。', en: 'This is more than the swap a shortage offers.' },
  'packed-stands': { zh: '订单状态为“{state}”：已打包的不再调整。', en: 'The order is “{state}”: what is packed stands.' },
  'no-rework-in-state': {
    zh: '订单状态为“{state}”：可以继续、调整或取消，不能返工。',
    en: 'The order is “{state}”: it can go on, be changed or be cancelled.',
  },
  'nothing-to-replace': { zh: '目前没有正在交付、可以更换的产品。', en: 'Nothing is being handed over that could be replaced.' },
} as const satisfies Partial<Record<keyof BakeryFaults, Words>>;
