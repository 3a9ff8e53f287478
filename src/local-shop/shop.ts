import type { Config } from '../platform/config/config';
import { doorOf } from '../main/temporal-door';
import type { Home } from './home';
import { greetDatabase, greetSmtp, greetTemporal } from './outside';
import { createPart, PART_NAMES, type Part, type PartName } from './part';
import { choosePorts } from './ports';
import { postgresPart } from './postgres';
import { programPart, runProgram } from './programs';
import { removeRunFile, writeRunFile, type RunFile } from './run-file';
import { addressesOf, catcherEnvironment, childEnvironment, neededPorts, type Addresses } from './shop-plan';
import { StartProblem } from './start-problem';
import { temporalPart } from './temporal';
import { ensureSearchAttributes } from './temporal-namespace';
import { startWarden } from './warden-client';

/** What a whole shop is made from. The home is open and its lock held by the caller. */
export interface ShopOptions {
  readonly home: Home;
  readonly config: Config;
  /** What the programs inherit besides. */
  readonly env: NodeJS.ProcessEnv;
  /** The `temporal` program; not asked for when `TEMPORAL_ADDRESS` is given. */
  readonly temporalCli: () => Promise<string>;
  /** Does one step and tells of it. */
  readonly step: <T>(title: string, work: () => Promise<T>) => Promise<T>;
  /** Told when a part ends by itself after it had served. */
  readonly onDeath: (part: Part) => void;
  /** Files of programs other than our own. */
  readonly programs?: Partial<Record<'api' | 'worker', string>> | undefined;
}

/** A shop on this machine, as separate processes. */
export interface Shop {
  readonly addresses: Addresses;
  /** The parts that are ours; a part that the environment names is missing. */
  readonly parts: Readonly<Partial<Record<PartName, Part>>>;
  /** Starts everything in order. @throws {StartProblem} */
  start(): Promise<StartedShop>;
  /** Writes `run.json` anew: a part that came back has another process id. */
  announce(): void;
  /** Stops every part, the last one started first; nothing is left afterwards. May be called at any time, and again to hurry. */
  stop(hurry?: boolean): Promise<void>;
}

export interface StartedShop {
  /** The demo shop's people can sign in. */
  readonly demo: boolean;
  /** What does not answer and keeps nobody from working, one sentence each. */
  readonly away: readonly string[];
}

/** Chooses ports and plans the parts; nothing is started yet. @throws {StartProblem} for a taken port. */
export async function planShop(options: ShopOptions): Promise<Shop> {
  const { home, config, step } = options;
  const ports = await choosePorts(config, neededPorts(config));
  const postgres = config.databaseUrl ? null : postgresPart(home, ports.postgres);
  const addresses = addressesOf(config, ports, postgres?.url ?? '');
  const cli = config.temporalAddress ? null : await options.temporalCli();
  const childEnv = childEnvironment(options.env, config, home, addresses, ports);

  const warden = startWarden();
  const specs = [
    ...(postgres ? [postgres.spec] : []),
    ...(cli ? [temporalPart(home, cli, ports.temporal, ports.temporalUi)] : []),
    ...(config.smtpUrl ? [] : [programPart(home, 'catcher', catcherEnvironment(childEnv))]),
    programPart(home, 'worker', { ...childEnv, METRICS_PORT: String(ports.workerMetrics) }, options.programs?.worker),
    programPart(home, 'api', childEnv, options.programs?.api),
  ];
  const parts: Partial<Record<PartName, Part>> = {};
  for (const spec of specs) parts[spec.name] = createPart(spec, warden, options.onDeath);
  let stopping: Promise<void> | null = null;

  async function start(): Promise<StartedShop> {
    const [mail] = await Promise.all([
      config.smtpUrl ? awayOf(greetSmtp(config.smtpUrl)) : null,
      config.databaseUrl ? greetDatabase(config.databaseUrl) : begin('postgres', 'Postgres'),
      config.temporalAddress
        ? greetTemporal(doorOf({ ...config, temporalAddress: config.temporalAddress }), addresses.temporalNamespace, (it) =>
            ensureSearchAttributes(it, addresses.temporalNamespace),
          )
        : begin('temporal', 'Temporal server and its UI'),
    ]);
    const prepared = await unlessStopping(() => step('Tables and demo shop', () => runProgram(home, 'prepare', childEnv)));
    // together: each waits for Postgres and Temporal only, and a slow machine is up sooner
    await Promise.all([config.smtpUrl ? undefined : begin('catcher', 'Mail catcher'), begin('worker', 'Worker'), begin('api', 'API')]);
    announce();
    return { demo: prepared['demo'] === true, away: mail ? [`${mail} The shop runs meanwhile, and its letters wait.`] : [] };
  }

  const begin = (name: PartName, title: string): Promise<void> => unlessStopping(() => step(title, () => parts[name]!.start()));

  async function unlessStopping<T>(work: () => Promise<T>): Promise<T> {
    if (stopping) throw new StartProblem('The start was interrupted.');
    return work();
  }

  function announce(): void {
    if (!stopping) writeRunFile(home.run, runFileOf(options, addresses, Object.values(parts)));
  }

  async function stopAll(): Promise<void> {
    removeRunFile(home.run);
    for (const name of [...PART_NAMES].reverse()) await parts[name]?.stop();
    await warden.dismiss();
  }

  return {
    addresses,
    parts,
    start,
    announce,
    async stop(hurry = false) {
      stopping ??= stopAll();
      if (hurry) await Promise.all(Object.values(parts).map((part) => part.stop(true)));
      await stopping;
    },
  };
}

/** Letters wait for their server in the database: it may well be the last to be up again after a power cut. */
const awayOf = (greeting: Promise<void>): Promise<string | null> =>
  greeting.then(
    () => null,
    (error: unknown) => {
      if (error instanceof StartProblem) return error.message;
      throw error;
    },
  );

/** What others on this machine find the shop by. */
const runFileOf = ({ home, config }: ShopOptions, addresses: Addresses, parts: readonly Part[]): RunFile => ({
  pid: process.pid,
  startedAt: new Date().toISOString(),
  home: home.dir,
  ...addresses,
  secretFile: home.secret,
  filesDir: home.files,
  clockRate: config.clockRate,
  parts: Object.fromEntries(parts.map((part) => [part.name, part.pid ?? 0])),
});
