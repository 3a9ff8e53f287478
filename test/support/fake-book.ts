import type { OrderSnapshot } from '../../src/orders/order.messages';
import type { ChangeRow, CostRow, LoadRow, PaymentRow, RatingRow, SuggestionRow } from '../../src/orders/order-rows.messages';
import type { ExceptionRow } from '../../src/orders/exceptions.messages';
import type { NoticeRow, RecordBatch, TaskRow, TimelineEntry, Withdrawal } from '../../src/process/process.messages';
import type { SupplierAnswer, SupplierContactRow } from '../../src/purchasing/sourcing.messages';
import type { SupplierRequest } from '../../src/purchasing/ports.messages';
import type { Calendar } from '../../src/base/calendar';

/** A supplier of the fake market: how it answers when asked; `silent` never does, `broken` cannot be reached. */
export type Market = Readonly<Record<string, 'promises' | 'refuses' | 'silent' | 'broken'>>;

/** What the recorder wrote for one order, and how the market answers it. */
export class Book {
  readonly batches: RecordBatch[] = [];
  readonly tasks = new Map<string, TaskRow>();
  readonly changes = new Map<string, ChangeRow>();
  readonly exceptions = new Map<string, ExceptionRow>();
  readonly contacts = new Map<string, SupplierContactRow>();
  readonly payments: PaymentRow[] = [];
  readonly costs: CostRow[] = [];
  readonly ratings: RatingRow[] = [];
  readonly suggestions: SuggestionRow[] = [];
  /** What the order takes of each kind of work (BAK-29). */
  readonly loads = new Map<string, LoadRow>();
  readonly outbox: NoticeRow[] = [];
  /** The order as each letter tells of it, by notice id: as it stood after the letter's batch. */
  readonly words = new Map<string, OrderSnapshot>();
  /** What later facts would have withdrawn, had it still been unsent. */
  readonly withdrawals: Withdrawal[] = [];
  readonly timeline: TimelineEntry[] = [];
  readonly corrections: string[] = [];
  /** Suppliers asked and called off, in that order. */
  readonly asked: string[] = [];
  readonly withdrawn: string[] = [];
  snapshot: OrderSnapshot | undefined;
  /** Failures the database still has in store. */
  outages = 0;
  /** The suppliers' doors stay shut to being called off. */
  shutDoor = false;
  private readonly revisions = new Map<string, number>();

  constructor(
    readonly market: Market,
    readonly calendar: Calendar,
  ) {}

  /** As Postgres does: each batch once, in its order. Answers the revision on file. */
  record(batch: RecordBatch): Promise<number> {
    if (this.outages > 0) {
      this.outages -= 1;
      return Promise.reject(new Error('the database is away'));
    }
    const { id } = batch.process;
    const onFile = this.revisionOf(id);
    if (batch.revision <= onFile || (batch.revision > onFile + 1 && !batch.first)) return Promise.resolve(onFile);
    this.revisions.set(id, batch.revision);
    this.keep(batch);
    return Promise.resolve(batch.revision);
  }
  /** As a caller does who asks again until it is answered. */
  async insistsOn(batch: RecordBatch): Promise<void> {
    const written = (): Promise<boolean> =>
      this.record(batch).then(
        (onFile) => onFile >= batch.revision,
        () => false,
      );
    while (!(await written())) await new Promise((resolve) => setTimeout(resolve, 10));
  }
  revisionOf = (processId: string): number => this.revisions.get(processId) ?? 0;

  private keep(batch: RecordBatch): void {
    this.batches.push(batch);
    if (batch.snapshot) this.snapshot = { ...this.snapshot, ...batch.snapshot, ...batch.standing } as OrderSnapshot;
    batch.tasks.forEach((row) => this.tasks.set(row.id, row));
    batch.changes?.forEach((row) => this.changes.set(row.id, row));
    batch.exceptions?.forEach((row) => this.exceptions.set(row.id, row));
    batch.contacts?.forEach((row) => this.contacts.set(row.id, row));
    this.payments.push(...(batch.payments ?? []));
    this.costs.push(...(batch.costs ?? []));
    this.ratings.push(...(batch.ratings ?? []));
    this.suggestions.push(...(batch.suggestions ?? []));
    batch.loads?.forEach((row) => this.loads.set(row.work, row));
    for (const { id } of batch.notices) if (this.snapshot) this.words.set(id, this.snapshot);
    this.outbox.push(...batch.notices.filter(({ instead }) => !instead)); // here every letter goes out at once
    this.withdrawals.push(...batch.withdrawals);
    this.timeline.push(...batch.events);
    this.corrections.push(...(batch.corrections ?? []));
  }

  ask({ supplierId }: SupplierRequest): Promise<SupplierAnswer | null> {
    this.asked.push(supplierId);
    const manner = this.market[supplierId];
    if (manner === 'broken') return Promise.reject(new Error('connection refused'));
    if (manner === 'silent') return Promise.resolve(null);
    return Promise.resolve({ supplierId, available: manner === 'promises', promisedAt: manner === 'promises' ? 1 : null });
  }

  withdraw({ supplierId }: SupplierRequest): Promise<void> {
    if (this.shutDoor) return Promise.reject(new Error('connection refused'));
    this.withdrawn.push(supplierId);
    return Promise.resolve();
  }
}
