import { Client } from 'pg';
import { loadDemoShop } from '../../src/demo/demo-shop';
import { startScratchPostgres } from '../../src/local-shop/scratch-postgres';
import { migrate } from '../../src/main/migrate';
import { createDb } from '../../src/platform/db/client';
import { startReadingApi, type ReadingApi } from './api';
import { seedOrders } from './seed';

/** What a run is about: an API over a shop with years behind it, and the real instant (epoch ms) up to which they reach. */
export interface Years {
  readonly api: ReadingApi;
  readonly now: number;
  readonly databaseUrl: string;
  readonly sql: Client;
}

/** Makes a shop with so many orders behind it, and takes it away again once `run` has ended. `consoleDir`: where the console was built, if it is served. */
export async function withYears(orders: number, consoleDir: string | null, run: (years: Years) => Promise<void>): Promise<void> {
  const postgres = await startScratchPostgres();
  const db = createDb(postgres.adminUrl);
  const sql = new Client({ connectionString: postgres.adminUrl });
  try {
    await migrate(postgres.adminUrl);
    await loadDemoShop(db);
    const now = Date.now();
    await sql.connect();
    await seedOrders(sql, orders, now);
    const api = await startReadingApi(db, consoleDir);
    await run({ api, now, databaseUrl: postgres.adminUrl, sql });
    await api.stop();
  } finally {
    await Promise.all([db.$disconnect(), sql.end()]);
    await postgres.stop();
  }
}
