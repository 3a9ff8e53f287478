import { textIn } from '../../address';

/** What the address says of figures: of which month, of whose orders, and what of what is behind one is listed. Absent: this month, the whole store, nothing. */
export interface ReportSearch {
  readonly month?: string;
  readonly person?: string;
  readonly part?: string;
}

/** What stands in an address, as far as it means something. */
export function readReportSearch(given: Readonly<Record<string, unknown>>): ReportSearch {
  const [month, person, part] = [textIn(given, 'month'), textIn(given, 'person'), textIn(given, 'part')];
  return { ...(month !== undefined && { month }), ...(person !== undefined && { person }), ...(part !== undefined && { part }) };
}
