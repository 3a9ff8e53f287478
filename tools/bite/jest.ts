import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { titlePattern } from './tests';

/** What one run of jest saw. */
export interface Outcome {
  /** Tests that ran, passed or failed. */
  readonly ran: number;
  /** The first that failed; a file that cannot be loaded has no title. */
  readonly failed: { readonly file: string; readonly title: string | null } | null;
  /** Why jest ended badly though no test failed: what it saw proves nothing. */
  readonly crash: string | null;
}

/** Longer than any rule's tests take: a break that loops for ever is ended. */
const LIMIT_MS = 15 * 60_000;

/** A line of `reporter.cjs`. */
interface Seen {
  readonly file: string;
  readonly loads: boolean;
  readonly tests: readonly { readonly status: 'passed' | 'failed'; readonly title: string }[];
}

let running: { readonly child: ChildProcess; readonly ended: Promise<unknown> } | null = null;
/** Ends the run of jest that goes on, if any, with the Temporal server it may have started; its Postgres ends by itself. */
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

/** Runs, in this order and up to the first that fails, the tests of some files whose titles name one of the rules. */
export async function runJest(folder: string, cache: string, files: readonly string[], ids: readonly string[]): Promise<Outcome> {
  const inCache = (name: string): string => join(folder, '.cache', name);
  const report = inCache('report.jsonl');
  const bundle = inCache('workflow-bundle.json');
  const ours = (name: string): string => join(folder, 'tools', 'bite', name);
  for (const old of [report, bundle]) rmSync(old, { force: true });
  const child = spawn(
    process.execPath,
    [
      join('node_modules', 'jest', 'bin', 'jest.js'),
      ...['--runTestsByPath', ...files],
      ...['-t', titlePattern(ids), '-w', '1', '--bail', '--forceExit', '--silent', '--cacheDirectory', cache],
      ...['--testSequencer', ours('sequencer.cjs'), '--reporters', ours('reporter.cjs')],
    ],
    {
      cwd: folder,
      detached: true,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, BITE_ORDER: JSON.stringify(files), BITE_REPORT: report, TEST_WORKFLOW_BUNDLE: bundle },
    },
  );
  let errors = '';
  child.stderr.on('data', (piece: Buffer) => (errors += piece.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  running = { child, ended };
  const limit = setTimeout(() => endGroup(child), LIMIT_MS);
  const code = await ended;
  clearTimeout(limit);
  endGroup(child);
  running = null;
  const outcome = outcomeOf(existsSync(report) ? readFileSync(report, 'utf8') : '', folder);
  if (code === 0 || outcome.failed) return outcome;
  return { ...outcome, crash: `jest ended with ${code ?? 'a signal'}: ${errors.trim().split('\n').at(-1) ?? ''}` };
}

/** Reads the lines of `reporter.cjs`. */
export function outcomeOf(report: string, folder: string): Outcome {
  const seen = report
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Seen);
  const ran = seen.reduce((sum, { tests }) => sum + tests.length, 0);
  const bad = seen.find(({ loads, tests }) => !loads || tests.some(({ status }) => status === 'failed'));
  if (!bad) return { ran, failed: null, crash: null };
  const title = bad.tests.find(({ status }) => status === 'failed')?.title ?? null;
  return { ran, failed: { file: relative(folder, bad.file), title }, crash: null };
}
