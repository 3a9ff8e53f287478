import { deploySql } from '../tools/deploy-sql.mjs';
import { startPg } from '../tools/devdb.mjs';
import { rememberServer, TEMPLATE } from './support/test-server';

/** One embedded PostgreSQL for the whole run, with a migrated template that each test file clones. Durability is off: nothing here outlives the run. */
export default async function globalSetup(): Promise<void> {
  const off = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];
  const server = await startPg({ db: TEMPLATE, flags: off.flatMap((flag) => ['-c', flag]) });
  rememberServer(server);
  await deploySql(server.url);
}
