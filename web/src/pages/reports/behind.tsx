import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { evidenceQuery } from '../../api/report-queries';
import type { Evidence, Report } from '../../api/route-types';
import { Failed } from '../../shell/failed';
import { useNames } from '../../shell/catalogue';
import { useMe, useWhen } from '../../shell/me';
import { Skeleton } from '../../task/panes';
import { shopNow } from '../../time/shop-clock';
import { showInstant, showSpan } from '../../time/time';
import { Button } from '../../ui/button';
import { useWords } from '../../words/words';
import { DelaySheet } from './delay-sheet';
import { REPORT_WORDS } from './words';

interface BehindProps {
  readonly report: Report;
  readonly part: Report['parts'][number];
}

/** The orders behind a part of a figure, page by page. */
export function Behind({ report: { figure, month, person }, part: { part, title } }: BehindProps) {
  const words = useWords(REPORT_WORDS);
  const list = useInfiniteQuery(evidenceQuery(figure, { month, part, ...(person && { person: person.id }) }));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [part]);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <section className="card" aria-label={words.behind(title)}>
      <h2 ref={heading} tabIndex={-1}>
        {words.behind(title)}
      </h2>
      {list.data ? (
        rows.length === 0 ? (
          <p>{words.noneBehind}</p>
        ) : (
          <ul className="card-rows">
            {rows.map((row) => (
              <Row key={row.id} row={row} figure={figure} />
            ))}
          </ul>
        )
      ) : list.error ? (
        <Failed error={list.error} again={() => void list.refetch()} />
      ) : (
        <Skeleton />
      )}
      {list.hasNextPage && (
        <Button isPending={list.isFetchingNextPage} onPress={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </section>
  );
}

/** One thing behind a figure: its order, when, and how it was; of a delay, to whom it was put down. */
function Row({ row, figure }: { readonly row: Evidence; readonly figure: Report['figure'] }) {
  const words = useWords(REPORT_WORDS);
  const when = useWhen();
  const nameOf = useNames();
  const measured = useMeasured(figure);
  const { may } = useMe();
  const [isCoding, setCoding] = useState(false);
  const { order, about, at, delayCause } = row;
  const mayCode = row.isDelay && may.includes('POST /orders/{number}/delay-cause');
  return (
    <li className="report-row">
      <Link to="/orders/$number" params={{ number: order }}>
        #{order} {about.title}
      </Link>
      <time dateTime={at}>{showInstant(at, when, shopNow())}</time>
      {row.what !== null && <span>{row.what}</span>}
      <span>{measured(row)}</span>
      {delayCause && (
        <span className="report-quiet">
          {words.cause(nameOf('delayCauses', delayCause.cause), delayCause.by.name)} {delayCause.note}
        </span>
      )}
      {mayCode && <Button onPress={() => setCoding(true)}>{words.code}</Button>}
      {isCoding && <DelaySheet number={order} close={() => setCoding(false)} />}
    </li>
  );
}

/** What was measured of one thing behind a figure. */
function useMeasured(figure: Report['figure']): (row: Evidence) => string {
  const words = useWords(REPORT_WORDS);
  const { language } = useWhen();
  return ({ value, isDelay }) => {
    if (figure === 'satisfaction') return value === null ? '' : words.stars(String(value));
    if (figure === 'response') return value === null ? words.unanswered : words.answeredAfter(showSpan(value, language));
    if (figure !== 'on-time') return '';
    if (value === null) return isDelay ? words.undelivered : '';
    return value > 0 ? words.afterPromise(showSpan(value, language)) : words.beforePromise(showSpan(-value, language));
  };
}
