import type { Db } from '../platform/db/client';

/** Open orders of one kind that carry one version of its rulebook. */
export interface HeldVersion {
  readonly kind: string;
  readonly version: string;
  readonly orders: number;
}

/** How many open orders of a store carry which version of their rulebook (ADR 2). */
export const heldVersions = (db: Db, storeId: string): Promise<HeldVersion[]> =>
  db.$queryRaw<HeldVersion[]>`
    SELECT o.kind, p.rules_version AS version, count(*)::int AS orders
    FROM processes p JOIN orders o ON o.process_id = p.id
    WHERE p.closed_at IS NULL AND p.kind = 'order' AND p.store_id = ${storeId} AND p.rules_version IS NOT NULL
    GROUP BY o.kind, p.rules_version ORDER BY o.kind, p.rules_version`;
