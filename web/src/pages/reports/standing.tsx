import { CircleAlert, CircleCheck } from 'lucide-react';
import type { Report } from '../../api/route-types';
import { useWords } from '../../words/words';
import { useValue } from './shown';
import { REPORT_WORDS } from './words';

/** What a figure is to reach, and whether it does: a sign and a word. */
export function Standing({ report: { standard, unit, met } }: { readonly report: Pick<Report, 'standard' | 'unit' | 'met'> }) {
  const words = useWords(REPORT_WORDS);
  const show = useValue();
  if (standard === null) return null;
  return (
    <p className="report-standing">
      {words.standard(show(standard, unit))}
      {met !== null && (
        <span data-met={met}>
          {met ? <CircleCheck size={16} aria-hidden="true" /> : <CircleAlert size={16} aria-hidden="true" />}{' '}
          {met ? words.met : words.missed}
        </span>
      )}
    </p>
  );
}
