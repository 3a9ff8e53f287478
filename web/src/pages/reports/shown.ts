import { useCallback } from 'react';
import type { Report } from '../../api/route-types';
import { showSpan } from '../../time/time';
import { useLanguage } from '../../words/language';
import { useWords } from '../../words/words';
import { REPORT_WORDS } from './words';

/** How a value of a figure is shown, in its unit. */
export function useValue(): (value: number | null, unit: Report['unit']) => string {
  const words = useWords(REPORT_WORDS);
  return useCallback((value, unit) => (value === null ? words.nothing : words[unit](String(value))), [words]);
}

/** How a number beside a figure is shown. */
export function useDetail(): (detail: Report['details'][number]) => string {
  const words = useWords(REPORT_WORDS);
  const language = useLanguage();
  return ({ unit, value }) => (value === null ? words.nothing : unit === 'ms' ? showSpan(value, language) : String(value));
}
