import type { Db } from '../../platform/db/client';
import { readStanding, type Covers, type StandingRows } from './covered-rows';
import { timelineHash } from './timeline-hash';

/** What the check of one process's chain found. `seq` is the first place that does not hold. */
export type ChainCheck =
  | { readonly process: string; readonly ok: true; readonly events: number }
  | { readonly process: string; readonly ok: false; readonly seq: number; readonly why: string };

interface Row {
  readonly process: string;
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

/** Processes read at a time; a page is of one moment, while the shop runs. */
const PAGE = 100;
/** Real milliseconds that reading a page may take. */
const PAGE_LIMIT_MS = 60_000;

const hashOf = (row: Row, previous: string): string =>
  timelineHash(
    previous,
    row.seq,
    {
      id: row.id ?? '',
      process: row.process,
      at: row.at.toISOString(),
      kind: row.kind,
      actor: row.actor,
      ruleId: row.rule_id,
      data: row.data,
      textId: row.text_id,
    },
    row.covers,
  );

/** Walks one process's rows, which come by `seq`, and compares what they answer for with what stands beside them. */
function checkChain(process: string, rows: readonly Row[], standing: StandingRows): ChainCheck {
  const broken = (seq: number, why: string): ChainCheck => ({ process, ok: false, seq, why });
  const head = rows[0];
  const events = rows.filter((row) => row.id !== null);
  const money = new Map(standing.rows.get(process));
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
    return broken(events.length + 1, `the last ${headSeq - events.length} rows are missing: the process's head is at ${headSeq}`);
  if (headSeq < events.length) return broken(headSeq + 1, `row ${headSeq + 1} was added behind the process's head`);
  if (previous !== (head?.head_hash ?? '')) return broken(headSeq, `the process's head does not match row ${headSeq}`);
  const [stray] = money.keys();
  if (stray) return broken(headSeq, `${stray} stands beside the timeline, and no row of it answers for it`);
  return { process, ok: true, events: events.length };
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
  SELECT p.id AS process, p.timeline_seq AS head_seq, p.timeline_hash AS head_hash,
    t.id, t.seq, t.at, t.kind, t.actor, t.rule_id, t.data, t.text_id, t.covers::text AS covers, t.prev_hash, t.hash
  FROM (SELECT id, timeline_seq, timeline_hash FROM processes
        WHERE id > ${after} COLLATE "C" AND (${only}::text IS NULL OR number = ${only}::text OR about_order = ${only}::text)
        ORDER BY id COLLATE "C" LIMIT ${PAGE}) p
  LEFT JOIN timeline t ON t.process_id = p.id
  ORDER BY p.id COLLATE "C", t.seq`;

interface Page {
  readonly chains: ReadonlyMap<string, readonly Row[]>;
  readonly standing: StandingRows;
}
const readPage = (db: Db, after: string, only: string | null): Promise<Page> =>
  db.$transaction(
    async (tx) => {
      const chains = new Map<string, Row[]>();
      for (const row of await readChains(tx, after, only)) {
        const chain = chains.get(row.process);
        if (chain) chain.push(row);
        else chains.set(row.process, [row]);
      }
      return { chains, standing: await readStanding(tx, [...chains.keys()]) };
    },
    { isolationLevel: 'RepeatableRead', timeout: PAGE_LIMIT_MS },
  );

/** Rows of processes that do not exist (any more). */
const readStrays = (db: Db, only: string | null): Promise<{ process: string; seq: number }[]> => db.$queryRaw`
  SELECT t.process_id AS process, min(t.seq)::int AS seq FROM timeline t
  WHERE (${only}::text IS NULL OR substring(t.process_id FROM position('/' IN t.process_id) + 1) = ${only}::text)
    AND NOT EXISTS (SELECT 1 FROM processes p WHERE p.id = t.process_id)
  GROUP BY t.process_id ORDER BY t.process_id`;

/**
 * Checks the hash chains of all processes, or of one order and what is about it: every row unaltered, none missing (the last ones included,
 * by the head on the process's row), none added, all in their place; and the words, payments and costs they answer for as they were. Yields
 * one finding for each process, ordered by id; nothing for a number nobody knows.
 */
export async function* verifyTimeline(db: Db, number?: string): AsyncGenerator<ChainCheck> {
  const only = number ?? null;
  for (let after = ''; ;) {
    const { chains, standing } = await readPage(db, after, only);
    for (const [process, chain] of chains) yield checkChain(process, chain, standing);
    if (chains.size < PAGE) break;
    after = [...chains.keys()].at(-1) ?? after;
  }
  for (const { process, seq } of await readStrays(db, only)) {
    yield { process, ok: false, seq, why: 'the timeline tells of a process that has no row' };
  }
}
