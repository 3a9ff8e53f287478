import type { RecordBatch } from '../process.messages';
import { rowKind, rowNames, type RowName } from './rows.messages';
import { textHash } from './covered-rows';

/**
 * The recorder's one statement, made of the parts a batch needs. One statement is one transaction and one round trip.
 * $1 the batch as jsonb (its events with `n`, `before`, `after`, and `withdrawal` where they tell of one; its notices with `n` and `notBefore`), $2 process id,
 * $3 the order it is about, $4 revision, $5 store id, $6 whether it is the first batch of a run.
 *
 * How it stays right when several run it at once: `head` locks the process's row and, after waiting, sees its newest version, while every
 * other part reads as of the statement's beginning. `claim` yields a row only when the predecessor is on file in both views (the first batch
 * of a run may leave some out). Everything else hangs on `claim`, so a repeat writes nothing, and neither does what comes too early.
 */
const head = (withdrawn: string): string => `
WITH RECURSIVE head AS (
  SELECT revision, timeline_seq AS seq, timeline_hash AS hash FROM processes WHERE id = $2 FOR UPDATE
), claim AS (
  SELECT head.revision FROM head JOIN processes p ON p.id = $2 AND p.revision = head.revision
  WHERE head.revision = $4::int - 1 OR ($6::boolean AND head.revision < $4::int)
), about AS (
  SELECT version FROM orders WHERE number = $3::text
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

const epochMs = (column: string): string => `round(extract(epoch FROM o.${column}) * 1000)::float8`;

/** The order's row as letters read it (`DecidedWords`), with its state; instants are epoch ms, and its jsonb keeps them exactly. */
const wordsIn = (state: string): string => `jsonb_build_object(
    'state', ${state}, 'version', o.version, 'lines', o.lines, 'method', o.delivery->'method', 'deliveryAt', ${epochMs('delivery_at')},
    'totalFen', o.total_fen, 'depositFen', o.deposit_fen, 'receivedFen', o.received_fen, 'refundedFen', o.refunded_fen,
    'outstandingFen', o.outstanding_fen, 'costsFen', o.costs_fen, 'acceptedAt', ${epochMs('accepted_at')},
    'changeWindowEndsAt', ${epochMs('change_window_ends_at')}, 'plannedStartAt', ${epochMs('planned_start_at')},
    'deliveredAt', ${epochMs('delivered_at')}) AS words`;

/** Another process's batch leaves the order it is about as it is. */
const READ_ORDER = `, saved AS (
  SELECT ${wordsIn('(SELECT p.state FROM processes p WHERE p.id = o.process_id)')} FROM orders o, claim WHERE o.number = $3::text
)`;

/** BAK-38: the private patch of an applied change, whose `delivery` is whole. BAK-45: corrections of recipient and address, the last one counts. */
const PATCHES = `, applied AS (
  SELECT c.patch, r."decidedAt" AS at
  FROM jsonb_to_recordset($1::jsonb->'changes') AS r(id text, apply boolean, "decidedAt" float8) JOIN changes c ON c.id = r.id AND c.order_number = $3::text
  WHERE r.apply LIMIT 1
), corrected AS (
  SELECT COALESCE(jsonb_object_agg(f.key, f.value ORDER BY c.n), '{}') AS facts
  FROM jsonb_array_elements_text($1::jsonb->'corrections') WITH ORDINALITY AS c(id, n)
  JOIN texts t ON t.id = c.id AND t.process_id = $2 CROSS JOIN jsonb_each(t.body) f
  WHERE f.key IN ('recipient', 'address')
)`;

/** Columns of the order that its workflow decides; see RecordedSnapshot. */
const SNAPSHOT_SET = `
    version = s.version, plan_version = s."planVersion", facts = COALESCE(s.facts, o.facts), risk = s.risk, stages = COALESCE(s.stages, o.stages), moments = COALESCE(s.moments, o.moments), shut = COALESCE(s.shut, o.shut),
    occasion = COALESCE(s.facts->>'occasion', o.occasion), urgency = COALESCE(s.facts->>'urgency', o.urgency),
    complex = COALESCE((s.facts->>'complex')::boolean, o.complex),
    delivery_at = COALESCE(to_timestamp((s.facts->>'deliveryAt')::float8 / 1000), o.delivery_at),
    total_fen = COALESCE((s.money->>'totalFen')::int, o.total_fen), deposit_fen = COALESCE((s.money->>'depositFen')::int, o.deposit_fen),
    received_fen = COALESCE((s.money->>'receivedFen')::int, o.received_fen),
    refunded_fen = COALESCE((s.money->>'refundedFen')::int, o.refunded_fen),
    outstanding_fen = COALESCE((s.money->>'outstandingFen')::int, o.outstanding_fen), costs_fen = s."costsFen",
    accepted_at = to_timestamp(s."acceptedAt" / 1000), change_window_ends_at = to_timestamp(s."changeWindowEndsAt" / 1000),
    planned_start_at = to_timestamp(s."plannedStartAt" / 1000), making_done_at = to_timestamp(s."makingDoneAt" / 1000),
    delivered_at = to_timestamp(s."deliveredAt" / 1000), follow_up_at = to_timestamp(s."followUpAt" / 1000)`;
const SNAPSHOT = `jsonb_to_record($1::jsonb->'snapshot') AS s(
    version int, "planVersion" int, facts jsonb, risk boolean, money jsonb, "costsFen" int,
    "acceptedAt" float8, "changeWindowEndsAt" float8, "plannedStartAt" float8, "makingDoneAt" float8, "deliveredAt" float8,
    "followUpAt" float8, stages jsonb, moments jsonb, shut jsonb)`;

const STANDING_WORDS = wordsIn(`$1::jsonb->'standing'->>'state'`);
const SAVE_SNAPSHOT = `, saved AS (
  UPDATE orders o SET ${SNAPSHOT_SET} FROM claim, ${SNAPSHOT} WHERE o.number = $3::text
  RETURNING ${STANDING_WORDS}
)`;
const SAVE_PATCHED_SNAPSHOT = `${PATCHES}, saved AS (
  UPDATE orders o SET ${SNAPSHOT_SET},
    lines = COALESCE((SELECT patch->'lines' FROM applied), o.lines),
    delivery = COALESCE((SELECT patch->'delivery' FROM applied), o.delivery) || corrected.facts
  FROM claim, ${SNAPSHOT}, corrected WHERE o.number = $3::text
  RETURNING o.version, o.lines, o.delivery, o.delivery_at, o.total_fen, ${STANDING_WORDS}
), versioned AS (
  INSERT INTO order_versions (order_number, version, lines, delivery, delivery_at, total_fen, at)
  SELECT $3::text, saved.version, saved.lines, saved.delivery, saved.delivery_at, saved.total_fen, to_timestamp(applied.at / 1000) FROM saved, applied
  ON CONFLICT (order_number, version) DO NOTHING
)`;

const TASKS = `, tasks_saved AS (
  INSERT INTO tasks (id, process_id, store_id, kind, role, assignee, department, opened_at, started_at, due_at, first_due_at, paused_since, paused_ms,
    reason, rule_ids, breached_at, rung, ladder, state, context, answers, closed_at)
  SELECT r.id, $2, $5, r.kind, r.role, r.assignee, r.department, to_timestamp(r."openedAt" / 1000), to_timestamp(r."startedAt" / 1000),
    to_timestamp(r."dueAt" / 1000), to_timestamp(r."firstDueAt" / 1000), to_timestamp(r."pausedSince" / 1000), r."pausedMs", r.reason,
    ARRAY(SELECT jsonb_array_elements_text(r."ruleIds")), to_timestamp(r."breachedAt" / 1000), r.rung, ARRAY(SELECT jsonb_array_elements_text(r.ladder)),
    r.state, r.context, r.answers, to_timestamp(r."closedAt" / 1000)
  FROM claim, jsonb_to_recordset($1::jsonb->'tasks') AS r(
    id text, kind text, role text, assignee text, department text, "openedAt" float8, "startedAt" float8, "dueAt" float8, "firstDueAt" float8,
    "pausedSince" float8, "pausedMs" bigint, reason jsonb, "ruleIds" jsonb, "breachedAt" float8, rung int, ladder jsonb, state text, context jsonb,
    answers jsonb, "closedAt" float8)
  ON CONFLICT (id) DO UPDATE SET role = excluded.role, assignee = excluded.assignee, department = excluded.department,
    started_at = excluded.started_at, due_at = excluded.due_at, first_due_at = excluded.first_due_at, paused_since = excluded.paused_since,
    paused_ms = excluded.paused_ms, reason = excluded.reason, breached_at = excluded.breached_at, rung = excluded.rung, ladder = excluded.ladder,
    state = excluded.state, context = excluded.context, answers = excluded.answers, closed_at = excluded.closed_at
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

const CHANGES = `, changes_moved AS (
  UPDATE changes c SET state = r.state, requested_by = r."requestedBy", requested_at = to_timestamp(r."requestedAt" / 1000), text_id = r."textId",
    preview_hash = r."previewHash", basis = r.basis, decided_by = r."decidedBy", decided_at = to_timestamp(r."decidedAt" / 1000), decision_text_id = r."decisionTextId"
  FROM claim, jsonb_to_recordset($1::jsonb->'changes') AS r(
    id text, state text, "requestedBy" jsonb, "requestedAt" float8, "textId" text, "previewHash" text, basis text, "decidedBy" jsonb,
    "decidedAt" float8, "decisionTextId" text)
  WHERE c.id = r.id AND c.order_number = $3::text
)`;

/** What is under way no more. */
const ACTS = `, acts_ended AS (
  DELETE FROM acts_under_way a USING claim, jsonb_array_elements_text($1::jsonb->'acts') AS k(key) WHERE a.process_id = $2 AND a.key = k.key
)`;

const snake = (field: string): string => `"${field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)}"`;

/** The statement's part that writes rows of one kind (`ROWS`). */
function partOf(name: RowName): string {
  const { table, columns, replaces = [], perOrder } = rowKind(name);
  const fields = Object.entries(columns);
  const onConflict =
    replaces.length > 0 ? `UPDATE SET ${replaces.map((field) => `${snake(field)} = excluded.${snake(field)}`).join(', ')}` : 'NOTHING';
  return `, ${name}_saved AS (
  INSERT INTO ${table} (order_number, ${fields.map(([field]) => snake(field)).join(', ')})
  SELECT $3::text, ${fields.map(([field, type]) => (type === 'instant' ? `to_timestamp(r."${field}" / 1000)` : `r."${field}"`)).join(', ')}
  FROM claim, jsonb_to_recordset($1::jsonb->'${name}') AS r(${fields.map(([field, type]) => `"${field}" ${type === 'instant' ? 'float8' : type}`).join(', ')})
  ON CONFLICT (${perOrder ? 'order_number' : 'id'}) DO ${onConflict}
)`;
}

const RESULT = `
SELECT EXISTS (SELECT 1 FROM claim) AS recorded, (SELECT revision FROM head) AS revision`;

const SIDES: readonly (readonly [name: keyof SideRows, part: string])[] = [
  ['tasks', TASKS],
  ['notices', NOTICES],
  ['changes', CHANGES],
  ['acts', ACTS],
];

export type SideRows = { readonly [K in 'tasks' | 'notices' | 'changes' | 'acts' | RowName]: readonly unknown[] };

/**
 * The statement for one batch, without the parts that would write nothing. Planning it costs more than running it, so it is prepared (see
 * `createDb`) under a name that says which parts it has.
 */
export function recordSql(batch: Pick<RecordBatch, 'snapshot' | 'changes' | 'corrections' | 'withdrawals'>, rows: SideRows): string {
  const patched = batch.corrections.length > 0 || batch.changes.some((change) => change.apply);
  const [kind, save] =
    batch.snapshot === undefined ? ['other', READ_ORDER] : patched ? ['patched', SAVE_PATCHED_SNAPSHOT] : ['order', SAVE_SNAPSHOT];
  const own = rowNames().filter((name) => rows[name].length > 0);
  const needed = [...SIDES.filter(([key]) => rows[key].length > 0), ...own.map((name) => [name, partOf(name)] as const)];
  const withdraws = batch.withdrawals.length > 0;
  const name = `record-${kind}-${withdraws ? 'wit' : ''}${needed.map(([key]) => key.slice(0, 3)).join('')}`;
  return `/*prepared:${name}*/` + head(withdraws ? WITHDRAW : NOTHING_WITHDRAWN) + save + needed.map(([, part]) => part).join('') + RESULT;
}
