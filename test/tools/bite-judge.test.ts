import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bitesIn } from '../../tools/bite/bites';
import { outcomeOf, type Outcome } from '../../tools/bite/jest';
import { judgeOf } from '../../tools/bite/judge';
import { naming, testFiles, type TestFile } from '../../tools/bite/tests';
import { copyTree } from '../../tools/bite/tree';

const ROWS = "const A = { rule: 'CAT-01', lives: 9 };\n";
const [bite] = bitesIn([{ file: 'rows.ts', text: ROWS }]);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'levain-bite-'));
  write('rows.ts', ROWS);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe('the copy', () => {
  const copied = () => {
    for (const made of ['node_modules/a.js', 'dist/a.js', 'src/generated/a.ts', '.cache/temporal/server', '.cache/secret']) write(made, '');
    write('.gitignore', 'node_modules/\ndist/\nsrc/generated/\n.cache/\n');
    execFileSync('git', ['init', '--quiet'], { cwd: folder });
    return copyTree(folder, join(folder, '.cache', 'bite', 'tree'), { builds: false });
  };

  test('holds the sources, committed or not, and what is made from them; of what is ignored nothing else', () => {
    const tree = copied();
    expect(readFileSync(join(tree.folder, 'rows.ts'), 'utf8')).toBe(ROWS);
    expect(existsSync(join(tree.folder, 'src', 'generated', 'a.ts'))).toBe(true);
    expect(lstatSync(join(tree.folder, 'node_modules')).isSymbolicLink()).toBe(true);
    expect(existsSync(join(tree.folder, '.cache', 'secret'))).toBe(false);
  });

  test('is broken for as long as the tests run, even when they cannot; the original never', async () => {
    const tree = copied();
    const seen = await tree.withBroken(bite!, () => Promise.resolve(readFileSync(join(tree.folder, 'rows.ts'), 'utf8')));
    expect(seen).toBe(ROWS.replace('9', '10'));
    await expect(tree.withBroken(bite!, () => Promise.reject(new Error('no jest')))).rejects.toThrow('no jest');
    expect([tree.folder, folder].map((where) => readFileSync(join(where, 'rows.ts'), 'utf8'))).toEqual([ROWS, ROWS]);
  });

  test('serves one run at a time, and is gone afterwards, but for what it only linked', () => {
    const tree = copied();
    expect(() => copyTree(folder, tree.folder, { builds: false })).toThrow('Another run');
    tree.remove();
    expect(existsSync(tree.folder)).toBe(false);
    expect(existsSync(join(folder, 'node_modules', 'a.js'))).toBe(true);
  });
});

test('the tests that may notice name the rule; plain ones come before those that need a database, a Temporal server, a whole system', () => {
  write('test/system/s.test.ts', 'CAT-01');
  write('test/a/temporal.test.ts', "from '../support/time-skipping'; CAT-01");
  write('test/a/database.test.ts', "from '../support/database'; CAT-01");
  write('test/a/plain.test.ts', 'CAT-01 and then some more');
  write('test/a/small.test.ts', 'CAT-01');
  write('test/a/other.test.ts', 'CAT-011');
  expect(naming(testFiles(folder), ['CAT-01', 'CAT-02']).map(({ path, cost }) => [path, cost])).toEqual([
    ['test/a/small.test.ts', 0],
    ['test/a/plain.test.ts', 0],
    ['test/a/database.test.ts', 1],
    ['test/a/temporal.test.ts', 2],
    ['test/system/s.test.ts', 3],
  ]);
});

test('of what jest reports the first failure counts; a file that cannot be loaded is one', () => {
  const line = (file: string, loads: boolean, ...statuses: string[]) =>
    JSON.stringify({ file: `/x/${file}`, loads, tests: statuses.map((status) => ({ status, title: `${file} ${status}` })) });
  expect(outcomeOf(`${line('a', true, 'passed')}\n${line('b', true)}\n`, '/x')).toEqual({ ran: 1, failed: null, crash: null });
  expect(outcomeOf(`${line('a', true, 'passed', 'failed')}\n`, '/x')).toEqual({
    ran: 2,
    failed: { file: 'a', title: 'a failed' },
    crash: null,
  });
  expect(outcomeOf(`${line('a', false)}\n`, '/x')).toEqual({ ran: 0, failed: { file: 'a', title: null }, crash: null });
});

describe('a bite', () => {
  const files: TestFile[] = [{ path: 'a.test.ts', cost: 0, text: "test('CAT-01 lives')" }];
  let isBroken = false;
  const tree = {
    folder: '',
    remove: () => undefined,
    async withBroken<T>(_: unknown, work: () => Promise<T>): Promise<T> {
      isBroken = true;
      return work().finally(() => (isBroken = false));
    },
  };
  const passing: Outcome = { ran: 1, failed: null, crash: null };
  const failing: Outcome = { ran: 1, failed: { file: 'a.test.ts', title: 'CAT-01 lives' }, crash: null };
  /** Judges by tests that see this of the broken tree and that of the whole one. */
  const judged = (broken: Outcome, whole = passing, among = files) =>
    judgeOf(tree, among, () => Promise.resolve(isBroken ? broken : whole))(bite!);

  test('is killed by a test that fails only with it', async () => {
    expect(await judged(failing)).toMatchObject({ is: 'killed', by: 'CAT-01 lives' });
  });

  test('survives when no test fails', async () => {
    expect(await judged(passing)).toMatchObject({ is: 'survived' });
  });

  test('is untested when no file, or no title, names its rule', async () => {
    expect(await judged(failing, passing, [])).toMatchObject({ is: 'untested' });
    expect(await judged({ ran: 0, failed: null, crash: null })).toMatchObject({ is: 'untested' });
  });

  test('proves nothing when the test fails without it, too', async () => {
    expect(await judged(failing, failing)).toMatchObject({ is: 'red' });
  });

  test('proves nothing when jest itself fails', async () => {
    expect(await judged({ ran: 3, failed: null, crash: 'jest ended with a signal' })).toMatchObject({
      is: 'red',
      by: 'jest ended with a signal',
    });
  });

  test('a killing test is tried on the whole tree once', async () => {
    let runs = 0;
    const judge = judgeOf(tree, files, () => {
      runs += 1;
      return Promise.resolve(isBroken ? failing : passing);
    });
    await judge(bite!);
    await judge(bite!);
    expect(runs).toBe(3);
  });
});
