import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { VARIABLES } from '../platform/config/variables';
import { PROJECT_ROOT } from './project';
import { anchorsIn } from '../main/anchoring';
import { reasonOf, StartProblem } from './start-problem';

/** Where one shop keeps what is its own. Two shops have two homes. */
export interface Home {
  readonly dir: string;
  readonly postgres: string;
  readonly postgresPassword: string;
  /** Of the server's superuser, whom no program of the shop is. */
  readonly postgresAdminPassword: string;
  readonly temporal: string;
  readonly logs: string;
  readonly files: string;
  readonly catcher: string;
  readonly secret: string;
  /** Signed heads of the timelines, kept beside the database (`src/process/record/anchors.ts`). */
  readonly anchors: string;
  readonly lock: string;
  readonly run: string;
}

const LOG_LIMIT_BYTES = 5_000_000;

/** The home that `LEVAIN_HOME` names (relative to the project), `.levain` without one. */
export function homeOf(env: NodeJS.ProcessEnv): Home {
  const named = env['LEVAIN_HOME'] || VARIABLES.home.fallback!;
  const dir = isAbsolute(named) ? named : join(PROJECT_ROOT, named);
  return {
    dir,
    postgres: join(dir, 'postgres'),
    postgresPassword: join(dir, 'postgres-password'),
    postgresAdminPassword: join(dir, 'postgres-admin-password'),
    temporal: join(dir, 'temporal'),
    logs: join(dir, 'logs'),
    files: join(dir, 'files'),
    catcher: join(dir, 'catcher'),
    secret: join(dir, 'secret'),
    anchors: anchorsIn(dir),
    lock: join(dir, 'lock'),
    run: join(dir, 'run.json'),
  };
}

/**
 * Makes the home's folders. When we are root others may enter it (not list it), because the embedded Postgres runs as another user then.
 * @throws {StartProblem} when the home cannot be written.
 */
export function openHome(home: Home): void {
  try {
    mkdirSync(home.dir, { recursive: true });
    if (process.getuid?.() === statSync(home.dir).uid) chmodSync(home.dir, process.getuid() === 0 ? 0o711 : 0o700);
    for (const folder of [home.temporal, home.logs, home.files, home.catcher]) mkdirSync(folder, { recursive: true, mode: 0o700 });
    const probe = join(home.dir, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new StartProblem(
      `LEVAIN_HOME (${home.dir}) cannot be written: ${reasonOf(error)}. Give its owner the right to, or set LEVAIN_HOME to another folder.`,
    );
  }
}

/** `--fresh`: deletes the data of the embedded parts, and nothing else that may lie in the folder. Only with the lock held. */
export function clearHome(home: Home): void {
  const data = existsSync(home.postgres) ? [realpathSync(home.postgres)] : []; // it may be a link, see postgres-seat.ts
  for (const path of [
    ...data,
    home.postgres,
    `${home.postgres}.new`,
    home.postgresPassword,
    home.postgresAdminPassword,
    home.temporal,
    home.files,
    home.catcher,
    home.logs,
    home.anchors,
    home.run,
  ]) {
    rmSync(path, { recursive: true, force: true });
  }
}

/** What a file of the home says, written once with random words when it is not there. Only its owner reads it. */
export function keepSecret(file: string): string {
  if (!existsSync(file)) {
    const draft = `${file}.new`; // a file half written must not become the secret
    writeFileSync(draft, randomBytes(32).toString('base64url'), { mode: 0o600 });
    renameSync(draft, file);
  }
  return readFileSync(file, 'utf8').trim();
}

/** The log of one part; a long one is put aside as `.1` first. */
export function logFileOf(home: Home, part: string): string {
  const file = join(home.logs, `${part}.log`);
  if (existsSync(file) && statSync(file).size > LOG_LIMIT_BYTES) renameSync(file, `${file}.1`);
  return file;
}
