import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { homeOf } from '../local-shop/home';
import { PROJECT_ROOT } from '../local-shop/project';
import { readRunFile, type RunFile } from '../local-shop/run-file';
import { StartProblem } from '../local-shop/start-problem';

const START_MS = 120_000;
const LOOK_MS = 100;

/** A shop of one's own as `npm start` runs it, on free ports, in a folder of its own. */
export interface OwnShop {
  readonly run: RunFile;
  /** As Ctrl-C: every part stops in order. */
  stop(): Promise<void>;
}

/** @throws {StartProblem} when it is not up within two minutes. */
export async function startDemoShop(dir: string, clockRate: number, env: NodeJS.ProcessEnv, say: (line: string) => void): Promise<OwnShop> {
  const ports = ['PORT', 'POSTGRES_PORT', 'TEMPORAL_PORT', 'TEMPORAL_UI_PORT', 'SMTP_PORT', 'CATCHER_PORT', 'METRICS_PORT'];
  const outside = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'SMTP_URL']; // all its parts are its own
  const rest = Object.fromEntries(Object.entries(env).filter(([name]) => !outside.includes(name)));
  const own = { ...rest, ...Object.fromEntries(ports.map((name) => [name, '0'])), LEVAIN_HOME: dir, LEVAIN_CLOCK_RATE: String(clockRate) };
  const child = spawn(process.execPath, [join(PROJECT_ROOT, 'tools', 'start.mjs')], {
    cwd: PROJECT_ROOT,
    env: own,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')));
  const exited = once(child, 'exit');

  const until = Date.now() + START_MS;
  for (;;) {
    const run = readRunFile(homeOf(own).run);
    if (run) {
      say(`The shop is up at ${run.apiUrl}.`);
      return {
        run,
        async stop() {
          child.kill('SIGINT');
          await exited;
        },
      };
    }
    if (child.exitCode !== null || Date.now() > until) {
      child.kill('SIGKILL');
      throw new StartProblem(`The demo's own shop did not start:\n${words.trimEnd().split('\n').slice(-10).join('\n')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}
