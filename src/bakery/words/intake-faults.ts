import type { Words } from '../../platform/words/instants';
import type { BakeryFaults } from '../bakery-faults.messages';

/** What is said of what is ordered, and of the plan. ICU messages. */
export const INTAKE_FAULTS = {
  'unknown-product': { zh: '不在产品清单中', en: 'Is not in the product list' },
  'not-a-quantity': { zh: '须为不小于 1 的整数', en: 'Must be a whole number, 1 or more' },
  'unknown-requirement': { zh: '不在要求清单中，请写入备注', en: 'Is not in the list; write it into the note' },
  'contradicts-requirement': {
    zh: '与要求“{requirement}”矛盾：该要求不含{allergen}',
    en: 'Contradicts the requirement {requirement}, which keeps {allergen} out',
  },
  'either-or': { zh: '以下要求只能选其一：{requirements}', en: 'Only one of these can be meant: {requirements}' },
  'needs-tracking-sheet': { zh: '高风险订单必填', en: 'Is required: the order is high-risk' },
  'ingredient-unavailable': {
    zh: '该原料无法取得：订单只能有条件可行，或不可行',
    en: 'Is unavailable, so the order is feasible with conditions or not at all',
  },

  'decoration-after-delivery': { zh: '装饰期限不得晚于约定交付', en: 'Decoration cannot be due after the promised delivery' },
  'start-before-intake': { zh: '计划开工不得早于接单录入', en: 'Making cannot be planned before the order was taken' },
  'start-too-late': {
    zh: '开工须早于装饰期限；加急订单须填写压缩期限',
    en: 'Making must start before the decoration deadline; a rush order needs compressed deadlines',
  },
  'only-rush-is-compressed': { zh: '只有加急订单可以压缩期限', en: 'Only a rush order may have compressed deadlines' },
  'other-version': { zh: '现行生产任务单为第 {version} 版', en: 'The task sheet in force is version {version}' },
  'before-task-sheet': { zh: '早于您签收生产任务单的时间 {signedAt}', en: 'Lies before you signed the task sheet, {signedAt}' },
} as const satisfies Partial<Record<keyof BakeryFaults, Words>>;
