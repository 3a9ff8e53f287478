import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const TRACE = resolve('tools/trace.mjs');
const CATALOGUE = `# Rules
- **CAT-01** Cats sleep. — 1.1
  *Software:* a bed.
- **CAT-02** Cats eat.
- **CAT-03** Cats play; see **CAT-01**.
`;

interface Outcome {
  readonly title: string;
  readonly status: 'passed' | 'failed' | 'pending';
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'levain-trace-'));
  write('docs/spec/cats.md', CATALOGUE);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/** A test file, and what jest's report says of it (nothing: it did not run). */
function withTests(source: string, outcomes?: readonly Outcome[]): void {
  const file = join(folder, 'test', 'cats.test.ts');
  write('test/cats.test.ts', source);
  utimesSync(file, new Date(1_000), new Date(1_000));
  const ran = { name: file, assertionResults: outcomes?.map(({ title, status }) => ({ fullName: title, status })) };
  if (outcomes) write('.cache/jest-report.json', JSON.stringify({ startTime: 2_000, testResults: [ran] }));
}

function trace(...args: string[]): { code: number | null; out: string; errors: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [TRACE, ...args], { cwd: folder, encoding: 'utf8' });
  return { code: status, out: stdout, errors: stderr };
}

const status = (lines: Record<string, string>): void =>
  write(
    'docs/spec/status/cats.yaml',
    Object.entries(lines)
      .map(([id, is]) => `${id}: ${is}\n`)
      .join(''),
  );
const passed = (...titles: string[]): void =>
  withTests(
    '',
    titles.map((title) => ({ title, status: 'passed' })),
  );

describe('npm run trace', () => {
  test('says first how many rules are whole, part, out and not begun', () => {
    passed('CAT-01 cats sleep at night');
    status({ 'CAT-01': 'whole', 'CAT-02': '{ part: [the bowl is never empty] }' });
    expect(trace()).toMatchObject({
      code: 0,
      out: 'cats (CAT): 1 whole, 1 part, 0 out, 1 not begun; of 3 ids 1 are named by a test, 1 with a test that passes\n',
    });
    status({ 'CAT-01': 'whole', 'CAT-03': '{ out: cats of this house do not play }' });
    expect(trace().out).toMatch(/^cats \(CAT\): 1 whole, 0 part, 1 out, 1 not begun;/);
  });

  test('fails when a test names a rule that has no status', () => {
    passed('CAT-01 sleep', 'cats CAT-02 eat');
    status({ 'CAT-01': 'whole' });
    expect(trace()).toMatchObject({ code: 1, errors: 'A test names CAT-02, which has no status in docs/spec/status.\n' });
  });

  test('fails when a rule is called whole that no test names, that failed in one, or that did not run', () => {
    const whole = 'CAT-01 is called whole, and no test that names it passes.\n';
    status({ 'CAT-01': 'whole' });
    withTests('', []);
    expect(trace()).toMatchObject({ code: 1, errors: whole });
    withTests('', [
      { title: 'CAT-01 here', status: 'passed' },
      { title: 'CAT-01 there', status: 'failed' },
    ]);
    expect(trace()).toMatchObject({ code: 1, errors: whole });
    withTests('', [{ title: 'CAT-01', status: 'pending' }]);
    expect(trace()).toMatchObject({ code: 1, errors: whole });
  });

  test.each([
    ['CAT-01', '{ part: [] }'],
    ['CAT-01', '{ part: nearly all }'],
    ['CAT-01', '{ out: "" }'],
    ['CAT-01', 'done'],
    ['CAT-01', '{ nearly: [a clause] }'],
  ])('fails when the status of %s is %s', (id, is) => {
    passed('CAT-01 sleep');
    status({ [id]: is });
    expect(trace().errors).toContain('docs/spec/status/cats.yaml: CAT-01 must be "whole", { part: [missing clauses] } or { out: reason }.');
  });

  test('fails when a status is of a rule that its catalogue has not', () => {
    passed();
    status({ 'CAT-09': 'whole' });
    expect(trace()).toMatchObject({ code: 1, errors: 'docs/spec/status/cats.yaml names CAT-09, which its catalogue has not.\n' });
  });

  test('takes only ids that are written out: a range names its first', () => {
    passed('CAT-01…03 cats');
    status({ 'CAT-01': 'whole' });
    expect(trace().out).toContain('1 are named by a test');
  });

  test('without a report counts titles, and says that nothing is known to pass', () => {
    withTests(`describe('CAT-01 sleep', () => { test.each([1, 2])('CAT-02 eat %i', () => {}); });\nconst other = 'CAT-03';`);
    status({ 'CAT-01': 'whole', 'CAT-02': '{ part: [x] }' });
    const { code, out } = trace();
    expect(code).toBe(0);
    expect(out).toContain('There is no .cache/jest-report.json');
    expect(out).toContain('of 3 ids 2 are named by a test, no report: nothing is known to pass');
  });

  test('says when the report is only of a part of the suite', () => {
    passed('CAT-01');
    write('test/more.test.ts', `test('CAT-02', () => {});`);
    status({ 'CAT-01': 'whole', 'CAT-02': '{ part: [x] }' });
    const { out } = trace();
    expect(out).toContain('1 of 2 test files are not in the report');
    expect(out).toContain('1 with a test that passes');
  });

  test('lists what is not whole, with the clauses that are missing', () => {
    passed('CAT-01');
    status({ 'CAT-01': 'whole', 'CAT-02': '{ part: [the bowl is never empty, at night, too] }' });
    expect(trace('--missing', 'CAT').out).toBe(
      'CAT-02  part  Cats eat.\n    the bowl is never empty\n    at night\n    too\nCAT-03  not begun  Cats play; see **CAT-01**.\n',
    );
  });

  test('lists each rule with the tests that name it', () => {
    passed('CAT-01 sleep');
    status({ 'CAT-01': 'whole' });
    expect(trace('--tests', 'CAT').out).toContain('CAT-01\n    passed: CAT-01 sleep (test/cats.test.ts)\nCAT-02  no test');
  });

  test('fails when a title names a rule that no catalogue has', () => {
    passed('CAT-04 cats fly');
    const { code, errors } = trace();
    expect(code).toBe(1);
    expect(errors).toContain('"CAT-04 cats fly" names CAT-04, which no catalogue has');
  });

  test.each(['--missing', '--missing DOG', '--lost CAT'])('refuses "%s" with a line of usage', (args) => {
    withTests('', []);
    const { code, errors } = trace(...args.split(' '));
    expect(code).toBe(1);
    expect(errors).toMatch(/^Usage: npm run trace/);
  });
});
