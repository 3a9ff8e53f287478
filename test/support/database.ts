import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { createDb, type Db } from '../../src/platform/db/client';
import { asAdmin, databaseUrl, TEMPLATE } from './test-server';

export interface TestDatabase {
  readonly url: string;
  readonly db: Db;
  /** Disconnects `db` and drops the database. @throws when somebody else is still connected: a connection was leaked. */
  close(): Promise<void>;
}

/** A fresh, migrated database of one's own, cloned from the run's template (about 20 ms). */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  await asAdmin((admin) => admin.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`));
  const url = databaseUrl(name);
  const db = createDb(url, 5);
  return {
    url,
    db,
    close: async () => {
      await db.$disconnect();
      const leaked = await asAdmin(async (admin) => {
        const left = await waitUntilAlone(admin, name);
        await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
        return left;
      });
      if (leaked.length > 0) throw new Error(`connections left open on ${name}; their last queries:\n${leaked.join('\n')}`);
    },
  };
}

/** A closing pool needs a moment until the server has seen it; after two seconds what is left is a leak. */
async function waitUntilAlone(admin: Client, name: string): Promise<string[]> {
  for (let tries = 0; ; tries++) {
    const { rows } = await admin.query<{ query: string }>('SELECT query FROM pg_stat_activity WHERE datname = $1', [name]);
    if (rows.length === 0 || tries === 40) return rows.map((row) => row.query);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
