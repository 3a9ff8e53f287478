import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bitesIn } from '../../tools/bite/bites';
import { outcomeOf, type Outcome } from '../../tools/bite/jest';
import { confirmed, judgeOf, type Court } from '../../tools/bite/judge';
import { keepIn } from '../../tools/bite/kept';
import { PLACES } from '../../tools/bite/places';
import { reachIn } from '../../tools/bite/reach';
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

test('what jest reports is failures in their order; a file that cannot be loaded is one', () => {
  const line = (file: string, loads: boolean, ...statuses: string[]) =>
    JSON.stringify({ file: `/x/${file}`, loads, tests: statuses.map((status) => ({ status, title: `${file} ${status}` })) });
  expect(outcomeOf(`${line('a', true, 'passed')}\n${line('b', true)}\n`, '/x')).toEqual({ ran: 1, failed: [], crash: null });
  expect(outcomeOf(`${line('a', true, 'passed', 'failed')}\n${line('b', false)}\n`, '/x')).toEqual({
    ran: 2,
    failed: [
      { file: 'a', title: 'a failed' },
      { file: 'b', title: null },
    ],
    crash: null,
  });
});

test('a file reaches what it names and what that names, from where it stands or from the project, but no types', () => {
  write('src/rows.ts', "import { more } from './more';\nimport type { Of } from './types';");
  write('src/more/index.ts', '');
  write('src/types.ts', '');
  write('test/a.test.ts', "import { rows } from '../src/rows';\nrequire.resolve('../flows');\nread('docs/page.md'); read('src/told.ts');");
  write('flows/flow.ts', '');
  write('src/told.ts', '');
  write('docs/page.md', '');
  expect([...reachIn(folder)('test/a.test.ts')].sort()).toEqual([
    'flows/flow.ts',
    'src/more/index.ts',
    'src/rows.ts',
    'src/told.ts',
    'test/a.test.ts',
  ]);
});

test('a file reaches what is loaded before it, and what that loads', () => {
  write('src/chapters.ts', "import './rows-of-all';");
  write('src/rows-of-all.ts', '');
  write('test/b.test.ts', '');
  expect([...reachIn(folder, ['src/chapters.ts'])('test/b.test.ts')].sort()).toEqual([
    'src/chapters.ts',
    'src/rows-of-all.ts',
    'test/b.test.ts',
  ]);
});

test('what jest loads before every test file is what bite takes it for', () => {
  const { setupFiles } = jest.requireActual<{ setupFiles: readonly string[] }>('../../jest.config.cjs');
  expect(setupFiles.map((path) => path.replace('<rootDir>/', ''))).toEqual(PLACES.setup);
});

describe('a bite', () => {
  const files: TestFile[] = [
    { path: 'a.test.ts', cost: 0, text: "test('CAT-01 lives')" },
    { path: 'b.test.ts', cost: 0, text: "test('CAT-01 lives on')" },
    { path: 'c.test.ts', cost: 1, text: "test('CAT-01 lives, as the database has it')" },
  ];
  const tree = { folder: '', remove: () => undefined, withBroken: <T>(_: unknown, work: () => Promise<T>): Promise<T> => work() };
  const passing: Outcome = { ran: 1, failed: [], crash: null };
  const failing: Outcome = { ran: 1, failed: [{ file: 'b.test.ts', title: 'CAT-01 lives on' }], crash: null };
  const court = (seen: Outcome, own: Partial<Court> = {}): Court => ({
    ...{ tree, files, reach: () => new Set(['rows.ts']), run: () => Promise.resolve(seen) },
    ...own,
  });
  const judged = (seen: Outcome, own?: Partial<Court>) => judgeOf(court(seen, own))(bite!);

  test('is killed by the first test that fails', async () => {
    expect(await judged(failing)).toMatchObject({ is: 'killed', by: { file: 'b.test.ts', title: 'CAT-01 lives on' } });
  });

  test('survives when no test fails, and when none that names its rule can load it', async () => {
    expect(await judged(passing)).toMatchObject({ is: 'survived' });
    expect(await judged(failing, { reach: () => new Set(['other.ts']) })).toMatchObject({ is: 'survived' });
  });

  test('is untested when no file, or no title, names its rule', async () => {
    expect(await judged(failing, { files: [] })).toMatchObject({ is: 'untested' });
    expect(await judged({ ran: 0, failed: [], crash: null })).toMatchObject({ is: 'untested' });
  });

  test('proves nothing when jest itself fails', async () => {
    expect(await judged({ ran: 3, failed: [], crash: 'jest ended with a signal' })).toMatchObject({
      is: 'red',
      why: 'jest ended with a signal',
    });
  });

  test('the file that killed is tried first the next time, but never before cheaper ones', async () => {
    const tried: (readonly string[])[] = [];
    const run: Court['run'] = (paths) => {
      tried.push(paths);
      return Promise.resolve(failing);
    };
    const judge = judgeOf(court(failing, { run }));
    await judge(bite!);
    await judge(bite!);
    expect(tried).toEqual([
      ['a.test.ts', 'b.test.ts', 'c.test.ts'],
      ['b.test.ts', 'a.test.ts', 'c.test.ts'],
    ]);
  });

  test('is not killed after all when the test that killed fails on the whole tree, too', async () => {
    const killed = await judged(failing);
    expect(await confirmed([killed], court(passing))).toEqual([{ ...killed, confirmed: true }]);
    expect(await confirmed([{ ...killed, confirmed: true }], court(failing))).toEqual([{ ...killed, confirmed: true }]);
    expect(await confirmed([killed], court(failing))).toMatchObject([{ is: 'red' }]);
    expect(await confirmed([killed], court({ ran: 1, failed: [{ file: 'b.test.ts', title: null }], crash: null }))).toMatchObject([
      { is: 'red' },
    ]);
    expect(await confirmed([killed], court({ ran: 1, failed: [{ file: 'b.test.ts', title: 'another' }], crash: null }))).toMatchObject([
      { is: 'killed' },
    ]);
  });

  describe('that an earlier run judged', () => {
    const changed = (path: string): Pick<Court, 'files' | 'reach'> =>
      court(passing, { files: files.map((file) => (file.path === path ? { ...file, text: `${file.text};` } : file)) });
    const keptBy = (own: Pick<Court, 'files' | 'reach'>) => keepIn(join(folder, 'kept', 'verdicts.jsonl'), own).of(bite!);

    test('is not judged again', async () => {
      const killed = await judged(failing);
      keepIn(join(folder, 'kept', 'verdicts.jsonl'), court(passing)).add(killed);
      expect(keptBy(court(passing))).toEqual(killed);
    });

    test('is judged again when it was killed and that test file changed; when it survived and any did', async () => {
      keepIn(join(folder, 'kept', 'verdicts.jsonl'), court(passing)).add(await judged(failing));
      expect([keptBy(changed('a.test.ts'))?.is, keptBy(changed('b.test.ts'))]).toEqual(['killed', undefined]);
      keepIn(join(folder, 'kept', 'verdicts.jsonl'), court(passing)).add(await judged(passing));
      expect([keptBy(court(passing))?.is, keptBy(changed('a.test.ts'))]).toEqual(['survived', undefined]);
    });

    test('is judged again when its line was cut', async () => {
      keepIn(join(folder, 'kept', 'verdicts.jsonl'), court(passing)).add(await judged(passing));
      const whole = readFileSync(join(folder, 'kept', 'verdicts.jsonl'), 'utf8');
      writeFileSync(join(folder, 'kept', 'verdicts.jsonl'), whole.slice(0, -3));
      expect(keptBy(court(passing))).toBeUndefined();
    });
  });
});
