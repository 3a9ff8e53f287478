import type { Db } from './client';
import { timelineHash } from './timeline-hash';

/** What the check of one order's chain found. `seq` is the first place that does not hold. */
export type ChainCheck =
  | { readonly order: string; readonly ok: true; readonly events: number }
  | { readonly order: string; readonly ok: false; readonly seq: number; readonly why: string };

interface Row {
  readonly number: string;
  readonly head_seq: number;
  readonly head_hash: string;
  readonly id: string | null;
  readonly seq: number;
  readonly at: Date;
  readonly kind: string;
  readonly actor: unknown;
  readonly rule_id: string | null;
  readonly data: unknown;
  readonly text_id: string | null;
  readonly prev_hash: string;
  readonly hash: string;
}

/** Orders read at a time; each page is one statement, so that head and rows are of one moment while the shop runs. */
const PAGE = 100;

const hashOf = (row: Row, previous: string): string =>
  timelineHash(previous, row.seq, {
    id: row.id ?? '',
    order: row.number,
    at: row.at.toISOString(),
    kind: row.kind,
    actor: row.actor,
    ruleId: row.rule_id,
    data: row.data,
    textId: row.text_id,
  });

/** Walks one order's rows, which come by `seq`. */
function checkChain(order: string, rows: readonly Row[]): ChainCheck {
  const broken = (seq: number, why: string): ChainCheck => ({ order, ok: false, seq, why });
  const head = rows[0];
  const events = rows.filter((row) => row.id !== null);
  let previous = '';
  for (const [n, row] of events.entries()) {
    const seq = n + 1;
    if (row.seq > seq) return broken(seq, `row ${seq} is missing; the next one is ${row.seq}`);
    if (row.seq < seq) return broken(row.seq, `there is a row ${row.seq} too many`);
    if (row.prev_hash !== previous)
      return broken(seq, `row ${seq} does not follow the row before it: a row was inserted, exchanged or rewritten`);
    if (row.hash !== hashOf(row, previous)) return broken(seq, `row ${seq} (${row.kind}) was altered`);
    previous = row.hash;
  }
  const headSeq = head?.head_seq ?? 0;
  if (headSeq > events.length)
    return broken(events.length + 1, `the last ${headSeq - events.length} rows are missing: the order's head is at ${headSeq}`);
  if (headSeq < events.length) return broken(headSeq + 1, `row ${headSeq + 1} was added behind the order's head`);
  if (previous !== (head?.head_hash ?? '')) return broken(headSeq, `the order's head does not match row ${headSeq}`);
  return { order, ok: true, events: events.length };
}

const readPage = (db: Db, after: string, only: string | null): Promise<Row[]> => db.$queryRaw<Row[]>`
  SELECT o.number, o.timeline_seq AS head_seq, o.timeline_hash AS head_hash,
    t.id, t.seq, t.at, t.kind, t.actor, t.rule_id, t.data, t.text_id, t.prev_hash, t.hash
  FROM (SELECT number, timeline_seq, timeline_hash FROM orders
        WHERE number > ${after} AND (${only}::text IS NULL OR number = ${only}::text) ORDER BY number LIMIT ${PAGE}) o
  LEFT JOIN timeline t ON t.order_number = o.number
  ORDER BY o.number, t.seq`;

/** Rows of orders that do not exist (any more). */
const readStrays = (db: Db, only: string | null): Promise<{ order_number: string; seq: number }[]> => db.$queryRaw`
  SELECT t.order_number, min(t.seq)::int AS seq FROM timeline t
  WHERE (${only}::text IS NULL OR t.order_number = ${only}::text) AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.number = t.order_number)
  GROUP BY t.order_number ORDER BY t.order_number`;

/**
 * Checks the hash chains of all orders, or of one: every row unaltered, none missing (the last ones included, by the head on the order's
 * row), none added, all in their place. Yields one finding for each order, ordered by number; nothing for an order nobody knows.
 */
export async function* verifyTimeline(db: Db, orderNumber?: string): AsyncGenerator<ChainCheck> {
  const only = orderNumber ?? null;
  for (let after = ''; ;) {
    const rows = await readPage(db, after, only);
    const orders = new Map<string, Row[]>();
    for (const row of rows) {
      const chain = orders.get(row.number);
      if (chain) chain.push(row);
      else orders.set(row.number, [row]);
    }
    for (const [order, chain] of orders) yield checkChain(order, chain);
    const last = rows.at(-1);
    if (!last || orders.size < PAGE) break;
    after = last.number;
  }
  for (const { order_number: order, seq } of await readStrays(db, only)) {
    yield { order, ok: false, seq, why: 'the timeline tells of an order that has no row' };
  }
}
