import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { PLACES } from './places';
import { titlePattern } from './tests';

/** A test by its file and title; a file that cannot be loaded has no title. */
export interface TestName {
  readonly file: string;
  readonly title: string | null;
}

/** What one run of jest saw. */
export interface Outcome {
  /** How many tests passed or failed. */
  readonly ran: number;
  /** In the order in which they failed. */
  readonly failed: readonly TestName[];
  /** Why jest ended badly though no test failed: what it saw proves nothing. */
  readonly crash: string | null;
}

/** A run of jest: of these files, in this order, the tests whose titles name one of the rules; up to the first failure, or all of them. */
export type RunJest = (files: readonly string[], ids: readonly string[], upTo: 'first failure' | 'end') => Promise<Outcome>;

/** Longer than any rule's tests take: a break that loops for ever is ended. All tests that kill are tried in one run, which may take longer. */
const LIMIT_MS = { 'first failure': 5 * 60_000, end: 60 * 60_000 } as const;
/** Half of what a test has otherwise: what waits for ever is noticed sooner, and no test needs so long. */
const TEST_LIMIT_MS = 15_000;

/** A line of `reporter.cjs`. */
interface Seen {
  readonly file: string;
  readonly loads: boolean;
  readonly tests: readonly { readonly status: 'passed' | 'failed'; readonly title: string }[];
}

let running: { readonly child: ChildProcess; readonly ended: Promise<unknown> } | null = null;
/** Ends the run of jest that goes on, if any, with the Temporal server it may have started. */
export async function stopJest(): Promise<void> {
  if (!running) return;
  endGroup(running.child);
  await running.ended;
}

/** Jest leads a process group: what a broken test file started and never ended goes with it. */
function endGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGTERM');
  } catch {
    // nobody is left
  }
}

/** Runs jest in a copy of the project, with a cache of its own and with the Postgres of `postgresUrl`. */
export const jestIn =
  (folder: string, cache: string, postgresUrl: string): RunJest =>
  async (files, ids, upTo) => {
    const report = join(folder, '.cache', 'report.jsonl');
    const bundle = join(folder, '.cache', 'workflow-bundle.json');
    for (const old of [report, bundle]) rmSync(old, { force: true });
    const code = await ended(folder, upTo, argsOf(folder, cache, files, ids, upTo), {
      BITE_ORDER: JSON.stringify(files),
      BITE_REPORT: report,
      TEST_WORKFLOW_BUNDLE: bundle,
      TEST_POSTGRES_URL: postgresUrl,
    });
    const outcome = outcomeOf(existsSync(report) ? readFileSync(report, 'utf8') : '', folder);
    return code === 0 || outcome.failed.length > 0 ? outcome : { ...outcome, crash: `jest ended with ${code ?? 'a signal'}` };
  };

function argsOf(folder: string, cache: string, files: readonly string[], ids: readonly string[], upTo: 'first failure' | 'end'): string[] {
  const ours = (name: string): string => join(folder, PLACES.tools, name);
  return [
    join('node_modules', 'jest', 'bin', 'jest.js'),
    ...['--runTestsByPath', ...files, '-t', titlePattern(ids)],
    ...['-w', '1', '--forceExit', '--silent', '--cacheDirectory', cache, '--testTimeout', String(TEST_LIMIT_MS)],
    ...['--testSequencer', ours('sequencer.cjs'), '--reporters', ours('reporter.cjs')],
    ...(upTo === 'first failure' ? ['--bail', '--env', ours('environment.cjs')] : []),
  ];
}

/** The exit code of a run; null when it was ended. */
async function ended(folder: string, upTo: keyof typeof LIMIT_MS, args: readonly string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  const child = spawn(process.execPath, args, { cwd: folder, detached: true, stdio: 'ignore', env: { ...process.env, ...env } });
  const over = new Promise<number | null>((resolve) => child.once('close', resolve));
  running = { child, ended: over };
  const limit = setTimeout(() => endGroup(child), LIMIT_MS[upTo]);
  const code = await over;
  clearTimeout(limit);
  endGroup(child);
  running = null;
  return code;
}

/** Reads the lines of `reporter.cjs`. */
export function outcomeOf(report: string, folder: string): Outcome {
  const seen = report
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Seen);
  const failed = seen.flatMap(({ file, loads, tests }): TestName[] => {
    const where = relative(folder, file);
    if (!loads) return [{ file: where, title: null }];
    return tests.filter(({ status }) => status === 'failed').map(({ title }) => ({ file: where, title }));
  });
  return { ran: seen.reduce((sum, { tests }) => sum + tests.length, 0), failed, crash: null };
}
