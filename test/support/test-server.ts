import type { RunningPg } from '../../tools/devdb.mjs';

/** The migrated database that test databases are cloned from. Nobody may be connected to it while that happens. */
export const TEMPLATE = 'levain_template';

const VARIABLE = 'TEST_POSTGRES_URL';
const holder = globalThis as { levainTestServer?: RunningPg };

/** Keeps the server for the teardown, and its address for the test workers, which inherit the environment. */
export function rememberServer(server: RunningPg): void {
  holder.levainTestServer = server;
  process.env[VARIABLE] = server.url.replace(/[^/]+$/, 'postgres');
}

/** Stops what `rememberServer` kept. */
export const stopServer = async (): Promise<void> => holder.levainTestServer?.stop();

/** Address of the run's server, database `postgres`. @throws outside a jest run. */
export function serverUrl(): string {
  const url = process.env[VARIABLE];
  if (!url) throw new Error(`${VARIABLE} is not set: run the tests with jest, its global set-up starts PostgreSQL.`);
  return url;
}
