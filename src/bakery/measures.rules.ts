import type { Measures } from '../orders/reports/measures.rules';
import { toMs } from '../base/rule';
import { BAKERY_MEASURES as RULES } from './rulebook.rules';

/** BAK-84…87. By what a month of bakery orders is measured. */
export const bakeryMeasures: Measures = {
  onTime: { standard: RULES.onTimeStandard.value.n, weight: RULES.onTimeWeight.value.n, graceMs: toMs(RULES.onTimeGrace.value) },
  satisfaction: { standard: RULES.satisfactionStandard.value.n, weight: RULES.satisfactionWeight.value.n },
  response: { limitMs: toMs(RULES.responseLimit.value), weight: RULES.responseWeight.value.n },
};
