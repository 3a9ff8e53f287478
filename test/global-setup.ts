import { startScratchPostgres } from '../src/local-shop/scratch-postgres';
import { deploySql } from '../tools/deploy-sql.mjs';
import { makeTemplate, rememberServer } from './support/test-server';

/** One embedded PostgreSQL for the whole run, with a migrated template that each test file clones. */
export default async function globalSetup(): Promise<void> {
  const server = await startScratchPostgres({ max_connections: '300' });
  rememberServer(server);
  await deploySql(await makeTemplate());
}
