import type { Allergen, Requirement } from '../products.rules';
import type { Words } from '../../platform/words/instants';

/** BAK-21. What a customer can ask for. */
export const REQUIREMENT_NAMES: Readonly<Record<Requirement, Words>> = {
  none: { zh: '无特殊要求', en: 'none' },
  'gluten-free': { zh: '无麸质', en: 'gluten-free' },
  'low-sugar': { zh: '低糖', en: 'low sugar' },
  'sugar-free': { zh: '无糖', en: 'sugar-free' },
  'egg-free': { zh: '无蛋', en: 'egg-free' },
  'dairy-free': { zh: '无乳制品', en: 'dairy-free' },
  'nut-free': { zh: '无坚果', en: 'nut-free' },
  vegetarian: { zh: '素食', en: 'vegetarian' },
  halal: { zh: '清真', en: 'halal' },
  'no-alcohol': { zh: '不含酒精', en: 'no alcohol' },
};

/** BAK-21. What a line can declare. */
export const ALLERGEN_NAMES: Readonly<Record<Allergen, Words>> = {
  gluten: { zh: '麸质', en: 'gluten' },
  crustacean: { zh: '甲壳类', en: 'crustaceans' },
  fish: { zh: '鱼', en: 'fish' },
  egg: { zh: '蛋', en: 'egg' },
  peanut: { zh: '花生', en: 'peanut' },
  soy: { zh: '大豆', en: 'soy' },
  milk: { zh: '奶', en: 'milk' },
  nuts: { zh: '坚果', en: 'nuts' },
  sesame: { zh: '芝麻', en: 'sesame' },
};
