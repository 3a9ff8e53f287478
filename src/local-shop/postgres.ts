import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import { keepSecret, logFileOf, type Home } from './home';
import type { PartSpec } from './part';
import { postgresPrograms, postgresSeat, type PostgresSeat } from './postgres-seat';
import { commandLineOf, isAlive, isGoneWithin } from './process-identity';
import { reasonOf, StartProblem } from './start-problem';

const DATABASE = 'levain';
/** The shop's own account: it owns the shop's database and has no right over the server. */
const USER = 'levain';
/** Makes the cluster, the account and its database; no program of the shop knows its password. */
const ADMIN = 'postgres';
/** Letters of one shop's parts are read by one machine: loopback only, no socket files, UTC. Durability is left as Postgres ships it: on. */
const SETTINGS = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC' } as const;

export interface EmbeddedPostgres {
  readonly spec: PartSpec;
  /** The shop's database, as the shop's account. */
  readonly url: string;
  /** The server's database `postgres`, as its superuser: for tools and tests. */
  readonly adminUrl: string;
}

/** How to run the embedded Postgres of this home on that port, and its addresses. `more` are settings beside our own. */
export function postgresPart(home: Home, port: number, more: Readonly<Record<string, string>> = {}): EmbeddedPostgres {
  const password = keepSecret(home.postgresPassword);
  const url = `postgresql://${USER}:${password}@127.0.0.1:${port}/${DATABASE}`;
  const adminUrl = `postgresql://${ADMIN}:${keepSecret(home.postgresAdminPassword)}@127.0.0.1:${port}/postgres`;
  const spec: PartSpec = {
    name: 'postgres',
    logFile: logFileOf(home, 'postgres'),
    stopSignal: 'SIGINT', // Postgres' "fast": sessions are ended, everything is written
    graceMs: 30_000,
    startMs: 120_000, // a long recovery after a crash is no failure
    async command() {
      const seat = postgresSeat(home);
      await makeCluster(seat, keepSecret(home.postgresAdminPassword));
      await clearStalePid(seat.dataDir);
      const settings = Object.entries({ ...SETTINGS, ...more }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
      return {
        file: join(seat.programs, 'bin', 'postgres'),
        args: ['-D', seat.dataDir, '-p', String(port), ...settings],
        env: bareEnv(),
        cwd: '/',
        ...seat.user,
      };
    },
    serves: () => ensureDatabase(adminUrl, password),
  };
  return { spec, url, adminUrl };
}

/** A half-made cluster (killed during the first start) never gets the final name. */
async function makeCluster({ programs, user, dataDir }: PostgresSeat, password: string): Promise<void> {
  const made = join(dataDir, 'PG_VERSION');
  if (existsSync(made)) return sameMajor(readFileSync(made, 'utf8').trim(), dataDir);
  const draft = `${dataDir}.new`;
  rmSync(draft, { recursive: true, force: true });
  const passwordFile = join(tmpdir(), `levain-${process.pid}-${Date.now()}`);
  writeFileSync(passwordFile, password, { mode: 0o600, flag: 'wx' });
  mkdirSync(draft, { recursive: true, mode: 0o700 });
  if (user) for (const path of [draft, passwordFile]) chownSync(path, user.uid, user.gid);
  const options = ['--encoding=UTF8', '--locale=C', '--auth=scram-sha-256', `--username=${ADMIN}`, `--pwfile=${passwordFile}`];
  try {
    await promisify(execFile)(join(programs, 'bin', 'initdb'), [`--pgdata=${draft}`, ...options], { ...user, env: bareEnv(), cwd: '/' });
    rmSync(dataDir, { recursive: true, force: true });
    renameSync(draft, dataDir);
  } catch (error) {
    throw new StartProblem(`The embedded Postgres could not make its data folder ${dataDir}: ${reasonOf(error)}`);
  } finally {
    for (const path of [draft, passwordFile]) rmSync(path, { recursive: true, force: true });
  }
}

/** Postgres never reads the data of another major version. */
function sameMajor(made: string, dataDir: string): void {
  const { version } = postgresPrograms();
  if (version.startsWith(`${made}.`)) return;
  throw new StartProblem(
    `${dataDir} was made by Postgres ${made}, and this version of Levain brings ${version}: move the data with pg_dump, or start over with --fresh (the orders are lost).`,
  );
}

/**
 * Postgres keeps its process id in a file. After a crash another program may have that id, and Postgres would refuse to start; or
 * Postgres itself may have outlived us, and is stopped.
 */
async function clearStalePid(dataDir: string): Promise<void> {
  const file = join(dataDir, 'postmaster.pid');
  const pid = existsSync(file) ? Number(readFileSync(file, 'utf8').split('\n')[0]) : NaN;
  if (!Number.isInteger(pid) || !isAlive(pid)) return;
  const line = commandLineOf(pid);
  if (line !== null && !line.includes(dataDir)) return rmSync(file, { force: true });
  process.kill(pid, 'SIGINT');
  if (!(await isGoneWithin(pid, 15_000))) {
    throw new StartProblem(`Another Postgres (process ${pid}) still uses ${dataDir} and does not stop: stop it, then start again.`);
  }
}

/** The shop's account, without any right over the server, and its database. Repeating it changes nothing. */
async function ensureDatabase(adminUrl: string, password: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 2_000 });
  client.on('error', () => undefined); // a server that is stopped while we ask
  await client.connect();
  try {
    const role = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [USER]);
    const verb = role.rowCount === 0 ? 'CREATE' : 'ALTER'; // the password in our file is the one that counts
    await client.query(`${verb} ROLE ${USER} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD ${client.escapeLiteral(password)}`);
    const database = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (database.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${USER}`);
  } finally {
    await client.end();
  }
}

/** Nothing of our own environment (`PGDATA`, `PGOPTIONS`, locales) may steer it. */
const bareEnv = (): NodeJS.ProcessEnv => ({ PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' });
