import { createHash } from 'node:crypto';
import { orderNumberOf, orderWorkflowId } from '../names.messages';
import type { CostRow, PaymentRow } from '../../orders/order.messages';
import type { RecordBatch } from '../process.messages';
import { canonicalJson } from '../../platform/db/canonical-json';
import type { Db } from '../../platform/db/client';

/**
 * Rows beside the timeline that it answers for: a timeline row's `covers` holds their hashes, and is part of its own. The words under its text
 * id, and the payments and costs of its batch: altered, removed or put in by hand they no longer fit the chain.
 */
export interface Covers {
  readonly text?: string;
  /** By `payment/<id>` and `cost/<id>`. */
  readonly rows?: Readonly<Record<string, string>>;
}

/** SQL: the hash of a text's body, as Postgres writes it. */
export const textHash = (body: string): string => `encode(sha256(convert_to(${body}::text, 'UTF8')), 'hex')`;

const hashOf = (row: object): string => createHash('sha256').update(canonicalJson(row)).digest('hex');
const at = (ms: number): string => new Date(ms).toISOString();

const ofPayment = ({ id, direction, amountFen, method, receivedAt, by, textId }: PaymentRow): readonly [string, string] => [
  `payment/${id}`,
  hashOf({ id, direction, amountFen, method, receivedAt: at(receivedAt), by, textId: textId ?? null }),
];
const ofCost = (row: CostRow): readonly [string, string] => [`cost/${row.id}`, hashOf({ ...row, at: at(row.at) })];

/** What the first timeline row of a batch answers for besides its text. */
export const coveredRows = ({ payments, costs }: Pick<RecordBatch, 'payments' | 'costs'>): Readonly<Record<string, string>> =>
  Object.fromEntries([...payments.map(ofPayment), ...costs.map(ofCost)]);

/** The covered rows of some orders as they stand now. */
export interface StandingRows {
  /** Hashes by process and by the names of `Covers.rows`. */
  readonly rows: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Hashes by text id. */
  readonly texts: ReadonlyMap<string, string>;
}

/** Reads and hashes them. Texts that no timeline row names are nobody's evidence and not looked at. */
export async function readStanding(
  db: Pick<Db, 'payment' | 'cost' | '$queryRawUnsafe'>,
  processes: readonly string[],
): Promise<StandingRows> {
  const orders = processes.flatMap((id) => orderNumberOf(id) ?? []);
  const where = { orderNumber: { in: orders } };
  const [payments, costs, texts] = await Promise.all([
    db.payment.findMany({ where }),
    db.cost.findMany({ where }),
    db.$queryRawUnsafe<{ id: string; hash: string }[]>(
      `SELECT t.id, ${textHash('t.body')} AS hash FROM texts t WHERE t.id IN (SELECT text_id FROM timeline WHERE process_id = ANY($1::text[]))`,
      [...processes],
    ),
  ]);
  const rows = new Map<string, Map<string, string>>(processes.map((id) => [id, new Map()]));
  for (const { orderNumber, ...row } of payments)
    rows.get(orderWorkflowId(orderNumber))?.set(...ofPayment({ ...row, receivedAt: row.receivedAt.getTime() } as unknown as PaymentRow));
  for (const { orderNumber, ...row } of costs)
    rows.get(orderWorkflowId(orderNumber))?.set(...ofCost({ ...row, at: row.at.getTime() } as unknown as CostRow));
  return { rows, texts: new Map(texts.map(({ id, hash }) => [id, hash])) };
}
