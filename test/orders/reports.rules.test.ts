import { bakeryMeasures } from '../../src/bakery/measures.rules';
import { measure, NO_TALLIES, type Tallies } from '../../src/orders/reports/reports.rules';

const of = (parts: Readonly<Record<string, number>>): Tallies => ({
  whole: { ...NO_TALLIES.whole, rows: Object.values(parts).reduce((sum, rows) => sum + rows, 0) },
  parts: Object.fromEntries(Object.entries(parts).map(([part, rows]) => [part, { ...NO_TALLIES.whole, rows }])),
});
const rated = (sum: number, valued: number): Tallies => ({ whole: { ...NO_TALLIES.whole, rows: valued, valued, sum }, parts: {} });

test('BAK-86 every exception is to be answered in time: one of twenty thousand that was not is one too many, whatever is rounded', () => {
  expect(measure('response', of({ 'in-time': 20_000, over: 1 }), bakeryMeasures)).toMatchObject({ value: 100, met: false });
  expect(measure('response', of({ 'in-time': 20_000, waiting: 1 }), bakeryMeasures)).toMatchObject({ value: 100, met: true });
});

test('BAK-84 98 % is on time, and what is only rounded to it is not', () => {
  expect(measure('on-time', of({ 'on-time': 49, late: 1 }), bakeryMeasures)).toMatchObject({ value: 98, met: true });
  expect(measure('on-time', of({ 'on-time': 97_996, late: 2_004 }), bakeryMeasures)).toMatchObject({ value: 98, met: false });
});

test('BAK-85 4.5 is satisfied, and what is only rounded to it is not', () => {
  expect(measure('satisfaction', rated(9, 2), bakeryMeasures)).toMatchObject({ value: 4.5, met: true });
  expect(measure('satisfaction', rated(4_499.5, 1_000), bakeryMeasures)).toMatchObject({ value: 4.5, met: false });
});
