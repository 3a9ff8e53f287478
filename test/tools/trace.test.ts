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

describe('npm run trace', () => {
  test('counts a rule that a passing test names, in its own title or in one around it', () => {
    withTests('', [
      { title: 'CAT-01 cats sleep at night', status: 'passed' },
      { title: 'cats CAT-02 eat', status: 'passed' },
    ]);
    expect(trace()).toMatchObject({
      code: 0,
      out: 'cats (CAT): 3 ids, 2 named by a passing test, 0 declared out of scope, 1 without a test\n',
    });
  });

  test('does not count a rule when a test that names it failed, or none that names it ran', () => {
    withTests('', [
      { title: 'CAT-01 here', status: 'passed' },
      { title: 'CAT-01 there', status: 'failed' },
      { title: 'CAT-02', status: 'pending' },
    ]);
    expect(trace().out).toContain('0 named by a passing test');
  });

  test('takes only ids that are written out: a range names its first', () => {
    withTests('', [{ title: 'CAT-01…03 cats', status: 'passed' }]);
    expect(trace().out).toContain('1 named by a passing test');
  });

  test('without a report counts titles, and says that nothing is known to pass', () => {
    withTests(`describe('CAT-01 sleep', () => { test.each([1, 2])('CAT-02 eat %i', () => {}); });\nconst other = 'CAT-03';`);
    const { out } = trace();
    expect(out).toContain('There is no .cache/jest-report.json');
    expect(out).toContain('3 ids, 2 named by a title (no report: nothing is known to pass)');
  });

  test('says when the report is only of a part of the suite', () => {
    withTests('', [{ title: 'CAT-01', status: 'passed' }]);
    write('test/more.test.ts', `test('CAT-02', () => {});`);
    const { out } = trace();
    expect(out).toContain('1 of 2 test files are not in the report');
    expect(out).toContain('1 named by a passing test');
  });

  test('shows what is out of scope with its reason, one rule or a whole catalogue', () => {
    withTests('', [{ title: 'CAT-01', status: 'passed' }]);
    write('docs/spec/out-of-scope.json', JSON.stringify({ 'CAT-02': 'no food', 'CAT-*': 'dogs first' }));
    const { code, out } = trace();
    expect(code).toBe(0);
    expect(out).toContain('1 named by a passing test, 2 declared out of scope, 0 without a test');
    expect(out).toContain('out of scope: CAT-02: no food');
    expect(out).toContain('out of scope: CAT-03: dogs first');
  });

  test('lists the rules that have no test', () => {
    withTests('', [{ title: 'CAT-01', status: 'passed' }]);
    expect(trace('--missing', 'CAT').out).toBe('CAT-02  Cats eat.\nCAT-03  Cats play; see **CAT-01**.\n');
  });

  test('lists each rule with the tests that name it', () => {
    withTests('', [{ title: 'CAT-01 sleep', status: 'passed' }]);
    expect(trace('--tests', 'CAT').out).toContain('CAT-01\n    passed: CAT-01 sleep (test/cats.test.ts)\nCAT-02  no test');
  });

  test('fails when a title names a rule that no catalogue has', () => {
    withTests('', [{ title: 'CAT-04 cats fly', status: 'passed' }]);
    const { code, errors } = trace();
    expect(code).toBe(1);
    expect(errors).toContain('"CAT-04 cats fly" names CAT-04, which no catalogue has');
  });

  test('fails when a rule that no catalogue has is declared out of scope', () => {
    withTests('', []);
    write('docs/spec/out-of-scope.json', JSON.stringify({ 'CAT-09': 'why not' }));
    expect(trace()).toMatchObject({ code: 1, errors: 'docs/spec/out-of-scope.json names CAT-09, which no catalogue has.\n' });
  });

  test.each(['--missing', '--missing DOG', '--lost CAT'])('refuses "%s" with a line of usage', (args) => {
    withTests('', []);
    const { code, errors } = trace(...args.split(' '));
    expect(code).toBe(1);
    expect(errors).toMatch(/^Usage: npm run trace/);
  });
});
