import type { RecordBatch } from '../process.messages';
import { rowKind, rowNames, type RowName } from './rows.messages';
import { NOTHING_OWN, ownRecordOf } from './own-record';
import { textHash } from './timeline-hash';

/**
 * The recorder's one statement, made of the parts a batch needs. One statement is one transaction and one round trip.
 * $1 the batch as jsonb (its events with `n`, `before`, `after`, and `withdrawal` where they tell of one; its notices with `n` and `notBefore`), $2 process id,
 * $3 the order it is about, $4 revision, $5 store id, $6 whether it is the first batch of a run.
 *
 * How it stays right when several run it at once: `head` locks the process's row and, after waiting, sees its newest version, while every
 * other part reads as of the statement's beginning. `claim` yields a row only when the predecessor is on file in both views (the first batch
 * of a run may leave some out). Everything else hangs on `claim`, so a repeat writes nothing, and neither does what comes too early.
 */
const head = (about: string, withdrawn: string): string => `
WITH RECURSIVE head AS (
  SELECT revision, timeline_seq AS seq, timeline_hash AS hash FROM processes WHERE id = $2 FOR UPDATE
), claim AS (
  SELECT head.revision FROM head JOIN processes p ON p.id = $2 AND p.revision = head.revision
  WHERE head.revision = $4::int - 1 OR ($6::boolean AND head.revision < $4::int)
), about AS (${about}
), withdrawn AS (${withdrawn}
), fresh AS (
  SELECT row_number() OVER (ORDER BY e.n) AS n, e.id, e.at, e.kind, e.actor, e."ruleId", e.data, e."textId", e.before, e.after,
    NULLIF(jsonb_strip_nulls(jsonb_build_object('text', ${textHash('t.body')}, 'rows', e.rows)), '{}') AS covers
  FROM jsonb_to_recordset($1::jsonb->'events')
    AS e(n int, id text, at float8, kind text, actor jsonb, "ruleId" text, data jsonb, "textId" text, before text, after text, rows jsonb, withdrawal boolean)
  LEFT JOIN texts t ON t.id = e."textId"
  WHERE NOT EXISTS (SELECT 1 FROM timeline t WHERE t.id = e.id)
    AND (e.withdrawal IS NOT TRUE OR EXISTS (SELECT 1 FROM withdrawn w WHERE w.line = e.id))
), chain(n, seq, prev, hash) AS (
  SELECT 0::bigint, head.seq, ''::text, head.hash FROM head, claim
  UNION ALL
  SELECT f.n, c.seq + 1, c.hash, encode(sha256(convert_to(c.hash || f.before || (c.seq + 1) || f.after || COALESCE(f.covers::text, ''), 'UTF8')), 'hex')
  FROM chain c JOIN fresh f ON f.n = c.n + 1
), appended AS (
  INSERT INTO timeline (id, process_id, store_id, seq, at, kind, actor, rule_id, data, text_id, covers, prev_hash, hash)
  SELECT f.id, $2, $5, c.seq, to_timestamp(f.at / 1000), f.kind, f.actor, f."ruleId", f.data, f."textId", f.covers, c.prev, c.hash
  FROM chain c JOIN fresh f ON f.n = c.n ORDER BY c.n
), tail AS (
  SELECT seq, hash FROM chain ORDER BY n DESC LIMIT 1
), stood AS (
  UPDATE processes p SET revision = $4::int, state = s.state, overlays = ARRAY(SELECT jsonb_array_elements_text(s.overlays)),
    due_at = to_timestamp(s."dueAt" / 1000), closed_at = to_timestamp(s."closedAt" / 1000),
    launched_at = COALESCE(p.launched_at, now()), lost_at = NULL, timeline_seq = tail.seq, timeline_hash = tail.hash
  FROM tail, jsonb_to_record($1::jsonb->'standing') AS s(state text, overlays jsonb, "dueAt" float8, "closedAt" float8)
  WHERE p.id = $2
), told AS (
  INSERT INTO feed (store_id, process_id, about_order, revision, state, kinds, tasks, actor)
  SELECT $5, $2, $3, $4::int, $1::jsonb->'standing'->>'state', ARRAY(SELECT DISTINCT f.kind FROM fresh f),
    ARRAY(SELECT DISTINCT t.id FROM jsonb_to_recordset($1::jsonb->'tasks') AS t(id text)), (SELECT f.actor FROM fresh f ORDER BY f.actor->>'kind' = 'system', f.n LIMIT 1)
  FROM claim
)`;

/**
 * BAK-08. What still lies unsent of what a later decision made untrue. A letter that is being sent in this very moment is withdrawn too, and
 * the post's `settle` says whether that came too late.
 */
const WITHDRAW = `
  UPDATE notices n SET state = CASE WHEN n.sent_at IS NULL THEN 'withdrawn' ELSE 'sent' END,
    withdrawn_at = to_timestamp(w.at / 1000), withdrawn_why = w.why
  FROM claim, jsonb_to_recordset($1::jsonb->'withdrawals') AS w(id text, at float8, template text, "to" text, facts jsonb, why text)
  WHERE n.thread = COALESCE($3::text, $2) AND n.state IN ('queued', 'sending') AND n.template = w.template AND (w."to" IS NULL OR w."to" = n."to")
    AND n.facts @> w.facts
  RETURNING w.id AS line, n."to", n.template, (n.order_words->>'since')::int AS since`;
const NOTHING_WITHDRAWN = `
  SELECT NULL::text AS line, NULL::text AS "to", NULL::text AS template, NULL::int AS since WHERE false`;

const TASKS = `, tasks_saved AS (
  INSERT INTO tasks (id, process_id, store_id, kind, role, assignee, department, opened_at, started_at, due_at, first_due_at, paused_since, paused_ms,
    reason, rule_ids, breached_at, rung, next_rung_at, ladder, state, context, answers, closed_at)
  SELECT r.id, $2, $5, r.kind, r.role, r.assignee, r.department, to_timestamp(r."openedAt" / 1000), to_timestamp(r."startedAt" / 1000),
    to_timestamp(r."dueAt" / 1000), to_timestamp(r."firstDueAt" / 1000), to_timestamp(r."pausedSince" / 1000), r."pausedMs", r.reason,
    ARRAY(SELECT jsonb_array_elements_text(r."ruleIds")), to_timestamp(r."breachedAt" / 1000), r.rung,
    to_timestamp(r."nextRungAt" / 1000), ARRAY(SELECT jsonb_array_elements_text(r.ladder)), r.state, r.context, r.answers, to_timestamp(r."closedAt" / 1000)
  FROM claim, jsonb_to_recordset($1::jsonb->'tasks') AS r(
    id text, kind text, role text, assignee text, department text, "openedAt" float8, "startedAt" float8, "dueAt" float8, "firstDueAt" float8,
    "pausedSince" float8, "pausedMs" bigint, reason jsonb, "ruleIds" jsonb, "breachedAt" float8, rung int,
    "nextRungAt" float8, ladder jsonb, state text, context jsonb, answers jsonb, "closedAt" float8)
  ON CONFLICT (id) DO UPDATE SET role = excluded.role, assignee = excluded.assignee, department = excluded.department,
    started_at = excluded.started_at, due_at = excluded.due_at, first_due_at = excluded.first_due_at, paused_since = excluded.paused_since,
    paused_ms = excluded.paused_ms, reason = excluded.reason, breached_at = excluded.breached_at, rung = excluded.rung,
    next_rung_at = excluded.next_rung_at, ladder = excluded.ladder, state = excluded.state, context = excluded.context, answers = excluded.answers, closed_at = excluded.closed_at
)`;

/**
 * A letter keeps the order's words as they stand after this batch, and the version its recipient last heard of: of a letter about an older
 * version that never went out, it tells the changes too (BAK-07). One written `instead` of another needs that one withdrawn.
 */
const NOTICES = `, notices_queued AS (
  INSERT INTO notices (id, process_id, store_id, thread, "to", template, facts, urgent, rule_id, created_at, not_before, channels, order_words)
  SELECT r.id, $2, $5, COALESCE($3::text, $2), r."to", r.template, r.facts, r.urgent, r."ruleId", to_timestamp(r."createdAt" / 1000), to_timestamp(r."notBefore" / 1000), '{}',
    saved.words || jsonb_build_object('since', least(about.version,
      (SELECT min(w.since) FROM withdrawn w WHERE w.template = r.template AND w."to" = r."to")))
  FROM claim LEFT JOIN saved ON true LEFT JOIN about ON true, jsonb_to_recordset($1::jsonb->'notices') AS r(
    n int, id text, "to" text, template text, facts jsonb, urgent boolean, "ruleId" text, "createdAt" float8, "notBefore" float8, instead boolean)
  WHERE r.instead IS NOT TRUE OR EXISTS (SELECT 1 FROM withdrawn w WHERE w.template = r.template AND w."to" = r."to")
  ORDER BY r.n
  ON CONFLICT (id) DO NOTHING
)`;

/** What is under way no more. */
const ACTS = `, acts_ended AS (
  DELETE FROM acts_under_way a USING claim, jsonb_array_elements_text($1::jsonb->'acts') AS k(key) WHERE a.process_id = $2 AND a.key = k.key
)`;

const snake = (field: string): string => `"${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;

/** The statement's part that writes rows of one kind (`ROWS`). */
function partOf(name: RowName): string {
  const { table, columns, replaces = [], about, single } = rowKind(name);
  const home = about ?? 'process_id';
  const fields = Object.entries(columns);
  const onConflict =
    replaces.length > 0 ? `UPDATE SET ${replaces.map((field) => `${snake(field)} = excluded.${snake(field)}`).join(', ')}` : 'NOTHING';
  return `, ${name}_saved AS (
  INSERT INTO ${table} (${home}, ${fields.map(([field]) => snake(field)).join(', ')})
  SELECT ${about ? '$3::text' : '$2'}, ${fields.map(([field, type]) => (type === 'instant' ? `to_timestamp(r."${field}" / 1000)` : `r."${field}"`)).join(', ')}
  FROM claim, jsonb_to_recordset($1::jsonb->'${name}') AS r(${fields.map(([field, type]) => `"${field}" ${type === 'instant' ? 'float8' : type}`).join(', ')})
  ON CONFLICT (${single ? home : 'id'}) DO ${onConflict}
)`;
}

const RESULT = `
SELECT EXISTS (SELECT 1 FROM claim) AS recorded, (SELECT revision FROM head) AS revision`;

const SIDES: readonly (readonly [name: keyof SideRows, part: string])[] = [
  ['tasks', TASKS],
  ['notices', NOTICES],
  ['acts', ACTS],
];

export type SideRows = { readonly [K in 'tasks' | 'notices' | 'acts' | RowName]: readonly unknown[] };

/**
 * The statement for one batch, without the parts that would write nothing. Planning it costs more than running it, so it is prepared (see
 * `createDb`) under a name that says which parts it has.
 */
export function recordSql(batch: RecordBatch, rows: SideRows): string {
  const { name, about, saved } = ownRecordOf(batch.process)?.statement(batch) ?? NOTHING_OWN;
  const own = rowNames().filter((kind) => rows[kind].length > 0);
  const needed = [...SIDES.filter(([key]) => rows[key].length > 0), ...own.map((kind) => [kind, partOf(kind)] as const)];
  const withdraws = batch.withdrawals.length > 0;
  const prepared = `record-${name}-${withdraws ? 'wit' : ''}${needed.map(([key]) => key.slice(0, 3)).join('')}`;
  const parts = needed.map(([, part]) => part).join('');
  return `/*prepared:${prepared}*/${head(about, withdraws ? WITHDRAW : NOTHING_WITHDRAWN)}${saved}${parts}${RESULT}`;
}
