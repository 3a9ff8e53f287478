import { SNAPSHOT_PARTS, type OrderRecord, type RecordedSnapshot, type SnapshotPart } from '../../src/orders/order.messages';
import type { ChangeRow } from '../../src/orders/order-rows.messages';
import type { OwnParts } from '../../src/process/process.messages';

/** What an order's batches bring beside what those of every process do: its own row, its changes, corrections of where it goes. */
export interface OwnRow {
  /** A change as it stands now. */
  change(row: ChangeRow): void;
  /** BAK-45. A row of `texts` whose recipient or address is the order's from now on. */
  correction(textId: string): void;
  /** For the next batch. */
  readonly take: () => OwnParts;
}

/** `record` says how the order stands; `touch` is called when something waits for a batch. */
export function createOwnRow(record: () => OrderRecord, touch: () => void): OwnRow {
  let changes = new Map<string, ChangeRow>();
  let corrections: string[] = [];
  const sent: Partial<Record<SnapshotPart, string>> = {};

  /** Without the large parts that the last batches have brought already: batches are written in their order. */
  function news(whole: OrderRecord): RecordedSnapshot {
    const changed: { -readonly [K in keyof RecordedSnapshot]: RecordedSnapshot[K] } = { ...whole };
    for (const part of SNAPSHOT_PARTS) {
      const now = JSON.stringify(whole[part]);
      if (sent[part] === now) delete changed[part];
      sent[part] = now;
    }
    return changed;
  }

  return {
    change(row) {
      // `apply` belongs to one batch and must survive a later touch of the same row in it
      changes.set(row.id, changes.get(row.id)?.apply ? { ...row, apply: true } : row);
      touch();
    },
    correction(textId) {
      corrections.push(textId);
      touch();
    },
    take() {
      const taken = { changes: [...changes.values()], corrections };
      changes = new Map();
      corrections = [];
      return {
        snapshot: news(record()),
        ...(taken.changes.length > 0 && { changes: taken.changes }),
        ...(taken.corrections.length > 0 && { corrections: taken.corrections }),
      };
    },
  };
}
