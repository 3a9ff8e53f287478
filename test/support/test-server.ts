import { Client } from 'pg';
import type { ScratchPostgres } from '../../src/local-shop/scratch-postgres';

/** The migrated database that test databases are cloned from. Nobody may be connected to it while that happens. */
export const TEMPLATE = 'levain_template';

const VARIABLE = 'TEST_POSTGRES_URL';
const holder = globalThis as { levainTestServer?: ScratchPostgres };

/** Keeps the server for the teardown, and its address for the test workers, which inherit the environment. */
export function rememberServer(server: ScratchPostgres): void {
  holder.levainTestServer = server;
  process.env[VARIABLE] = server.adminUrl;
}

/** Whether whoever runs jest many times has started a server for all of its runs (`npm run bite`). */
export const lentServer = (): boolean => process.env[VARIABLE] !== undefined;

/** Makes the template, empty yet; answers its address, or null when a lent server has it from an earlier run. */
export async function makeTemplate(): Promise<string | null> {
  return asAdmin(async (admin) => {
    const { rowCount } = await admin.query('SELECT FROM pg_database WHERE datname = $1', [TEMPLATE]);
    if (rowCount) return null;
    await admin.query(`CREATE DATABASE ${TEMPLATE}`);
    return databaseUrl(TEMPLATE);
  });
}

/** Stops what `rememberServer` kept. */
export const stopServer = async (): Promise<void> => holder.levainTestServer?.stop();

/** Address of one database of the run's server, as its superuser. @throws outside a jest run. */
export const databaseUrl = (name: string): string => serverUrl().replace(/[^/]+$/, name);

/** Runs `work` on the run's server, in the database `postgres`, as its superuser. */
export async function asAdmin<T>(work: (admin: Client) => Promise<T>): Promise<T> {
  const admin = new Client({ connectionString: serverUrl() });
  await admin.connect();
  try {
    return await work(admin);
  } finally {
    await admin.end();
  }
}

function serverUrl(): string {
  const url = process.env[VARIABLE];
  if (!url) throw new Error(`${VARIABLE} is not set: run the tests with jest, its global set-up starts PostgreSQL.`);
  return url;
}
