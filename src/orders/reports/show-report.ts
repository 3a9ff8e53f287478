import { localDay } from '../../base/calendar';
import { MINUTE_MS, HOUR_MS } from '../../base/rule';
import { isoOrNull } from '../../platform/http/iso';
import type { Call } from '../../platform/http/route';
import { invalid } from '../../platform/http/zod-problem';
import type { Tongue, Words } from '../../platform/words/instants';
import { fill } from '../../platform/words/messages';
import { isTaskKind, taskRule } from '../../process/tasks/tasks.rules';
import { measuredKind } from '../define.order-kind';
import type { Services } from '../services';
import { EXCEPTIONS } from '../words/choices';
import { STAGE_NAMES } from '../words/lists';
import { DETAIL_WORDS, FIGURE_WORDS, PART_WORDS, WEEKDAY_NAMES } from '../words/figures';
import { monthIn, type Looking, type Month } from './evidence';
import type { Measures } from './measures.rules';
import { WHOLE_STORE } from './reports.repository';
import type { ReportView } from './reports.schema';
import {
  cellOf,
  DETAIL_UNITS,
  FIGURE_ROWS,
  measure,
  compose,
  monthAfter,
  NO_TALLIES,
  standardOf,
  standingOf,
  type CountedFigure,
  type Figure,
  type Measured,
} from './reports.rules';

/** How many months before it are shown with a month. */
const TREND_MONTHS = 11;

/** A month that is looked at, and the one that the store is in. */
interface AskedMonth extends Month {
  readonly current: string;
}

/** A month of a store; this one when none is asked for. @throws {Refusal} `invalid-request` for one that has not begun. */
export async function monthOf(
  services: Services,
  { staff, now }: Pick<Call, 'staff' | 'now'>,
  asked: string | undefined,
): Promise<AskedMonth> {
  const calendar = await services.calendars.calendarOf(staff.storeId);
  const current = localDay(calendar, now).slice(0, 7);
  const month = asked ?? current;
  if (month > current) throw invalid([{ pointer: '/month', code: 'in-the-future' }]);
  return { ...monthIn(calendar, staff.storeId, month), current };
}

/** The month of a store in which an instant lies. */
export async function monthAround(services: Pick<Services, 'calendars'>, storeId: string, at: number): Promise<Month> {
  const calendar = await services.calendars.calendarOf(storeId);
  return monthIn(calendar, storeId, localDay(calendar, at).slice(0, 7));
}

/** How a month is looked at now. */
export const looking = (now: number): Looking => ({ now, ...measuredKind() });

/** What a figure is, in the reader's words. */
export function describe(figure: Figure, measures: Measures, language: Tongue) {
  const { title, definition } = FIGURE_WORDS[figure];
  const numbers = { graceMinutes: measures.onTime.graceMs / MINUTE_MS, limitHours: measures.response.limitMs / HOUR_MS };
  return {
    figure,
    title: title[language],
    definition: fill(language, definition[language], numbers),
    ...FIGURE_ROWS[figure],
    standard: standardOf(figure, measures),
  };
}

/** What a part of a figure is called, and where it stands in a table of two dimensions. */
function partWords(figure: CountedFigure, part: string, language: Tongue): Pick<ReportView['parts'][number], 'title' | 'cell'> {
  if (figure !== 'late-stages') return { title: (PART_WORDS as Readonly<Record<string, Words>>)[part]?.[language] ?? part, cell: null };
  const { stage, weekday } = cellOf(part);
  const cell = { row: STAGE_NAMES[stage][language], column: WEEKDAY_NAMES[weekday - 1]?.[language] ?? '' };
  return { title: `${cell.row} · ${cell.column}`, cell };
}

/** What something behind a figure is, in words. */
export function whatWords(figure: CountedFigure, what: string | null, language: Tongue): string | null {
  if (what === null) return null;
  if (figure === 'owned-steps') return isTaskKind(what) ? taskRule(what)[language] : what;
  return ((figure === 'response' ? EXCEPTIONS : STAGE_NAMES) as Readonly<Record<string, Words>>)[what]?.[language] ?? what;
}

/** A figure of nobody's orders. */
const ofNothing = (figure: Figure, measures: Measures): Measured => {
  const of = (counted: CountedFigure): Measured => measure(counted, NO_TALLIES, measures);
  if (figure !== 'composite') return of(figure);
  return compose(measures, { 'on-time': of('on-time'), satisfaction: of('satisfaction'), response: of('response') });
};

/** BAK-84…87. A figure of a month: as it was frozen, else as of now. */
export async function showReport(
  services: Services,
  figure: Figure,
  { month: asked, person }: { readonly month?: string | undefined; readonly person?: string | undefined },
  call: Pick<Call, 'staff' | 'now' | 'language'>,
): Promise<ReportView> {
  const { language, now } = call;
  const month = await monthOf(services, call, asked);
  const how = looking(now);
  const frozen = await services.reports.frozen(figure, month);
  const by = frozen?.by ?? (await services.reports.counted(figure, month, how));
  const whose = person ?? WHOLE_STORE;
  const measured = by.get(whose) ?? ofNothing(figure, how.measures);
  const names = await services.people.namesOf([...by.keys(), whose]);
  const before = await services.reports.before(figure, month, whose, monthAfter(month.month, -TREND_MONTHS));
  const { value, standard, met, details, parts, components } = measured;
  return {
    ...describe(figure, how.measures, language),
    standard,
    month: month.month,
    monthBefore: monthAfter(month.month, -1),
    monthAfter: month.month === month.current ? null : monthAfter(month.month, 1),
    person: person === undefined ? null : { id: person, name: names.get(person) ?? person },
    frozenAt: isoOrNull(frozen?.at ?? null),
    value,
    met,
    details: details.map((one) => ({ ...one, title: DETAIL_WORDS[one.detail][language], unit: DETAIL_UNITS[one.detail] })),
    parts: figure === 'composite' ? [] : parts.map((part) => partView(figure, part, { month: month.month, person }, language)),
    components: components.map((one) => ({ ...one, title: FIGURE_WORDS[one.figure].title[language] })),
    people: person === undefined ? peopleOf(by, names) : [],
    trend: [...before, { month: month.month, value }],
  };
}

function partView(
  figure: CountedFigure,
  { part, rows }: Measured['parts'][number],
  { month, person }: { readonly month: string; readonly person: string | undefined },
  language: Tongue,
): ReportView['parts'][number] {
  const query = new URLSearchParams({ month, part, ...(person !== undefined && { person }) });
  return {
    part,
    ...partWords(figure, part, language),
    standing: standingOf(figure, part),
    rows,
    orders: `/reports/${figure}/orders?${query.toString()}`,
  };
}

/** Everybody's figure, the best first; who has none stands last. */
const peopleOf = (by: ReadonlyMap<string, Measured>, names: ReadonlyMap<string, string>): ReportView['people'] =>
  [...by]
    .filter(([id]) => id !== WHOLE_STORE)
    .map(([id, { value }]) => ({ id, name: names.get(id) ?? id, value }))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1) || (a.id < b.id ? -1 : 1));
