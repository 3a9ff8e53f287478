import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { bitesIn, broken } from '../../tools/bite/bites';
import type { Kind } from '../../tools/bite/bite-types';
import { allBites } from '../../tools/bite/sources';

const syntaxErrors = (text: string): number => ts.transpileModule(text, { reportDiagnostics: true }).diagnostics?.length ?? 0;

const LISTS = `
export const ROLES = ['cook', 'waiter', 'owner'] as const;
export const MOMENT_NAMES = ['dusk', 'dawn'] as const;
export const NOTICE_TEMPLATES = ['fed', 'late'] as const;
`;

/** What becomes of a source by each break of a kind. */
const breaks = (kind: Kind, text: string) =>
  bitesIn([
    { file: 'lists.ts', text: LISTS },
    { file: 'rows.ts', text },
  ])
    .filter((bite) => bite.file === 'rows.ts' && bite.kind === kind)
    .sort((a, b) => a.start - b.start)
    .map((bite) => broken(text, bite));

test('a number is one more, a fraction a hundredth', () => {
  expect(breaks('number', "f('CAT-01', { lives: 9, share: 0.5 });")).toEqual([
    "f('CAT-01', { lives: 10, share: 0.5 });",
    "f('CAT-01', { lives: 9, share: 0.51 });",
  ]);
});

test.each([
  ['hours(24)', 'hours(86401 / 3600)'],
  ['minutes(30)', 'minutes(1801 / 60)'],
  ["{ unit: 'hours', n: 4 }", "{ unit: 'hours', n: 14401 / 3600 }"],
  ['calendarDays(3)', 'calendarDays(4)'],
  ["timeOfDay('23:59')", "timeOfDay('00:00')"],
  ["{ due: 'dusk' }", "{ due: 'dawn' }"],
])('%s is moved to %s', (before, after) => {
  expect(breaks('moved', `law('CAT-01', ${before})`)).toEqual([`law('CAT-01', ${after})`]);
});

test('an hour that is no whole number of milliseconds with a second more is moved by a few', () => {
  expect(breaks('moved', "law('CAT-01', hours(72))")).toEqual(["law('CAT-01', hours(259203 / 3600))"]);
});

test('a role is exchanged for one that its row does not name', () => {
  expect(breaks('role', "const A = { rule: 'CAT-01', role: 'cook', ladder: ['owner'] };")).toEqual([
    "const A = { rule: 'CAT-01', role: 'waiter', ladder: ['owner'] };",
    "const A = { rule: 'CAT-01', role: 'cook', ladder: ['waiter'] };",
  ]);
});

test('the nearest rung of a shared ladder is exchanged for this row alone', () => {
  const shared = "const UP = ['waiter', 'owner'] as const;\nconst B = { ladder: UP };\n";
  expect(breaks('role', `${shared}const A = { rule: 'CAT-01', ladder: UP };`)).toEqual([
    `${shared}const A = { rule: 'CAT-01', ladder: ['cook', 'owner'] };`,
  ]);
});

test('what one party hears or may do, another does', () => {
  expect(breaks('recipient', "const A = { rule: 'CAT-01', audience: 'customer', parties: ['supplier'] };")).toEqual([
    "const A = { rule: 'CAT-01', audience: 'supplier', parties: ['supplier'] };",
    "const A = { rule: 'CAT-01', audience: 'customer', parties: ['staff'] };",
  ]);
});

test('a route opens to others', () => {
  expect(breaks('recipient', "/** Who may call (CAT-01). */\nconst A = { in: 'anyone', out: 'staff' };")).toEqual([
    "/** Who may call (CAT-01). */\nconst A = { in: 'staff', out: 'staff' };",
    "/** Who may call (CAT-01). */\nconst A = { in: 'anyone', out: 'link' };",
  ]);
});

test('a letter is not sent, or goes to somebody else', () => {
  const story =
    "function feed() { notice('customer', 'fed', { bowls }, { ruleId: 'CAT-01' }); notice('role:cook', 'late', {}, { ruleId: 'CAT-01' }); }";
  expect(breaks('dropped', story)).toEqual([
    "function feed() { undefined; notice('role:cook', 'late', {}, { ruleId: 'CAT-01' }); }",
    "function feed() { notice('customer', 'fed', { bowls }, { ruleId: 'CAT-01' }); undefined; }",
  ]);
  expect(breaks('recipient', story)).toEqual([
    "function feed() { notice('role:cook', 'fed', { bowls }, { ruleId: 'CAT-01' }); notice('role:cook', 'late', {}, { ruleId: 'CAT-01' }); }",
    "function feed() { notice('customer', 'fed', { bowls }, { ruleId: 'CAT-01' }); notice('role:waiter', 'late', {}, { ruleId: 'CAT-01' }); }",
  ]);
});

test('a list loses each of its entries in turn, written out or as arguments', () => {
  expect(breaks('lost', "/** CAT-01. */\nconst A = ['x', ...B, 'y'];")).toEqual([
    "/** CAT-01. */\nconst A = [...B, 'y'];",
    "/** CAT-01. */\nconst A = ['x', 'y'];",
    "/** CAT-01. */\nconst A = ['x', ...B];",
  ]);
  expect(breaks('lost', "const A = { rule: 'CAT-01', read: oneOf('x', 'y') };")).toEqual([
    "const A = { rule: 'CAT-01', read: oneOf('y') };",
    "const A = { rule: 'CAT-01', read: oneOf('x') };",
  ]);
});

test('a table of names loses each of its entries, an object what it ties together', () => {
  expect(breaks('lost', "/** CAT-01. */\nconst A = { egg: { en: 'Eggs' }, milk: { en: 'Milk' } };")).toEqual([
    "/** CAT-01. */\nconst A = { milk: { en: 'Milk' } };",
    "/** CAT-01. */\nconst A = { egg: { en: 'Eggs' } };",
  ]);
  expect(breaks('lost', "const A = { rule: 'CAT-01', photos: { photoId: 'bowl' } };")).toEqual([
    "const A = { rule: 'CAT-01', photos: {  } };",
  ]);
});

test('a field that a form demands may be left out; one that may already is let be', () => {
  const form = "const A = z.strictObject({ cat: Id.meta({ rule: 'CAT-01' }), dog: Id.optional().meta({ rule: 'CAT-01' }) });";
  expect(breaks('optional', form)).toEqual([form.replace("Id.meta({ rule: 'CAT-01' })", "Id.meta({ rule: 'CAT-01' }).optional()")]);
  const spared = "const A = z.object({ cat: Word.meta({ rule: 'CAT-01' }) }).partial();\nconst dog = Id.optional();\n";
  expect(breaks('optional', `${spared}const B = z.object({ dog: dog.meta({ rule: 'CAT-01' }) });`)).toEqual([]);
  const reader = "import { optional } from './read';\nconst A = { rule: 'CAT-01', read: shape({ cat: id, dog: optional(id) }) };";
  expect(breaks('optional', reader)).toEqual([reader.replace('cat: id', 'cat: optional(id)')]);
});

test('yes becomes no, and no yes', () => {
  expect(breaks('flipped', "const A = { rule: 'CAT-01', a: true, b: false };")).toEqual([
    "const A = { rule: 'CAT-01', a: false, b: false };",
    "const A = { rule: 'CAT-01', a: true, b: true };",
  ]);
});

test('of several rows, of several conditions of a form, one is taken out', () => {
  expect(breaks('dropped', "const GATES = [{ rule: 'CAT-01', holds }, { rule: 'CAT-02', holds }];")).toEqual([
    "const GATES = [{ rule: 'CAT-02', holds }];",
    "const GATES = [{ rule: 'CAT-01', holds }];",
  ]);
  expect(breaks('dropped', "const A = requiring(form, { when, then, rule: 'CAT-01' });")).toEqual(['const A = requiring(form);']);
});

test.each([
  ["if (late) throw new Refusal('late', { rule: 'CAT-01' });", "if (false) throw new Refusal('late', { rule: 'CAT-01' });"],
  ["if (late) {\n  faults.push({ rule: 'CAT-01' });\n}", "if (false) {\n  faults.push({ rule: 'CAT-01' });\n}"],
  ["throw new Refusal('late', { rule: 'CAT-01' });", 'void 0;'],
  ["return late ? [{ pointer, rule: 'CAT-01' }] : [];", "return false ? [{ pointer, rule: 'CAT-01' }] : [];"],
  ["return early ? [] : [{ pointer, rule: 'CAT-01' }];", "return true ? [] : [{ pointer, rule: 'CAT-01' }];"],
])('the check %j is dropped', (check, dropped) => {
  expect(breaks('dropped', `function f() { ${check} }`)).toEqual([`function f() { ${dropped} }`]);
});

test('a check that names no rule serves the rule of its function', () => {
  expect(breaks('dropped', '/** CAT-01. Too late. */\nfunction f() { if (late) throw no; }')).toEqual([
    '/** CAT-01. Too late. */\nfunction f() { if (false) throw no; }',
  ]);
  expect(breaks('dropped', 'function f() { if (late) throw no; }')).toEqual([]);
});

test('what is broken can still be parsed, whatever the kind and the file', () => {
  const firsts = new Map(allBites(process.cwd()).map((bite) => [`${bite.file} ${bite.kind}`, bite]));
  for (const bite of firsts.values()) expect([bite.id, syntaxErrors(broken(readFileSync(bite.file, 'utf8'), bite))]).toEqual([bite.id, 0]);
});
