import type { Db } from './client';
import { readStanding, type Covers, type StandingRows } from './covered-rows';
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
  /** As Postgres writes it. */
  readonly covers: string | null;
  readonly prev_hash: string;
  readonly hash: string;
}

/** Orders read at a time; a page is of one moment, while the shop runs. */
const PAGE = 100;
/** Real milliseconds that reading a page may take. */
const PAGE_LIMIT_MS = 60_000;

const hashOf = (row: Row, previous: string): string =>
  timelineHash(
    previous,
    row.seq,
    {
      id: row.id ?? '',
      order: row.number,
      at: row.at.toISOString(),
      kind: row.kind,
      actor: row.actor,
      ruleId: row.rule_id,
      data: row.data,
      textId: row.text_id,
    },
    row.covers,
  );

/** Walks one order's rows, which come by `seq`, and compares what they answer for with what stands beside them. */
function checkChain(order: string, rows: readonly Row[], standing: StandingRows): ChainCheck {
  const broken = (seq: number, why: string): ChainCheck => ({ order, ok: false, seq, why });
  const head = rows[0];
  const events = rows.filter((row) => row.id !== null);
  const money = new Map(standing.rows.get(order));
  let previous = '';
  for (const [n, row] of events.entries()) {
    const seq = n + 1;
    if (row.seq > seq) return broken(seq, `row ${seq} is missing; the next one is ${row.seq}`);
    if (row.seq < seq) return broken(row.seq, `there is a row ${row.seq} too many`);
    if (row.prev_hash !== previous)
      return broken(seq, `row ${seq} does not follow the row before it: a row was inserted, exchanged or rewritten`);
    if (row.hash !== hashOf(row, previous)) return broken(seq, `row ${seq} (${row.kind}) was altered`);
    const fault = coverFault(row, money, standing.texts);
    if (fault) return broken(seq, fault);
    previous = row.hash;
  }
  const headSeq = head?.head_seq ?? 0;
  if (headSeq > events.length)
    return broken(events.length + 1, `the last ${headSeq - events.length} rows are missing: the order's head is at ${headSeq}`);
  if (headSeq < events.length) return broken(headSeq + 1, `row ${headSeq + 1} was added behind the order's head`);
  if (previous !== (head?.head_hash ?? '')) return broken(headSeq, `the order's head does not match row ${headSeq}`);
  const [stray] = money.keys();
  if (stray) return broken(headSeq, `${stray} stands beside the timeline, and no row of it answers for it`);
  return { order, ok: true, events: events.length };
}

/** What is wrong with the rows that a timeline row answers for. Those that fit are taken out of `money`. */
function coverFault({ seq, kind, text_id: textId, covers }: Row, money: Map<string, string>, texts: StandingRows['texts']): string | null {
  const { text, rows = {} } = (covers === null ? {} : JSON.parse(covers)) as Covers;
  if (text !== undefined && texts.get(textId ?? '') !== text)
    return `the words under row ${seq} (${kind}) ${texts.has(textId ?? '') ? 'were altered' : 'are gone'}`;
  for (const [name, hash] of Object.entries(rows)) {
    if (money.get(name) !== hash) return `${name}, for which row ${seq} answers, ${money.has(name) ? 'was altered' : 'is gone'}`;
    money.delete(name);
  }
  return null;
}

type Reading = Parameters<Parameters<Db['$transaction']>[0]>[0];

const readChains = (db: Reading, after: string, only: string | null): Promise<Row[]> => db.$queryRaw<Row[]>`
  SELECT o.number, o.timeline_seq AS head_seq, o.timeline_hash AS head_hash,
    t.id, t.seq, t.at, t.kind, t.actor, t.rule_id, t.data, t.text_id, t.covers::text AS covers, t.prev_hash, t.hash
  FROM (SELECT number, timeline_seq, timeline_hash FROM orders
        WHERE number > ${after} AND (${only}::text IS NULL OR number = ${only}::text) ORDER BY number LIMIT ${PAGE}) o
  LEFT JOIN timeline t ON t.order_number = o.number
  ORDER BY o.number, t.seq`;

interface Page {
  readonly orders: ReadonlyMap<string, readonly Row[]>;
  readonly standing: StandingRows;
}
const readPage = (db: Db, after: string, only: string | null): Promise<Page> =>
  db.$transaction(
    async (tx) => {
      const orders = new Map<string, Row[]>();
      for (const row of await readChains(tx, after, only)) {
        const chain = orders.get(row.number);
        if (chain) chain.push(row);
        else orders.set(row.number, [row]);
      }
      return { orders, standing: await readStanding(tx, [...orders.keys()]) };
    },
    { isolationLevel: 'RepeatableRead', timeout: PAGE_LIMIT_MS },
  );

/** Rows of orders that do not exist (any more). */
const readStrays = (db: Db, only: string | null): Promise<{ order_number: string; seq: number }[]> => db.$queryRaw`
  SELECT t.order_number, min(t.seq)::int AS seq FROM timeline t
  WHERE (${only}::text IS NULL OR t.order_number = ${only}::text) AND NOT EXISTS (SELECT 1 FROM orders o WHERE o.number = t.order_number)
  GROUP BY t.order_number ORDER BY t.order_number`;

/**
 * Checks the hash chains of all orders, or of one: every row unaltered, none missing (the last ones included, by the head on the order's
 * row), none added, all in their place; and the words, payments and costs they answer for as they were. Yields one finding for each order, ordered by number; nothing for an order nobody knows.
 */
export async function* verifyTimeline(db: Db, orderNumber?: string): AsyncGenerator<ChainCheck> {
  const only = orderNumber ?? null;
  for (let after = ''; ;) {
    const { orders, standing } = await readPage(db, after, only);
    for (const [order, chain] of orders) yield checkChain(order, chain, standing);
    if (orders.size < PAGE) break;
    after = [...orders.keys()].at(-1) ?? after;
  }
  for (const { order_number: order, seq } of await readStrays(db, only)) {
    yield { order, ok: false, seq, why: 'the timeline tells of an order that has no row' };
  }
}
