import { defineCatalogue, entriesOf } from '../process/catalogue/register';
import { PACKING_LINES } from './packing.rules';
import { EITHER_OR, INGREDIENTS, KEPT_OUT, KEY_STEPS, PRODUCTS, type ProductRule, type Requirement } from './products.rules';
import { ALLERGEN_NAMES, REQUIREMENT_NAMES } from './words/diet';
import { MOMENT_WORDS, PHOTO_STEPS } from './words/lists';
import { SIZE_NAMES } from './words/sizes';
import { BAKERY_WORK } from './work.rules';

/** BAK-21. Requirements that cannot stand beside this one. */
const excludedBy = (requirement: Requirement): Requirement[] =>
  EITHER_OR.flatMap((pair) => (pair.includes(requirement) ? pair.filter((other) => other !== requirement) : []));

defineCatalogue({
  products: entriesOf<ProductRule>(PRODUCTS, ({ zh: _zh, en: _en, ...rule }) => ({ kind: 'bakery', ...rule })),
  sizes: entriesOf(SIZE_NAMES),
  requirements: entriesOf(REQUIREMENT_NAMES, (_words, id) => ({
    keepsOut: KEPT_OUT[id as Requirement] ?? [],
    excludes: excludedBy(id as Requirement),
  })),
  allergens: entriesOf(ALLERGEN_NAMES),
  ingredients: entriesOf(INGREDIENTS),
  keySteps: entriesOf(KEY_STEPS),
  photoSteps: entriesOf(PHOTO_STEPS),
  packingLines: PACKING_LINES.map(({ id, zh, en, ruleId }) => ({ id, zh, en, ruleId })),
  moments: entriesOf(MOMENT_WORDS),
  work: entriesOf(BAKERY_WORK, ({ role }) => ({ role, kind: 'bakery' })),
});
