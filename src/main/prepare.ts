import { readConfig } from '../platform/config/config';
import { createDb } from '../platform/db/client';
import { DEMO_STORE_ID, hasDemoStaff, loadDemoShop } from '../demo/demo-shop';
import { shopClock } from '../platform/db/settings.repository';
import { migrate } from './migrate';
import { runJob } from './program';

interface Prepared {
  /** Names of the migrations applied just now. */
  readonly applied: readonly string[];
  /** The demo shop's people can sign in. */
  readonly demo: boolean;
}

/**
 * Makes a database ready for API and worker: migrations, the shop clock's origin, and, where `LEVAIN_DEMO` asks for it, the demo shop, unless the
 * database belongs to a shop of its own. An empty database is not taken for one to try things in: it may be tomorrow's shop. Repeating it changes
 * nothing.
 */
export async function prepare(env: NodeJS.ProcessEnv): Promise<Prepared> {
  const { databaseUrl, clockRate, demo } = readConfig(env, ['databaseUrl']);
  const applied = await migrate(databaseUrl);
  const db = createDb(databaseUrl, 2);
  try {
    await shopClock(db, clockRate);
    const realShops = await db.store.count({ where: { id: { not: DEMO_STORE_ID } } });
    if (demo === true && realShops === 0) await loadDemoShop(db);
    return { applied, demo: await hasDemoStaff(db) };
  } finally {
    await db.$disconnect();
  }
}

if (require.main === module) void runJob(async () => JSON.stringify({ ready: await prepare(process.env) }));
