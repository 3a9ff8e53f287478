import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headedBy, isDepartment, recipientOf } from '../../src/base/departments';
import { REFUSALS } from '../../src/base/refusals';
import { isRole, ROLES } from '../../src/base/roles';
import { BAKERY, bakeryRules } from '../../src/bakery/rulebook.rules';
import { toMs, type Rule } from '../../src/base/rule';
import { TASKS } from '../../src/bakery/bakery.tasks';
import { type TaskRule } from '../../src/process/tasks/tasks.rules';

const catalogue = ['bakery-orders.md', 'after-sales.md']
  .map((file) => readFileSync(join(__dirname, '../../docs/spec', file), 'utf8'))
  .join('\n');
const exists = (ruleId: string): boolean => catalogue.includes(`**${ruleId}**`);
const tasks = Object.entries<TaskRule>(TASKS);

describe('the rulebook', () => {
  test.each(Object.entries<Rule>(BAKERY))('%s cites a clause that exists, in both languages, with a value in its unit', (_, rule) => {
    expect(exists(rule.id)).toBe(true);
    expect(rule.zh).toMatch(/\p{Script=Han}/u);
    expect(rule.en).not.toMatch(/\p{Script=Han}/u);
    const { value } = rule;
    expect(value.unit === 'time-of-day' ? /^([01]\d|2[0-3]):[0-5]\d$/.test(value.at) : value.n > 0).toBe(true);
  });

  test('a deadline cites the rule whose number it counts: no rule borrows another’s', () => {
    const folders = ['orders', 'bakery'].map((name) => join(__dirname, '../../workflows', name));
    const sources = folders.flatMap((folder) => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')));
    const deadlines = sources.flatMap((source) => [...source.matchAll(/within\(self, self\.rules\.(\w+), [^;]*?'([A-Z]{3}-\d+)'\)/g)]);
    expect(deadlines.length).toBeGreaterThan(8);
    const rules: Readonly<Record<string, Rule>> = BAKERY;
    expect(deadlines.filter(([, key = '', cited]) => rules[key]?.id !== cited).map(([call]) => call)).toEqual([]);
  });

  test('what an order carries is plain data', () => {
    expect(JSON.parse(JSON.stringify(bakeryRules()))).toEqual(bakeryRules());
  });

  test('durations are wall-clock: a calendar day is 24 hours', () => {
    expect(toMs({ unit: 'minutes', n: 30 })).toBe(1_800_000);
    expect(toMs({ unit: 'hours', n: 24 })).toBe(toMs({ unit: 'calendar-days', n: 1 }));
  });

  test('the numbers of the regulation stand as printed', () => {
    const { changeWindow, materialsDue, materialsComplete, decorationBefore, dispatchCheck, depositShare, followUpVisit } = bakeryRules();
    expect([changeWindow.n, materialsDue.n, materialsComplete.n, decorationBefore.n, dispatchCheck.n]).toEqual([72, 8, 24, 24, 1]);
    expect([depositShare.n, followUpVisit.n]).toEqual([30, 13]);
    expect([BAKERY.photosDue.value.at, BAKERY.qualityDue.value.at]).toEqual(['17:00', '18:00']);
  });
});

describe('BAK-03 a late task goes up through few levels', () => {
  test.each(tasks)('%s climbs at most two rungs, none of them its owner, none twice', (_, { role, ladder }) => {
    expect(ladder.length).toBeGreaterThan(0);
    expect(ladder.length).toBeLessThanOrEqual(2);
    expect(new Set([role, ...ladder]).size).toBe(1 + ladder.length);
  });
});

test.each(tasks)('the step %s names roles and clauses that exist', (_, { role, ladder, alsoTell = [], ruleIds, zh, en }) => {
  expect([role, ...alsoTell].every(isRole)).toBe(true);
  expect(ladder.filter((rung) => !isRole(rung) && headedBy(rung) === null)).toEqual([]);
  expect(ruleIds.length).toBeGreaterThan(0);
  expect(ruleIds.filter((id) => !exists(id))).toEqual([]);
  expect(zh).toMatch(/\p{Script=Han}/u);
  expect(en).not.toBe('');
});

test('a department that nobody has a name for is none, and neither is its head', () => {
  expect(['quality', 'customer-service', 'moonlight', '', 'head:quality'].map(isDepartment)).toEqual([true, true, false, false, false]);
  expect(['head:quality', 'head:moonlight', 'head:', 'quality', 'role:quality'].map(headedBy)).toEqual(['quality', null, null, null, null]);
  expect([recipientOf('baker'), recipientOf('head:quality')]).toEqual(['role:baker', 'head:quality']);
});

test('BAK-05 the roles of the later clauses are there too', () => {
  expect(ROLES).toEqual(
    expect.arrayContaining(['qc-inspector', 'delivery-staff', 'store-manager', 'finance', 'food-safety-committee', 'ingredient-custodian']),
  );
  expect(isRole('wizard')).toBe(false);
});

test('BAK-04 the roles that the regulation names first are there', () => {
  expect(ROLES).toEqual(
    expect.arrayContaining(['sales-consultant', 'production-supervisor', 'baker', 'packer', 'customer-service', 'management']),
  );
});

test('BAK-04 BAK-05 beside these there is the operator, who keeps the service running, and nobody else', () => {
  expect(ROLES).toHaveLength(13);
  expect(isRole('operator')).toBe(true);
});

test('every refusal has a status of its kind and a title', () => {
  for (const { status, title } of Object.values(REFUSALS)) {
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(600);
    expect(title).not.toBe('');
  }
});
