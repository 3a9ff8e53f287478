import type { Words } from '../../platform/words/instants';
import { PACKING_LINES } from '../packing.rules';
import { PROOFS } from '../photos.rules';
import { KEY_STEPS } from '../products.rules';

/** BAK-50. What a photo shows: a key step of the product, the proof that a rule demands, or what else people photograph. */
export const PHOTO_STEPS: Readonly<Record<string, Words>> = {
  ...KEY_STEPS,
  ...PROOFS,
  making: { zh: '制作', en: 'making' },
  packing: { zh: '打包', en: 'packing' },
  exception: { zh: '异常', en: 'exception' },
};

/** BAK-62…69. The lines of a packing checklist. */
export const CHECKLIST: Readonly<Record<string, Words>> = Object.fromEntries(PACKING_LINES.map((line) => [line.id, line]));
