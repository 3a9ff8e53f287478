import { join } from 'node:path';
import { createDb, type Db } from '../../src/platform/db/client';
import { PROJECT_ROOT } from '../../src/local-shop/project';
import { startOwnShop, type OwnShop, type OwnShopOptions } from '../own-shop';
import { createBreaker, type Breaker } from './breaker';
import type { ApiName } from './faults';
import { createMailbag, type Mailbag } from './mailbag';
import { startSecondApi, type SecondApi } from './second-api';
import { woundFileOf } from './wounded/wound-file';
import { createWounds, type Wounds } from './wounds';

/** The shop that a run breaks, with a second API beside its own, and what breaks it. */
export interface Stage {
  readonly shop: OwnShop;
  readonly urls: Readonly<Record<ApiName, string>>;
  readonly breaker: Breaker;
  readonly wounds: Wounds;
  readonly mailbag: Mailbag;
  readonly db: Db;
  /** Stops every part; with `keep` the folder with logs and data stays. */
  close(keep: boolean): Promise<void>;
}

export interface StageOptions extends Pick<OwnShopOptions, 'clockRate' | 'programs'> {
  /** Real milliseconds that a wounded act gets to come to file. */
  readonly watchedMs: number;
  readonly say: (line: string) => void;
  /** Tells of what breaks. */
  readonly sayOf: (line: string) => void;
}

/** The product's API; its recorder meets the wounds of the plan. */
const WOUNDED_API = join(PROJECT_ROOT, 'dist', 'bench', 'chaos', 'wounded', 'wounded-api.js');

/** @throws {StartProblem} when the shop does not come up; nothing is left then. */
export async function setStage({ clockRate, programs, watchedMs, say, sayOf }: StageOptions): Promise<Stage> {
  let breaker: Breaker | null = null;
  const api = programs?.api ?? WOUNDED_API;
  const shop = await startOwnShop({ clockRate, say, onDeath: (part) => breaker?.died(part.name), programs: { ...programs, api } });
  let second: SecondApi | null = null;
  try {
    second = await startSecondApi(shop, api, () => breaker?.died('second-api'));
  } catch (error) {
    await shop.stop(false);
    throw error;
  }
  const db = createDb(shop.databaseUrl, 4);
  const mailbag = createMailbag(shop.home.catcher);
  const woundsAt = (url: string) => woundFileOf(shop.home.dir, new URL(url).port);
  const wounds = createWounds({ api: woundsAt(shop.apiUrl), 'second-api': woundsAt(second.url) }, db, watchedMs);
  breaker = createBreaker({
    parts: { ...shop.parts, 'second-api': second.part },
    wounds,
    say: sayOf,
    whileDown: (part) => part === 'catcher' && mailbag.gather('beforeStart'),
  });
  return {
    ...{ shop, breaker, wounds, mailbag, db },
    urls: { api: shop.apiUrl, 'second-api': second.url },
    async close(keep) {
      await db.$disconnect();
      await second.stop();
      await shop.stop(keep);
    },
  };
}
