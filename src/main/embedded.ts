import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '../platform/config/config';
import { checkConfig, checkDisk, checkNode, freeBytesFor, type Finding } from '../local-shop/checks';
import { startConsole, type StartConsole } from '../local-shop/console';
import { clearHome, homeOf, openHome, type Home } from '../local-shop/home';
import { takeLock } from '../local-shop/lock';
import { PROJECT_ROOT } from '../local-shop/project';
import { planShop, type Shop } from '../local-shop/shop';
import { StartProblem } from '../local-shop/start-problem';
import { supervise } from '../local-shop/supervision';
import { welcome } from '../local-shop/welcome';

/** A second Ctrl-C hurries; npm and the terminal may both hand on the first one, so what follows at once is the same. */
const SAME_SIGNAL_MS = 1_000;

/**
 * `npm start`: a whole shop on this machine, until it is told to stop. Answers the exit code.
 * Order of the stop: API, worker, catcher, Temporal, Postgres.
 */
export async function runShop(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  const screen = startConsole(process.stdout);
  process.stdout.on('error', () => undefined); // a closed terminal must not stop us half-way through stopping
  try {
    const home = homeOf(env);
    preflight(home, env, args);
    openHome(home);
    const release = takeLock(home.lock, home.dir);
    try {
      if (args.includes('--fresh')) clearHome(home);
      openHome(home);
      return await liveThrough(home, env, screen);
    } finally {
      release();
    }
  } catch (error) {
    if (!(error instanceof StartProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

/** What can be known before anything is touched. @throws {StartProblem} with every sentence at once. */
function preflight(home: Home, env: NodeJS.ProcessEnv, args: readonly string[]): void {
  const unknown = args.filter((arg) => arg !== '--fresh');
  if (unknown.length > 0)
    throw new StartProblem(
      `npm start does not know ${unknown.join(' ')}: the one option is --fresh (npm start -- --fresh), which starts over.`,
    );
  const findings: Finding[] = [checkNode(process.versions.node), ...checkConfig(env), checkDisk(home.dir, freeBytesFor(home.dir))];
  const wrong = findings.filter(({ ok }) => !ok);
  if (wrong.length > 0) throw new StartProblem(wrong.map(({ says }) => says).join('\n'));
}

async function liveThrough(home: Home, env: NodeJS.ProcessEnv, screen: StartConsole): Promise<number> {
  let finish!: (problem: StartProblem | null) => void;
  let fail!: (error: unknown) => void;
  const ended = new Promise<StartProblem | null>((resolve, reject) => ([finish, fail] = [resolve, reject]));
  const supervision = supervise(screen.say, () => shop.announce(), finish);
  const shop: Shop = await planShop({
    home,
    config: readConfig(env),
    env,
    temporalCli: () => screen.step('Temporal program', () => temporalCli(screen)),
    step: screen.step,
    onDeath: supervision.onDeath,
  });
  const forgetSignals = onStopSignals(
    () => finish(null),
    () => void shop.stop(true),
  );
  const starting = shop.start().then(
    (started) => screen.say(welcome(home, shop.addresses, started)),
    (error: unknown) => (error instanceof StartProblem ? finish(error) : fail(error)),
  );
  try {
    const problem = await ended;
    if (problem) process.stderr.write(`${problem.message}\n`);
    return problem ? 1 : 0;
  } finally {
    supervision.end();
    screen.say('Stopping …');
    await shop.stop();
    await starting;
    forgetSignals();
    screen.say('Stopped. The data is kept; npm start goes on from here.');
  }
}

/** Where the Temporal program comes from is the set-up's knowledge. */
async function temporalCli(screen: StartConsole): Promise<string> {
  const { resolveTemporal } = (await import(pathToFileURL(resolve(PROJECT_ROOT, 'tools/temporal-servers.mjs')).href)) as {
    resolveTemporal: (options: { log: (line: string) => void }) => Promise<{ cli: string }>;
  };
  try {
    return (await resolveTemporal({ log: (line) => screen.say(`  … ${line}`) })).cli;
  } catch (error) {
    throw new StartProblem((error as Error).message);
  }
}

function onStopSignals(first: () => void, again: () => void): () => void {
  let since: number | null = null;
  const hear = (): void => {
    if (since === null) first();
    else if (Date.now() - since > SAME_SIGNAL_MS) again();
    since ??= Date.now();
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, hear);
  return () => {
    for (const signal of signals) process.off(signal, hear);
  };
}
