import type { Db } from '../../src/platform/db/client';
import { pause } from '../../src/demo/shop-client';
import type { ApiName, Wound } from './faults';
import type { Struck, WoundFile } from './wounded/wound-file';

/** A wound that came about. */
export interface WoundRecord extends Struck {
  readonly api: ApiName;
  /** Real milliseconds until the act was on file, with nobody asking for it again; null when it did not come while it was watched. */
  readonly onFileMs: number | null;
}

/** Meets writes with wounds and watches what becomes of them. */
export interface Wounds {
  readonly records: readonly WoundRecord[];
  /** Arms a wound and waits for the write it meets; null when none comes. */
  strike(api: ApiName, wound: Wound): Promise<Struck | null>;
  /** Whether this API kills itself, or has, because a wound says so. */
  isDying(api: ApiName): boolean;
  /** Resolves when the write that met the wound has failed. */
  failed(api: ApiName): Promise<void>;
  /** Resolves when each act of that order (of any) that met a wound is on file, or was watched long enough: until then nobody asks again. */
  settled(order?: string): Promise<void>;
}

/** Real milliseconds between looks; that an armed wound waits for a write; that a held write gets to fail. */
const [LOOK_MS, ARMED_MS, FAILING_MS] = [20, 30_000, 12_000];

/** @param watchedMs real milliseconds that an act gets to come to file, whatever else breaks meanwhile. */
export function createWounds(files: Readonly<Record<ApiName, WoundFile>>, db: Db, watchedMs: number): Wounds {
  const records: WoundRecord[] = [];
  /** By order. */
  const watched = new Map<string, Promise<unknown>>();

  const revisionOf = async (processId: string): Promise<number> => {
    const row = await db.process.findUnique({ where: { id: processId }, select: { revision: true } }).catch(() => null); // it may be away
    return row?.revision ?? 0;
  };
  async function watch(api: ApiName, struck: Struck): Promise<void> {
    const since = Date.now();
    const onFile = await until(async () => (await revisionOf(struck.processId)) >= struck.revision, watchedMs);
    records.push({ ...struck, api, onFileMs: onFile ? Date.now() - since : null });
  }

  return {
    records,
    async strike(api, wound) {
      const file = files[api];
      file.arm(wound);
      await until(() => file.struck() !== null, ARMED_MS);
      file.disarm();
      const struck = file.struck();
      if (!struck) return null;
      const order = struck.processId.slice(struck.processId.lastIndexOf('/') + 1);
      watched.set(order, Promise.all([watched.get(order), watch(api, struck)]));
      return struck;
    },
    isDying: (api) => (files[api].struck()?.wound ?? 'postgres-away-at-write') !== 'postgres-away-at-write',
    failed: async (api) => void (await until(() => files[api].over(), FAILING_MS)),
    async settled(order) {
      await (order === undefined ? Promise.all(watched.values()) : watched.get(order));
    },
  };
}

/** Looks until it holds; false when it did not in that time. */
async function until(holds: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  for (const end = Date.now() + ms; Date.now() < end; await pause(LOOK_MS)) if (await holds()) return true;
  return holds();
}
