import type { Client } from 'pg';
import { DEMO_STORE_ID } from '../../src/demo/demo-shop';

const DAY_MS = 86_400_000;
/** What a busy shop takes in a day; so many days of 50,000 orders lie behind it. */
export const ORDERS_A_DAY = 30;
/** Promised for so many days later, and delivered but for those that are late by a day; closed after so many more. */
const PROMISED_DAYS = 8;
const VISIT_DAYS = 13;

const SURNAMES = '王李张刘陈杨黄赵周吴徐孙马朱胡郭何林高罗';
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红玲飞鑫波斌宇浩凯健俊帆晨雪';
const PRODUCTS = [
  'birthday-cake',
  'birthday-cake',
  'birthday-cake',
  'mousse-cake',
  'mousse-cake',
  'cookies',
  'cookies',
  'bread',
  'wedding-cake',
] as const;

/** Postgres' arrays count from one. */
const oneOf = (words: string, n: string): string => `substr('${words}', 1 + (${n})::int % ${words.length}, 1)`;

/**
 * `orders` orders of the demo shop up to `now` (real epoch ms), `ORDERS_A_DAY` a day, each customer's with four tasks and rows as long as real
 * ones. The newest are open, in every state; one in a hundred was declined and three cancelled.
 */
export async function seedOrders(db: Client, orders: number, now: number): Promise<void> {
  const day = `to_timestamp(${now / 1000}) - make_interval(secs => ((${orders} - i) / ${ORDERS_A_DAY}) * 86400)`;
  const ended = `i <= ${orders - ORDERS_A_DAY * (PROMISED_DAYS + VISIT_DAYS)}`;
  const states = `(ARRAY['feasibility-review', 'awaiting-deposit', 'materials', 'making', 'decoration', 'packing', 'ready'])[1 + i % 7]`;
  const state = `CASE WHEN i % 100 = 7 THEN 'declined' WHEN i % 33 = 5 THEN 'cancelled' WHEN ${ended} THEN 'closed'
    WHEN i <= ${orders - ORDERS_A_DAY * (PROMISED_DAYS + 1)} THEN 'delivered' ELSE ${states} END`;
  await db.query(`
    CREATE TEMP TABLE made AS
    SELECT i, to_char(taken, 'YYYYMMDD') || lpad((1 + i % ${ORDERS_A_DAY})::text, 3, '0') AS number, taken, state,
      CASE WHEN state IN ('closed', 'declined', 'cancelled') THEN taken + interval '${PROMISED_DAYS + VISIT_DAYS} days' END AS closed,
      (i * 7919) % 20000 AS customer, (ARRAY[${PRODUCTS.map((product) => `'${product}'`).join(', ')}])[1 + i % ${PRODUCTS.length}] AS product
    FROM (SELECT i, ${day} AS taken, ${state} AS state FROM generate_series(1, ${orders}) i) o`);
  await db.query(
    `
    INSERT INTO processes (id, kind, number, store_id, about_order, state, overlays, due_at, rules_version, revision, opened_at, closed_at, launched_at)
    SELECT 'order/' || number, 'order', number, $1, number, state,
      CASE WHEN i % 40 = 3 THEN ARRAY['breached'] WHEN i % 60 = 1 AND closed IS NULL THEN ARRAY['change-pending'] ELSE '{}' END,
      taken + interval '1 day', 'bakery-1', 40, taken, closed, taken FROM made`,
    [DEMO_STORE_ID],
  );
  await db.query(
    `
    INSERT INTO orders (number, process_id, kind, store_id, channel, occasion, urgency, complex, needs_checked, customer, delivery, lines, facts, delivery_at,
      total_fen, deposit_fen, outstanding_fen, intake_at, taken_by, stages, moments)
    SELECT number, 'order/' || number, 'bakery', $1, 'counter', 'birthday', 'normal', false, true,
      jsonb_build_object('name', ${oneOf(SURNAMES, 'customer')} || ${oneOf(GIVEN, 'customer / 20')} || ${oneOf(GIVEN, 'customer / 7')},
        'phone', '138' || lpad((customer::bigint * 104729 % 100000000)::text, 8, '0'), 'language', 'zh-CN'),
      '{"method": "courier", "address": "上海市示范区麦香路1号", "recipient": {"name": "李华", "phone": "13900139000"}}',
      jsonb_build_array(jsonb_build_object('product', product, 'quantity', 1, 'size', '8-inch', 'flavour', '草莓', 'unitPriceFen', 28800,
        'requirements', '["low-sugar"]'::jsonb, 'allergens', '["egg", "milk", "gluten"]'::jsonb, 'note', '写生日快乐')),
      jsonb_build_object('product', product, 'totalFen', 28800), taken + interval '${PROMISED_DAYS} days', 28800, 8640, CASE WHEN closed IS NULL THEN 20160 ELSE 0 END, taken,
      'demo-' || (ARRAY['sales-consultant', 'store-manager', 'customer-service'])[1 + i % 3],
      (SELECT jsonb_agg(jsonb_build_object('stage', stage, 'assignee', 'demo-' || CASE i % 3 WHEN 0 THEN 'baker' ELSE 'packer' END, 'startedAt', $2::float8,
        'dueAt', $2::float8, 'doneAt', CASE WHEN closed IS NOT NULL THEN $2::float8 END, 'breachedAt', NULL, 'applicable', true))
        FROM unnest(ARRAY['materials', 'making', 'quality-check', 'decoration']) stage),
      (SELECT jsonb_agg(jsonb_build_object('name', 'moment-' || m, 'at', $2::float8 + m, 'ruleId', 'BAK-' || m, 'reason', jsonb_build_object('rule', 'BAK-' || m,
        'base', 'acceptedAt', 'baseAt', $2::float8, 'add', '{"n": 8, "unit": "hours"}'::jsonb))) FROM generate_series(1, 20) m)
    FROM made`,
    [DEMO_STORE_ID, now - DAY_MS],
  );
  await seedWork(db);
  await db.query('ANALYZE');
}

/** Each order's tasks, a change of every fifth and a problem of every tenth; those of orders that are open wait, steps only until they are delivered. */
async function seedWork(db: Client): Promise<void> {
  await db.query(
    `
    INSERT INTO tasks (id, process_id, store_id, kind, role, assignee, opened_at, started_at, rule_ids, ladder, state, closed_at, context, answers)
    SELECT number || '-' || t, 'order/' || number, $1, 'making-done', 'baker', CASE WHEN (i + t) % 5 = 0 THEN 'demo-baker' END, taken, taken, '{}', '{}',
      CASE WHEN waits THEN 'open' ELSE 'done' END, CASE WHEN waits THEN NULL ELSE taken + interval '1 day' END, '{}', '[]'
    FROM made, generate_series(1, 4) t, LATERAL (SELECT closed IS NULL AND state <> 'delivered' AND t > 2 AS waits) w`,
    [DEMO_STORE_ID],
  );
  await db.query(`
    INSERT INTO changes (id, order_number, state, patch, facts, preview, preview_hash, basis, requested_by, requested_at)
    SELECT 'change-' || i, number, CASE WHEN closed IS NULL THEN 'pending' ELSE 'approved' END, '{}', '{}', '{}', '', '',
      '{"kind": "staff", "via": "api", "id": "demo-sales-consultant"}', taken FROM made WHERE i % 5 = 0`);
  await db.query(`
    INSERT INTO exceptions (id, order_number, type, found_at, reported_at, reporter, late, state)
    SELECT 'exception-' || i, number, 'ingredient-shortage', taken, taken, '{}', false, CASE WHEN closed IS NULL THEN 'open' ELSE 'closed' END
    FROM made WHERE i % 10 = 0`);
}
