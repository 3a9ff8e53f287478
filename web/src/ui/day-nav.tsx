import { ChevronLeft, ChevronRight, Printer } from 'lucide-react';
import type { DateSearch } from '../address';
import { shopNow } from '../time/shop-clock';
import { dayAfter, showDate } from '../time/time';
import { useLanguage } from '../words/language';
import { inBoth, useWords } from '../words/words';
import { Button } from './button';
import './day-nav.css';

const WORDS = inBoth({
  zh: { before: '前一天', after: '后一天', today: '今天', print: '打印' },
  en: { before: 'The day before', after: 'The day after', today: 'Today', print: 'Print' },
});

interface DayNavProps {
  /** The day that is shown, `2026-12-05`. */
  readonly date: string;
  readonly go: (to: DateSearch) => void;
  /** Where the same stands on paper; without one, the page is printed as it is. */
  readonly paper?: string;
}

/** Which day a page shows, and the way to the days around it; what is shown can be printed. */
export function DayNav({ date, go, paper }: DayNavProps) {
  const words = useWords(WORDS);
  const language = useLanguage();
  return (
    <div className="day-nav">
      <Button aria-label={words.before} onPress={() => go({ date: dayAfter(date, -1) })}>
        <ChevronLeft size={20} aria-hidden="true" />
      </Button>
      <h1>{showDate(date, language, shopNow())}</h1>
      <Button aria-label={words.after} onPress={() => go({ date: dayAfter(date, 1) })}>
        <ChevronRight size={20} aria-hidden="true" />
      </Button>
      <Button onPress={() => go({})}>{words.today}</Button>
      {paper === undefined ? (
        <Button onPress={() => window.print()}>
          <Printer size={18} aria-hidden="true" /> {words.print}
        </Button>
      ) : (
        <a href={paper} target="_blank" rel="noreferrer" className="button">
          <Printer size={18} aria-hidden="true" /> {words.print}
        </a>
      )}
    </div>
  );
}
