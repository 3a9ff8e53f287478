import { useCallback, useEffect, useRef } from 'react';
import type { Report } from '../../api/route-types';
import { showMonth } from '../../time/time';
import { useLanguage } from '../../words/language';
import { useWords } from '../../words/words';
import { useValue } from './shown';
import { REPORT_WORDS } from './words';

/** How a figure went month by month, as a chart and as a table. */
export function Trend({ report }: { readonly report: Report }) {
  const words = useWords(REPORT_WORDS);
  const language = useLanguage();
  const show = useValue();
  const nameOf = useCallback((month: string) => showMonth(month, language), [language]);
  return (
    <section className="card" aria-label={words.trend}>
      <h2>{words.trend}</h2>
      <Chart report={report} nameOf={nameOf} show={show} />
      <details>
        <summary>{words.asTable}</summary>
        <table className="report-table">
          <thead>
            <tr>
              <th scope="col">{words.month}</th>
              <th scope="col">{words.value}</th>
            </tr>
          </thead>
          <tbody>
            {report.trend.map(({ month, value }) => (
              <tr key={month}>
                <th scope="row">{nameOf(month)}</th>
                <td>{show(value, report.unit)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  );
}

interface ChartProps {
  readonly report: Report;
  readonly nameOf: (month: string) => string;
  readonly show: ReturnType<typeof useValue>;
}

/** The chart is a picture. What draws it is as large as all else, and comes when the figures stand there. */
function Chart({ report, nameOf, show }: ChartProps) {
  const words = useWords(REPORT_WORDS);
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current: at } = frame;
    let gone = false;
    let takeAway: (() => void) | undefined;
    void import('./trend-chart').then(({ drawTrend }) => {
      if (at && !gone) takeAway = drawTrend(report, { at, nameOf, show });
    });
    return () => {
      gone = true;
      takeAway?.();
    };
  }, [report, nameOf, show]);
  return <div ref={frame} className="report-chart" role="img" aria-label={`${report.title} · ${words.trend}`} />;
}
