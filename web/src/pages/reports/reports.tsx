import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { figuresQuery, reportQuery } from '../../api/report-queries';
import type { Report } from '../../api/route-types';
import { Failed } from '../../shell/failed';
import { Skeleton } from '../../task/panes';
import { ShareBar } from '../../ui/share-bar';
import { useWords } from '../../words/words';
import { Grid } from './grid';
import { MonthNav } from './month-nav';
import { useDetail, useValue } from './shown';
import { Standing } from './standing';
import { REPORT_WORDS } from './words';
import '../../ui/card.css';
import './reports.css';

const page = getRouteApi('/reports');

/** The figures of a month, each with what it is to reach, how it is calculated, and the way to what is behind it. */
export default function Reports() {
  const words = useWords(REPORT_WORDS);
  const { month } = page.useSearch();
  const { data: figures, error, refetch } = useQuery(figuresQuery());
  useEffect(() => {
    document.title = `${words.title} · Levain`;
  }, [words]);
  return (
    <div className="reports">
      <header className="report-head">
        <h1>{words.title}</h1>
        {figures?.[0] && <Month figure={figures[0].figure} month={month} />}
      </header>
      {error ? (
        <Failed error={error} again={() => void refetch()} />
      ) : figures ? (
        <div className="report-cards">
          {figures.map(({ figure, title }) => (
            <Card key={figure} figure={figure} title={title} month={month} />
          ))}
        </div>
      ) : (
        <Skeleton />
      )}
    </div>
  );
}

interface OfMonth {
  readonly figure: Report['figure'];
  readonly month: string | undefined;
}

/** A figure of the month in the address; that of the month before stays until it has come. */
const useReport = ({ figure, month }: OfMonth) =>
  useQuery({ ...reportQuery(figure, { ...(month !== undefined && { month }) }), placeholderData: keepPreviousData });

function Month(of: OfMonth) {
  const { data: report } = useReport(of);
  return report ? <MonthNav report={report} /> : null;
}

function Card({ title, ...of }: OfMonth & { readonly title: string }) {
  const words = useWords(REPORT_WORDS);
  const { data: report, error, refetch } = useReport(of);
  return (
    <section className="card report-card" aria-label={title} aria-busy={report === undefined}>
      <h2>
        <Link to="/reports/$figure" params={{ figure: of.figure }} search={of.month === undefined ? {} : { month: of.month }}>
          {title}
        </Link>
      </h2>
      {report ? <Figures report={report} /> : error ? <Failed error={error} again={() => void refetch()} /> : <Skeleton />}
      {report && (
        <p className="report-quiet">
          {report.definition} {words.rule} {report.rule}
        </p>
      )}
    </section>
  );
}

/** The value of a figure against its standard, and what belongs to it. */
function Figures({ report }: { readonly report: Report }) {
  const words = useWords(REPORT_WORDS);
  const show = useValue();
  const showDetail = useDetail();
  const { figure, month, value, standard, unit, details, parts, components } = report;
  const search = { month };
  return (
    <>
      <p className="report-value">{show(value, unit)}</p>
      {value !== null && standard !== null && <ShareBar max={standard} value={value} isGood={report.met === true} />}
      <Standing report={report} />
      <dl className="report-details">
        {details.map((detail) => (
          <div key={detail.detail}>
            <dt>{detail.title}</dt>
            <dd>{showDetail(detail)}</dd>
          </div>
        ))}
        {components.map(({ figure: part, title, weight, points }) => (
          <div key={part}>
            <dt>
              {title} · {words.percent(String(weight))}
            </dt>
            <dd>{points ?? words.nothing}</dd>
          </div>
        ))}
        {parts
          .filter(({ cell, rows }) => cell === null && rows > 0)
          .map(({ part, title, rows }) => (
            <div key={part}>
              <dt>
                <Link to="/reports/$figure" params={{ figure }} search={{ ...search, part }}>
                  {title}
                </Link>
              </dt>
              <dd>{rows}</dd>
            </div>
          ))}
      </dl>
      <Grid report={report} />
    </>
  );
}
