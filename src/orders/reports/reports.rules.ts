import { STAGES, type Stage } from '../order-state.rules';
import type { Measures } from './measures.rules';

/** What a month is measured by. */
export const FIGURES = ['on-time', 'satisfaction', 'response', 'composite', 'late-stages', 'owned-steps'] as const;
export type Figure = (typeof FIGURES)[number];
/** Those that are counted from what happened; the composite is made of them. */
export type CountedFigure = Exclude<Figure, 'composite'>;
export const COUNTED = FIGURES.filter((figure): figure is CountedFigure => figure !== 'composite');

/** The rule of each, and what its value is given in: per cent, points of five, points of a hundred, or a bare number. */
export const FIGURE_ROWS = {
  'on-time': { rule: 'BAK-84', unit: 'percent' },
  satisfaction: { rule: 'BAK-85', unit: 'points' },
  response: { rule: 'BAK-86', unit: 'percent' },
  composite: { rule: 'BAK-87', unit: 'score' },
  'late-stages': { rule: 'BAK-46', unit: 'count' },
  'owned-steps': { rule: 'BAK-09', unit: 'percent' },
} as const satisfies Record<Figure, { readonly rule: string; readonly unit: string }>;
export const FIGURE_UNITS = ['percent', 'points', 'score', 'count'] as const;

/** What a part says of its figure: its good ones, its bad ones, those it only counts, what is left out of it, and what nobody can say yet. */
export const STANDINGS = ['met', 'missed', 'counted', 'excluded', 'open'] as const;
export type Standing = (typeof STANDINGS)[number];

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
/** A stage and an ISO weekday, as a part of late stages. */
const LATE_CELLS = STAGES.flatMap((stage) => WEEKDAYS.map((weekday) => `${stage}-${String(weekday)}`));
/** The stage and the ISO weekday of such a part. */
export const cellOf = (part: string): { readonly stage: Stage; readonly weekday: number } => {
  const cut = part.lastIndexOf('-');
  return { stage: part.slice(0, cut) as Stage, weekday: Number(part.slice(cut + 1)) };
};

/** The parts into which what is behind a figure falls, each thing into one; those of late stages are called as `making-5`, a Friday. */
export const PARTS = {
  'on-time': {
    'on-time': 'met',
    late: 'missed',
    'customer-caused': 'excluded',
    cancelled: 'excluded',
    unaccepted: 'excluded',
    upcoming: 'open',
  },
  satisfaction: { rated: 'counted' },
  response: { 'in-time': 'met', over: 'missed', unanswered: 'missed', waiting: 'open' },
  'owned-steps': { named: 'met', unnamed: 'missed' },
  'late-stages': Object.fromEntries(LATE_CELLS.map((cell): [string, Standing] => [cell, 'counted'])),
} as const satisfies Record<CountedFigure, Readonly<Record<string, Standing>>>;

/** What was counted of some things behind a figure: how many, and of those that have a value its sum, median and maximum. */
export interface Tally {
  readonly rows: number;
  readonly valued: number;
  readonly sum: number;
  readonly median: number | null;
  readonly max: number | null;
}
/** The same of all things behind a figure, and of each of its parts; a part without any is left out. */
export interface Tallies {
  readonly whole: Tally;
  readonly parts: Readonly<Record<string, Tally>>;
}
export const NO_TALLIES: Tallies = { whole: { rows: 0, valued: 0, sum: 0, median: null, max: null }, parts: {} };

/** A further number that belongs to a figure. */
export const DETAILS = ['due', 'responses', 'median', 'longest'] as const;
export type Detail = (typeof DETAILS)[number];
/** What each is given in: a number of things, or milliseconds. */
export const DETAIL_UNITS = { due: 'count', responses: 'count', median: 'ms', longest: 'ms' } as const satisfies Record<Detail, string>;

/** One of the figures that the composite is made of: its points are of a hundred in all. */
export interface Component {
  readonly figure: CountedFigure;
  readonly value: number | null;
  readonly standard: number | null;
  readonly weight: number;
  readonly points: number | null;
}

/** A figure of one month: its value, null where there is nothing to measure, what it was to reach, and what it is made of. */
export interface Measured {
  readonly value: number | null;
  readonly standard: number | null;
  /** Whether it reaches that, before it is rounded; null: nobody can say. */
  readonly met: boolean | null;
  readonly parts: readonly { readonly part: string; readonly rows: number }[];
  readonly details: readonly { readonly detail: Detail; readonly value: number | null }[];
  readonly components: readonly Component[];
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
/** A share in per cent; null of nothing. */
const share = (some: number, all: number): number | null => (all === 0 ? null : (some * 100) / all);
const rowsIn = ({ parts }: Tallies, ...names: readonly string[]): number => names.reduce((sum, name) => sum + (parts[name]?.rows ?? 0), 0);

/** Every part that a figure has, each once, with how many there are in it. */
const partsOf = (figure: CountedFigure, tallies: Tallies): Measured['parts'] =>
  Object.keys(PARTS[figure]).map((part) => ({ part, rows: rowsIn(tallies, part) }));

/** The exact value of each figure, and what belongs to it. */
const MEASURE: Readonly<Record<CountedFigure, (tallies: Tallies) => Pick<Measured, 'value' | 'details'>>> = {
  /** BAK-84. Delivered by the promise, of all that were due. */
  'on-time': (tallies) => {
    const due = rowsIn(tallies, 'on-time', 'late');
    return { value: share(rowsIn(tallies, 'on-time'), due), details: [{ detail: 'due', value: due }] };
  },
  /** BAK-85. The mean of the ratings. */
  satisfaction: ({ whole }) => ({
    value: whole.valued === 0 ? null : whole.sum / whole.valued,
    details: [{ detail: 'responses', value: whole.valued }],
  }),
  /** BAK-86. Answered within the limit, of all whose limit is over or that were answered. */
  response: (tallies) => ({
    value: share(rowsIn(tallies, 'in-time'), rowsIn(tallies, 'in-time', 'over', 'unanswered')),
    details: [
      { detail: 'median', value: tallies.whole.median },
      { detail: 'longest', value: tallies.whole.max },
    ],
  }),
  /** BAK-09. With a person named for them, of all that were opened. */
  'owned-steps': (tallies) => ({ value: share(rowsIn(tallies, 'named'), tallies.whole.rows), details: [] }),
  /** BAK-46. How often a stage was late. */
  'late-stages': ({ whole }) => ({ value: whole.rows, details: [] }),
};

/** A figure with two decimals, from what was counted. */
export function measure(figure: CountedFigure, tallies: Tallies, measures: Measures): Measured {
  const { value, details } = MEASURE[figure](tallies);
  const standard = standardOf(figure, measures);
  return {
    value: value === null ? null : rounded(value),
    standard,
    met: value === null || standard === null ? null : value >= standard,
    parts: partsOf(figure, tallies),
    details,
    components: [],
  };
}

/** Whether nothing behind a figure waits for the clock alone any more. */
export const isSettled = (figure: CountedFigure, { parts }: Measured): boolean =>
  parts.every(({ part, rows }) => rows === 0 || standingOf(figure, part) !== 'open');

/** What a part says of its figure. */
export const standingOf = (figure: CountedFigure, part: string): Standing =>
  (PARTS[figure] as Readonly<Record<string, Standing>>)[part] ?? 'counted';

/**
 * BAK-87. The composite score: of each figure min(1, actual ÷ standard), of the responses the share in time, × weight × 100, from the figures as
 * they are published. Where no exception was reported, every one was answered in time; without orders that were due, or without ratings, there is
 * no score.
 */
export function compose(measures: Measures, of: Readonly<Record<'on-time' | 'satisfaction' | 'response', Measured>>): Measured {
  const { onTime, satisfaction, response } = measures;
  const reached = (value: number | null, standard: number): number | null => (value === null ? null : Math.min(1, value / standard));
  const component = (figure: CountedFigure, value: number | null, weight: number, part: number | null): Component => ({
    figure,
    value,
    standard: standardOf(figure, measures),
    weight,
    points: part === null ? null : rounded(part * weight),
  });
  const parts = [
    reached(of['on-time'].value, onTime.standard),
    reached(of.satisfaction.value, satisfaction.standard),
    of.response.value === null ? 1 : of.response.value / 100,
  ] as const;
  const weights = [onTime.weight, satisfaction.weight, response.weight] as const;
  const [first, second] = parts;
  const value = first === null || second === null ? null : rounded(first * weights[0] + second * weights[1] + parts[2] * weights[2]);
  return {
    value,
    standard: null,
    met: null,
    parts: [],
    details: [],
    components: [
      component('on-time', of['on-time'].value, weights[0], first),
      component('satisfaction', of.satisfaction.value, weights[1], second),
      component('response', of.response.value, weights[2], parts[2]),
    ],
  };
}

/** What a figure is to reach; null where the regulation does not say. Every exception is to be answered in time (BAK-86), and every step to have its person (BAK-09). */
export const standardOf = (figure: Figure, { onTime, satisfaction }: Measures): number | null =>
  ({
    'on-time': onTime.standard,
    satisfaction: satisfaction.standard,
    response: 100,
    composite: null,
    'late-stages': null,
    'owned-steps': 100,
  })[figure];

/** The month before one, and the one after it: `YYYY-MM`. */
export const monthAfter = (month: string, n: number): string => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + n, 1)).toISOString().slice(0, 7);
};
