import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clearHome, homeOf, openHome } from './home';
import { createPart } from './part';
import { freePort } from './ports';
import { postgresPart } from './postgres';
import { StartProblem } from './start-problem';
import { startWarden } from './warden-client';

/** A Postgres that lives as long as one run of the tests, or of a tool. */
export interface ScratchPostgres {
  /** Its database `postgres`, as superuser. */
  readonly adminUrl: string;
  /** Stops it and removes its data. */
  stop(): Promise<void>;
}

/** Nothing here outlives the run, so nothing is kept safe from a power cut. */
const CARELESS = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } as const;

/**
 * Starts the embedded Postgres on a free port, in a temporary home of its own: as root, and from a folder that others may not enter, as well
 * as `npm start` does. Should this process be killed, the warden stops it.
 * @throws {StartProblem} when it cannot run here.
 */
export async function startScratchPostgres(settings: Readonly<Record<string, string>> = {}): Promise<ScratchPostgres> {
  const home = homeOf({ LEVAIN_HOME: mkdtempSync(join(tmpdir(), 'levain-pg-')) });
  const port = await freePort();
  if (port === null) throw new StartProblem('No port is free for a Postgres of the tests.');
  const warden = startWarden();
  const { spec, adminUrl } = postgresPart(home, port, { ...CARELESS, ...settings });
  const part = createPart(spec, warden, () => undefined);
  const stop = async (): Promise<void> => {
    await part.stop();
    await warden.dismiss();
    clearHome(home);
    rmSync(home.dir, { recursive: true, force: true });
  };
  try {
    openHome(home);
    await part.start();
  } catch (error) {
    await stop();
    throw error;
  }
  return { adminUrl, stop };
}
