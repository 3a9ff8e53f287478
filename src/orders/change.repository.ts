import type { Change, Prisma } from '../generated/prisma/client';
import type { Actor } from '../base/actor';
import type { OrderFacts } from './order.messages';
import { idsInStore, type InStore } from './in-store.repository';
import type { Db } from '../platform/db/client';
import { after, type KeysetPlace } from '../platform/db/keyset';

/** A change request with its private patch (BAK-36…38); instants are epoch ms of shop time. */
export interface ChangeRecord {
  readonly id: string;
  readonly orderNumber: string;
  readonly state: 'draft' | 'pending' | 'approved' | 'rejected' | 'withdrawn';
  readonly patch: Readonly<Record<string, unknown>>;
  readonly facts: OrderFacts;
  readonly preview: Readonly<Record<string, unknown>>;
  readonly previewHash: string;
  readonly basis: string;
  readonly textId: string | null;
  readonly requestedBy: Actor;
  readonly requestedAt: number;
  readonly decidedBy: Actor | null;
  readonly decidedAt: number | null;
  readonly decisionTextId: string | null;
}
export type ChangeDraft = Omit<ChangeRecord, 'state' | 'decidedBy' | 'decidedAt' | 'decisionTextId'>;
export type Preview = Pick<ChangeRecord, 'facts' | 'preview' | 'previewHash' | 'basis'>;

const json = (value: unknown): Prisma.InputJsonValue => value as Prisma.InputJsonValue;

const recordOf = (row: Change): ChangeRecord => ({
  ...row,
  state: row.state as ChangeRecord['state'],
  patch: row.patch as Record<string, unknown>,
  facts: row.facts as unknown as OrderFacts,
  preview: row.preview as Record<string, unknown>,
  requestedBy: row.requestedBy as unknown as Actor,
  requestedAt: row.requestedAt.getTime(),
  decidedBy: row.decidedBy as unknown as Actor | null,
  decidedAt: row.decidedAt?.getTime() ?? null,
});

/** Change requests. The door writes drafts and previews; an order's workflow moves their state. */
export const createChanges = (db: Db) => ({
  /** Keeps a draft. True when it is new; a repeat changes nothing. */
  async addDraft(draft: ChangeDraft): Promise<boolean> {
    const { count } = await db.change.createMany({
      data: [
        {
          ...draft,
          state: 'draft',
          patch: json(draft.patch),
          facts: json(draft.facts),
          preview: json(draft.preview),
          requestedBy: json(draft.requestedBy),
          requestedAt: new Date(draft.requestedAt),
        },
      ],
      skipDuplicates: true,
    });
    return count === 1;
  },
  /** Takes back a draft that no order came to know; anything further along stays. */
  async removeDraft(id: string): Promise<void> {
    await db.change.deleteMany({ where: { id, state: 'draft' } });
  },
  async find(id: string): Promise<ChangeRecord | null> {
    const row = await db.change.findUnique({ where: { id } });
    return row && recordOf(row);
  },
  /** Shows a new preview of a request that waits. A repeat changes nothing. */
  async putPreview(id: string, preview: Preview): Promise<void> {
    await db.change.updateMany({
      where: { id, state: { in: ['draft', 'pending'] } },
      data: { facts: json(preview.facts), preview: json(preview.preview), previewHash: preview.previewHash, basis: preview.basis },
    });
  },
  /** The requests that wait for the store manager's decision. */
  async listPending(orderNumber: string): Promise<ChangeRecord[]> {
    const rows = await db.change.findMany({ where: { orderNumber, state: 'pending' }, orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }] });
    return rows.map(recordOf);
  },
  /** The requests that a store's orders know, the oldest first. */
  async listInStore(
    store: InStore<ChangeRecord['state']>,
    limit: number,
    after?: { readonly requestedAt: number; readonly id: string },
  ): Promise<ChangeRecord[]> {
    const ids = await idsInStore(db, 'changes', store, limit, after && { at: after.requestedAt, id: after.id });
    const rows = await db.change.findMany({ where: { id: { in: ids } }, orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }] });
    return rows.map(recordOf);
  },
  /** The requests an order knows, in `state` or, without one, in any; the oldest first. */
  async list(
    orderNumber: string,
    state: ChangeRecord['state'] | undefined,
    limit: number,
    place?: KeysetPlace<'requestedAt'>,
  ): Promise<ChangeRecord[]> {
    const rows = await db.change.findMany({
      where: { orderNumber, state: state ?? { not: 'draft' }, ...after('requestedAt', place) },
      orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
      take: limit,
    });
    return rows.map(recordOf);
  },
});
