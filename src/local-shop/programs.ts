import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { logFileOf, type Home } from './home';
import type { PartSpec } from './part';
import { compiled, PROJECT_ROOT } from './project';
import { StartProblem } from './start-problem';

/** Our own long-running programs. */
export type ProgramName = 'catcher' | 'worker' | 'api';

/** How one of them is run, from its own file unless another is given. Each says `{"ready":…}` on stdout, stops on SIGTERM, and ends when its stdin closes because we are gone. */
export const programPart = (home: Home, name: ProgramName, env: NodeJS.ProcessEnv, file = compiled(`${name}.js`)): PartSpec => ({
  name,
  logFile: logFileOf(home, name),
  stopSignal: 'SIGTERM',
  graceMs: 35_000, // activities in flight get 30 s
  startMs: 120_000,
  command: () => Promise.resolve({ file: process.execPath, args: ['--enable-source-maps', file], env, cwd: PROJECT_ROOT }),
  serves: 'ready-line',
});

/**
 * Runs a program of ours to its end and answers what it said in its `{"ready":…}` line.
 * @throws {StartProblem} with its last log lines when it fails.
 */
export async function runProgram(home: Home, name: string, env: NodeJS.ProcessEnv): Promise<Readonly<Record<string, unknown>>> {
  const logFile = logFileOf(home, name);
  const log = openSync(logFile, 'a', 0o600);
  const child = spawn(process.execPath, ['--enable-source-maps', compiled(`${name}.js`)], {
    env,
    cwd: PROJECT_ROOT,
    stdio: ['pipe', 'pipe', log],
  });
  let said = '';
  child.stdout?.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve, reject) => child.once('close', resolve).once('error', reject)).finally(() =>
    closeSync(log),
  );
  if (code === 0) return readyOf(said);
  throw new StartProblem(
    `The step "${name}" failed. Its last words (${logFile}):\n${readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-8).join('\n')}`,
  );
}

function readyOf(said: string): Readonly<Record<string, unknown>> {
  const line = said.split('\n').find((text) => text.startsWith('{"ready"'));
  return line ? (JSON.parse(line) as { ready: Record<string, unknown> }).ready : {};
}
