import { lastById } from '../process/record/last-by-id';
import { defineOwnRecord, type OwnStatement } from '../process/record/own-record';
import type { RecordBatch } from '../process/process.messages';
import { coveredRows, standingRows } from './covered-rows';

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

const CHANGES = `, changes_moved AS (
  UPDATE changes c SET state = r.state, requested_by = r."requestedBy", requested_at = to_timestamp(r."requestedAt" / 1000), text_id = r."textId",
    preview_hash = r."previewHash", basis = r.basis, decided_by = r."decidedBy", decided_at = to_timestamp(r."decidedAt" / 1000), decision_text_id = r."decisionTextId"
  FROM claim, jsonb_to_recordset($1::jsonb->'changes') AS r(
    id text, state text, "requestedBy" jsonb, "requestedAt" float8, "textId" text, "previewHash" text, basis text, "decidedBy" jsonb,
    "decidedAt" float8, "decisionTextId" text)
  WHERE c.id = r.id AND c.order_number = $3::text
)`;

const ABOUT = `
  SELECT version FROM orders WHERE number = $3::text`;

/** The order's part of the recorder's statement. */
function statement(batch: RecordBatch): OwnStatement {
  const { snapshot, corrections = [], changes = [] } = batch;
  const patched = corrections.length > 0 || changes.some((change) => change.apply);
  const [name, save] =
    snapshot === undefined ? ['about', READ_ORDER] : patched ? ['patched', SAVE_PATCHED_SNAPSHOT] : ['order', SAVE_SNAPSHOT];
  return { name: changes.length > 0 ? `${name}-cha` : name, about: ABOUT, saved: save + (changes.length > 0 ? CHANGES : '') };
}

/** A change that is applied stays so when a later row of the same batch repeats it. */
const lastChanges = (changes: NonNullable<RecordBatch['changes']>): RecordBatch['changes'] =>
  lastById(changes).map((change) => ({ ...change, apply: changes.some(({ id, apply }) => apply && id === change.id) }));

/** BAK-94. Orders, and whatever is about one: the order's row is its process's alone, and its words go with every letter about it. */
defineOwnRecord('orders', {
  concerns: ({ aboutOrder }) => aboutOrder !== null,
  isOnFile: ({ snapshot }) => snapshot !== undefined, // since its intake
  statement,
  json: ({ snapshot, corrections = [], changes = [] }) => ({ snapshot, corrections, changes: lastChanges(changes) }),
  covers: coveredRows,
  standing: standingRows,
});
