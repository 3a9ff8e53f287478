import { useNavigate } from '@tanstack/react-router';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { Report } from '../../api/route-types';
import { useWhen } from '../../shell/me';
import { shopNow } from '../../time/shop-clock';
import { showInstant, showMonth } from '../../time/time';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { REPORT_WORDS } from './words';

type Shown = Pick<Report, 'month' | 'monthBefore' | 'monthAfter' | 'frozenAt'>;

/** Which month is shown and whether it is frozen, and the way to the months around it. */
export function MonthNav({ report: { month, monthBefore, monthAfter, frozenAt } }: { readonly report: Shown }) {
  const words = useWords(REPORT_WORDS);
  const when = useWhen();
  const navigate = useNavigate();
  const go = (to: string | null): void =>
    void navigate({ to: '.', search: (now) => ({ ...now, month: to ?? undefined, part: undefined }) });
  return (
    <div className="report-month" role="group" aria-label={words.turn}>
      <Button aria-label={words.before} onPress={() => go(monthBefore)}>
        <ChevronLeft size={20} aria-hidden="true" />
      </Button>
      <strong>{showMonth(month, when.language)}</strong>
      <Button aria-label={words.after} isDisabled={monthAfter === null} onPress={() => go(monthAfter)}>
        <ChevronRight size={20} aria-hidden="true" />
      </Button>
      <Button onPress={() => go(null)}>{words.current}</Button>
      <span className="report-quiet">{frozenAt === null ? words.live : words.frozen(showInstant(frozenAt, when, shopNow()))}</span>
    </div>
  );
}
