import { existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { ConfigError, readConfig, type Config } from '../platform/config/config';
import { openHome, type Home } from './home';
import { PORTS, takenSentence, tryPort, variableOf, type PortName } from './ports';
import { postgresPrograms } from './postgres-seat';
import { reasonOf, StartProblem } from './start-problem';

/** One thing looked at: what is there, or what is missing and what to do. One line each. */
export interface Finding {
  readonly ok: boolean;
  readonly says: string;
}

const good = (says: string): Finding => ({ ok: true, says });
const bad = (says: string): Finding => ({ ok: false, says });
const GIB = 2 ** 30;
const DISK_NEEDED = 1 * GIB;

/** `package.json`'s engines, in words people can act on. `version` like `20.19.0`. */
export function checkNode(version: string): Finding {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const fits = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
  return fits ? good(`Node ${version}`) : bad(`Node ${version} does not fit: install Node 20.19 or newer of 20, or 22.12 or newer.`);
}

/** Every variable is known and readable; one sentence for each that is not. */
export function checkConfig(env: NodeJS.ProcessEnv): Finding[] {
  try {
    const { clockRate } = readConfig(env);
    return [
      good(
        clockRate === 1
          ? 'Variables are in order'
          : `Variables are in order; the shop clock runs at ${clockRate} shop seconds per real second`,
      ),
    ];
  } catch (error) {
    if (error instanceof ConfigError) return error.sentences.map(bad);
    throw error;
  }
}

/** @param freeBytes of the disk that holds the home. */
export function checkDisk(home: string, freeBytes: number): Finding {
  const free = `${(freeBytes / GIB).toFixed(1)} GiB free`;
  return freeBytes >= DISK_NEEDED
    ? good(`Disk: ${free}`)
    : bad(`Only ${free} for LEVAIN_HOME (${home}): make room for at least 1 GiB, or set LEVAIN_HOME to another disk.`);
}

/** Free bytes on the disk of a folder, which need not exist yet. */
export function freeBytesFor(folder: string): number {
  let there = folder;
  while (!existsSync(there)) there = dirname(there);
  const { bavail, bsize } = statfsSync(there);
  return bavail * bsize;
}

export const checkHome = (home: Home): Finding => finding(() => openHome(home), `LEVAIN_HOME ${home.dir} can be written`);

export const checkPostgres = (): Finding => finding(postgresPrograms, 'Embedded Postgres is installed');

/** One finding per port; 0 needs no look. */
export async function checkPorts(config: Config, needed: readonly PortName[]): Promise<Finding[]> {
  return Promise.all(
    needed.map(async (name) => {
      const port = config[PORTS[name].field];
      if (port === 0) return good(`${variableOf(name)}: any free port (${PORTS[name].what})`);
      const free = (await tryPort(port, name === 'api' ? config.host : undefined)) !== null;
      return free ? good(`Port ${port} is free (${PORTS[name].what}, ${variableOf(name)})`) : bad(takenSentence(name, port));
    }),
  );
}

/** Turns a check that throws a `StartProblem` into a finding; other errors are ours and go on. */
export function finding(look: () => unknown, says: string): Finding {
  try {
    look();
    return good(says);
  } catch (error) {
    if (error instanceof StartProblem) return bad(error.message);
    throw error;
  }
}

/** The same for a look that takes time; any failure is a finding. */
export async function findingOf(look: Promise<unknown>, says: string): Promise<Finding> {
  return look.then(
    () => good(says),
    (error: unknown) => bad(reasonOf(error)),
  );
}
