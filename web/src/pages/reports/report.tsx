import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useEffect } from 'react';
import { reportQuery } from '../../api/report-queries';
import type { Report as Shown } from '../../api/route-types';
import { Failed } from '../../shell/failed';
import { Skeleton } from '../../task/panes';
import { useWords } from '../../words/words';
import { Behind } from './behind';
import { Grid } from './grid';
import { MonthNav } from './month-nav';
import { useDetail, useValue } from './shown';
import { Standing } from './standing';
import { Trend } from './trend';
import { REPORT_WORDS } from './words';
import '../../ui/card.css';
import './reports.css';

const page = getRouteApi('/reports/$figure');

/** One figure of a month: what it is, what it is made of, how it went month by month, and what is behind each part. */
export default function Report() {
  const words = useWords(REPORT_WORDS);
  const { figure } = page.useParams();
  const { month, person, part } = page.useSearch();
  const asked = { ...(month !== undefined && { month }), ...(person !== undefined && { person }) };
  const { data: report, error, refetch } = useQuery({ ...reportQuery(figure, asked), placeholderData: keepPreviousData });
  const title = report?.title ?? words.title;
  useEffect(() => {
    document.title = `${title} · Levain`;
  }, [title]);
  const listed = report?.parts.find((one) => one.part === part);
  return (
    <div className="reports">
      <Link to="/reports" search={month === undefined ? {} : { month }} className="report-back">
        {words.all}
      </Link>
      {!report ? (
        error ? (
          <Failed error={error} again={() => void refetch()} />
        ) : (
          <Skeleton />
        )
      ) : (
        <>
          <header className="report-head">
            <h1>{report.title}</h1>
            <MonthNav report={report} />
          </header>
          <Whose report={report} />
          <Value report={report} />
          <Grid report={report} />
          <Parts report={report} />
          {listed && <Behind report={report} part={listed} />}
          <Components report={report} />
          <People report={report} />
          <Trend report={report} />
        </>
      )}
    </div>
  );
}

interface Of {
  readonly report: Shown;
}

/** Whose orders are looked at, where it is not the whole store. */
function Whose({ report: { figure, month, person } }: Of) {
  const words = useWords(REPORT_WORDS);
  if (person === null) return null;
  return (
    <p>
      {words.whose(person.name)}{' '}
      <Link to="/reports/$figure" params={{ figure }} search={{ month }}>
        {words.wholeStore}
      </Link>
    </p>
  );
}

function Value({ report }: Of) {
  const words = useWords(REPORT_WORDS);
  const show = useValue();
  const showDetail = useDetail();
  return (
    <section className="card" aria-label={report.title}>
      <p className="report-value">{show(report.value, report.unit)}</p>
      <Standing report={report} />
      <dl className="report-details">
        {report.details.map((detail) => (
          <div key={detail.detail}>
            <dt>{detail.title}</dt>
            <dd>{showDetail(detail)}</dd>
          </div>
        ))}
      </dl>
      <p className="report-quiet">
        {report.definition} {words.rule} {report.rule}
      </p>
    </section>
  );
}

/** The parts of a figure, each with the way to what is behind it. */
function Parts({ report: { figure, month, person, parts } }: Of) {
  const words = useWords(REPORT_WORDS);
  const rows = parts.filter(({ cell }) => cell === null);
  if (rows.length === 0) return null;
  const standings = { met: words.asMet, missed: words.asMissed, counted: words.asCounted, excluded: words.asExcluded, open: words.asOpen };
  return (
    <section className="card" aria-label={words.parts}>
      <h2>{words.parts}</h2>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">{words.part}</th>
            <th scope="col">{words.standing}</th>
            <th scope="col">{words.rows}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ part, title, standing, rows: count }) => (
            <tr key={part}>
              <th scope="row">
                <Link to="/reports/$figure" params={{ figure }} search={{ month, part, ...(person && { person: person.id }) }}>
                  {title}
                </Link>
              </th>
              <td>{standings[standing]}</td>
              <td>{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** BAK-87. What the composite is made of. */
function Components({ report: { month, person, components } }: Of) {
  const words = useWords(REPORT_WORDS);
  if (components.length === 0) return null;
  return (
    <section className="card" aria-label={words.components}>
      <h2>{words.components}</h2>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.weight}</th>
            <th scope="col">{words.pointsWon}</th>
          </tr>
        </thead>
        <tbody>
          {components.map(({ figure, title, value, weight, points }) => (
            <tr key={figure}>
              <th scope="row">
                <Link to="/reports/$figure" params={{ figure }} search={{ month, ...(person && { person: person.id }) }}>
                  {title}
                </Link>
              </th>
              <td>{value ?? words.nothing}</td>
              <td>{words.percent(String(weight))}</td>
              <td>{points ?? words.nothing}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** The figure of everybody who took an order behind it, the best first. */
function People({ report: { figure, month, unit, people } }: Of) {
  const words = useWords(REPORT_WORDS);
  const show = useValue();
  if (people.length === 0) return null;
  return (
    <section className="card" aria-label={words.people}>
      <h2>{words.people}</h2>
      <table className="report-table">
        <thead>
          <tr>
            <th scope="col">{words.person}</th>
            <th scope="col">{words.value}</th>
          </tr>
        </thead>
        <tbody>
          {people.map(({ id, name, value }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/reports/$figure" params={{ figure }} search={{ month, person: id }}>
                  {name}
                </Link>
              </th>
              <td>{show(value, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
