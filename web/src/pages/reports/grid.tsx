import { Link } from '@tanstack/react-router';
import type { Report } from '../../api/route-types';
import { useWords } from '../../words/words';
import { REPORT_WORDS } from './words';

type Part = Report['parts'][number];

/** How many shades there are between none and the most. */
const SHADES = 4;

/** Parts that make a table of two dimensions: the more there are the darker, with the figure in each. */
export function Grid({ report: { figure, month, person, parts } }: { readonly report: Report }) {
  const words = useWords(REPORT_WORDS);
  const cells = parts.flatMap((part) => (part.cell ? [{ ...part, cell: part.cell }] : []));
  if (cells.length === 0) return null;
  const most = Math.max(1, ...cells.map(({ rows }) => rows));
  const columns = [...new Set(cells.map(({ cell }) => cell.column))];
  const lines = [...new Set(cells.map(({ cell }) => cell.row))].map((row) => ({
    row,
    cells: cells.filter(({ cell }) => cell.row === row),
  }));
  const search = (part: Part) => ({ month, part: part.part, ...(person && { person: person.id }) });
  return (
    <div className="report-scroll" tabIndex={0} role="region" aria-label={words.heat}>
      <table className="report-grid">
        <caption>{words.heat}</caption>
        <thead>
          <tr>
            <th scope="col">{words.stage}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ row, cells: line }) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {line.map((part) => (
                <td key={part.part} data-shade={Math.ceil((part.rows / most) * SHADES)}>
                  {part.rows === 0 ? (
                    0
                  ) : (
                    <Link to="/reports/$figure" params={{ figure }} search={search(part)} aria-label={`${part.title} ${part.rows}`}>
                      {part.rows}
                    </Link>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
