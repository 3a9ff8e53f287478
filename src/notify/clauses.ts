import { BAKERY } from '../domain/rulebook/bakery';
import type { Rule } from '../domain/rulebook/rule';
import type { Language } from './facts';

const RULE_ID = /\b(?:BAK|AFT)-\d{2}\b/;
/** Early reminders and rungs are not what a deadline rests on. */
const DEADLINES = (Object.entries(BAKERY) as [string, Rule][]).filter(([key]) => !/Remind|Rung/.test(key)).map(([, rule]) => rule);

/**
 * What a task's deadline rests on, in the letter's language. The agenda reckons aloud in English; other languages get the clauses of the
 * rule it names, and nothing when it names none.
 */
export function basisOf(because: unknown, language: Language): string | null {
  if (typeof because !== 'string') return null;
  if (language === 'en') return because;
  const id = RULE_ID.exec(because)?.[0];
  const clauses = DEADLINES.filter((rule) => rule.id === id).map((rule) => rule.zh);
  return id && clauses.length > 0 ? `${clauses.join('；')}（${id}）` : null;
}
