import type { Bite } from '../../tools/bite/bite-types';
import { readExplained } from '../../tools/bite/explained';
import type { Verdict } from '../../tools/bite/judge';
import { chosen, readOptions } from '../../tools/bite/options';
import { pageWith } from '../../tools/bite/page';
import { lineOf, passes, summaryOf } from '../../tools/bite/report';

const bite = (id: string, ids = ['CAT-01']): Bite => ({
  ...{ id, ids, kind: 'number', file: 'rows.ts', line: 3, before: '9', after: '10', start: 0, end: 1 },
});
const verdict = (is: Verdict['is'], id: string, ids?: string[]): Verdict => ({ bite: bite(id, ids), is, ms: 1500 });
const times = (n: number, is: Verdict['is']): Verdict[] => Array.from({ length: n }, (_, nth) => verdict(is, `${is} ${nth}`));
const NONE = readExplained('');

test('bites are chosen by rule, by words of their id, and by lot: the same seed draws the same', () => {
  const bites = ['a', 'b', 'c', 'd', 'e'].map((id, nth) => bite(id, nth < 2 ? ['CAT-01', 'CAT-02'] : ['CAT-03']));
  const ids = (...args: string[]) => chosen(bites, readOptions(args)).map(({ id }) => id);
  expect(ids()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(ids('--id', 'CAT-02')).toEqual(['a', 'b']);
  expect(ids('--only', 'd')).toEqual(['d']);
  const drawn = ids('--sample', '3', '--seed', '7');
  expect(drawn).toHaveLength(3);
  expect(ids('--sample', '3', '--seed', '7')).toEqual(drawn);
  expect(new Set(['1', '2', '3', '4', '5'].map((seed) => ids('--sample', '3', '--seed', seed).join())).size).toBeGreaterThan(1);
  expect(ids('--sample', '9')).toHaveLength(5);
  const oneMore = chosen([bite('0'), ...bites], readOptions(['--sample', '3', '--seed', '7'])).map(({ id }) => id);
  expect(oneMore.filter((id) => drawn.includes(id)).length).toBeGreaterThanOrEqual(2);
});

test.each([['--sample', '0'], ['--seed', 'x'], ['--what'], ['--write', '--sample', '3'], ['--write', '--only', 'a']])(
  'no run is told %s %s',
  (...args) => expect(() => readOptions(args)).toThrow(),
);

test('an explanation is an id and a reason, once', () => {
  expect([...readExplained('# ids\nCAT-01 A number 9\twords only\n\n')]).toEqual([['CAT-01 A number 9', 'words only']]);
  expect(() => readExplained('CAT-01 A number 9')).toThrow('a reason');
  expect(() => readExplained('a\tb\na\tc')).toThrow('once');
});

test('a line says what was broken, where, and who noticed or why nobody need', () => {
  expect(lineOf({ ...verdict('killed', 'CAT-01 A'), by: { file: 'a.test.ts', title: 'CAT-01 lives' } }, NONE)).toBe(
    'killed   CAT-01 A\n         rows.ts:3: 9 → 10; 1.5 s by "CAT-01 lives"',
  );
  expect(lineOf(verdict('survived', 'CAT-01 A'), readExplained('CAT-01 A\twords only'))).toContain('(words only)');
});

test('the summary names each red test', () => {
  const red: Verdict = { ...verdict('red', 'CAT-01 A'), by: { file: 'a.test.ts', title: 'CAT-01 lives' } };
  expect(summaryOf([red], NONE)).toContain('red      CAT-01 A\n         rows.ts:3: 9 → 10; 1.5 s by "CAT-01 lives"');
});

test('the summary names each survivor that nothing explains', () => {
  const verdicts = [verdict('survived', 'a'), verdict('survived', 'b'), ...times(3, 'killed'), verdict('untested', 'c')];
  const summary = summaryOf(verdicts, readExplained('a\twords only'));
  expect(summary).toContain('6 bites: 3 killed, 2 survived, 1 untested, 0 red; 9 s, 1.5 s a bite');
  expect(summary).toContain('survivors unexplained: 1');
  expect(summary).toContain('survived b\n');
  expect(summary).not.toContain('survived a\n');
});

test('a part of the bites passes when no survivor is unexplained and no test is red', () => {
  expect(passes([...times(3, 'killed'), verdict('untested', 'c')], NONE, false)).toBe(true);
  expect(passes([...times(99, 'killed'), verdict('survived', 'a')], NONE, false)).toBe(false);
  expect(passes([...times(99, 'killed'), verdict('survived', 'a')], readExplained('a\twords only'), false)).toBe(true);
  expect(passes([...times(99, 'killed'), verdict('red', 'a')], NONE, false)).toBe(false);
});

test('a full run passes while at most five of a hundred judged bites survive unexplained; what is untested was not judged', () => {
  expect(passes([...times(95, 'killed'), ...times(5, 'survived')], NONE, true)).toBe(true);
  expect(passes([...times(94, 'killed'), ...times(6, 'survived')], NONE, true)).toBe(false);
  expect(passes([...times(94, 'killed'), ...times(5, 'survived'), ...times(99, 'untested')], NONE, true)).toBe(false);
});

test('the page gets the rows of the rules that ran; others keep theirs', () => {
  const page =
    'Before.\n<!-- bite: written by npm run bite -- --write -->\n| CAT-02 | 1 | 1 | 0 | 0 | 0 | 0 |\n| CAT-01 | old |\n<!-- /bite -->\nAfter.\n';
  const written = pageWith(
    page,
    [verdict('killed', 'a'), verdict('survived', 'b'), verdict('killed', 'c', ['CAT-03', 'CAT-01'])],
    readExplained('b\tc'),
  );
  expect(written).toBe(
    [
      'Before.\n<!-- bite: written by npm run bite -- --write -->',
      '| rule | bites | killed | survived | explained | untested | red |',
      '| --- | ---: | ---: | ---: | ---: | ---: | ---: |',
      '| CAT-01 | 2 | 1 | 1 | 1 | 0 | 0 |',
      '| CAT-02 | 1 | 1 | 0 | 0 | 0 | 0 |',
      '| CAT-03 | 1 | 1 | 0 | 0 | 0 | 0 |',
      '<!-- /bite -->\nAfter.\n',
    ].join('\n'),
  );
  expect(() => pageWith('no markers', [], NONE)).toThrow('must hold');
});
