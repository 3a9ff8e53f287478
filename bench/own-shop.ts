import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readConfig, type Config } from '../src/platform/config/config';
import { createDb } from '../src/platform/db/client';
import { clearHome, homeOf, openHome, type Home } from '../src/local-shop/home';
import type { Part, PartName } from '../src/local-shop/part';
import { PORTS, variableOf, type PortName } from '../src/local-shop/ports';
import { PROJECT_ROOT } from '../src/local-shop/project';
import { planShop } from '../src/local-shop/shop';
import type { Addresses } from '../src/local-shop/shop-plan';

/** A whole shop of one's own: separate processes, free ports, a folder that is gone afterwards. */
export interface OwnShop extends Addresses {
  readonly home: Home;
  readonly parts: Readonly<Record<PartName, Part>>;
  /** What the shop was planned from. */
  readonly config: Config;
  readonly env: NodeJS.ProcessEnv;
  /** Stops every part; with `keep` the folder with logs and data stays. */
  stop(keep: boolean): Promise<void>;
}

export interface OwnShopOptions {
  /** Shop seconds per real second. */
  readonly clockRate: number;
  readonly say: (line: string) => void;
  /** Told when a part ends although nobody killed it. */
  readonly onDeath: (part: Part) => void;
  /** Variables of Levain that its programs get besides. */
  readonly env?: Readonly<Record<string, string>>;
  /** Files of programs other than the product's. */
  readonly programs?: Partial<Record<'api' | 'worker', string>> | undefined;
}

const FREE_PORTS = Object.fromEntries((Object.keys(PORTS) as PortName[]).map((name) => [variableOf(name), '0']));
/** The caller's own shop, if there is one, must not leak into this one. */
const NOT_OURS = /^(LEVAIN_|TEMPORAL_(ADDRESS|NAMESPACE)|DATABASE_URL|SMTP_URL|NODE_ENV|HOST$)/;

/** BAK-29. The demo shop turns orders away whose day is full; here as many are taken as are sent. */
async function withoutLimits(databaseUrl: string): Promise<void> {
  const db = createDb(databaseUrl, 1);
  await db.capacity.deleteMany().finally(() => db.$disconnect());
}

/** @throws {StartProblem} when it does not come up; nothing is left then. */
export async function startOwnShop({ clockRate, say, onDeath, env: more = {}, programs }: OwnShopOptions): Promise<OwnShop> {
  const home = homeOf({ LEVAIN_HOME: mkdtempSync(join(tmpdir(), 'levain-shop-')) });
  openHome(home);
  const outer = Object.entries(process.env).filter(([name]) => !NOT_OURS.test(name));
  const env = { ...Object.fromEntries(outer), ...FREE_PORTS, LEVAIN_CLOCK_RATE: String(clockRate), ...more };
  const config = readConfig(env);
  const shop = await planShop({ home, config, env, temporalCli, step: (_title, work) => work(), onDeath, programs });
  const stop = async (keep: boolean): Promise<void> => {
    await shop.stop();
    if (keep) return say(`Logs and data stay in ${home.dir}.`);
    clearHome(home); // its database may lie elsewhere
    rmSync(home.dir, { recursive: true, force: true });
  };
  try {
    await shop.start();
    await withoutLimits(shop.addresses.databaseUrl);
  } catch (error) {
    await stop(false);
    throw error;
  }
  return { ...shop.addresses, home, config, env, parts: shop.parts as Record<PartName, Part>, stop };
}

/** Where the Temporal program comes from is the set-up's knowledge. */
async function temporalCli(): Promise<string> {
  const file = pathToFileURL(resolve(PROJECT_ROOT, 'tools/temporal-servers.mjs')).href;
  const { resolveTemporal } = (await import(file)) as { resolveTemporal: () => Promise<{ cli: string }> };
  return (await resolveTemporal()).cli;
}
