import type { RuleValue } from '../../base/rule';
import type { Tongue } from './instants';
import { spanText } from './reasons';

/** The number of a rule as people read it: `8 h`, `17:00`, `30 %`. */
export function ruleValueText(value: RuleValue, language: Tongue): string {
  if (value.unit === 'time-of-day') return value.at;
  if (value.unit === 'percent') return `${value.n} %`;
  return value.unit === 'count' ? String(value.n) : spanText(value, language);
}
