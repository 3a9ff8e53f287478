import { startScratchPostgres } from '../src/local-shop/scratch-postgres';
import { deploySql } from '../tools/deploy-sql.mjs';
import { lentServer, makeTemplate, rememberServer } from './support/test-server';

/** One embedded PostgreSQL for the whole run, with a migrated template that each test file clones; or one that is lent and outlives the run. */
export default async function globalSetup(): Promise<void> {
  if (!lentServer()) rememberServer(await startScratchPostgres({ max_connections: '300' }));
  const template = await makeTemplate();
  if (template) await deploySql(template);
}
