import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig } from '../platform/config/config';
import { PROJECT_ROOT } from '../local-shop/project';
import { runJob } from './program';

interface Migrator {
  deploySql(this: void, url: string, folder: string): Promise<string[]>;
}

/** Brings the database at `url` up to date: names of the migrations applied now. The migrator is plain JavaScript: tests and tools use it too. */
export async function migrate(url: string): Promise<string[]> {
  const { deploySql } = (await import(pathToFileURL(join(PROJECT_ROOT, 'tools', 'deploy-sql.mjs')).href)) as Migrator;
  return deploySql(url, join(PROJECT_ROOT, 'prisma', 'migrations'));
}

/** `npm run db:migrate`: says what was applied. */
async function main(): Promise<string> {
  const { databaseUrl } = readConfig(process.env, ['databaseUrl']);
  const applied = await migrate(databaseUrl);
  return applied.length > 0 ? applied.map((name) => `applied ${name}`).join('\n') : 'The database is up to date.';
}

if (require.main === module) void runJob(main);
