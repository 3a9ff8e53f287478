import { atTime, type Calendar } from '../../base/calendar';
import { Prisma } from '../../generated/prisma/client';
import type { Measures } from './measures.rules';
import { monthAfter, type CountedFigure } from './reports.rules';

/** A month of a store, in which what happened from `from` until `until` (epoch ms of shop time, the latter not included) is counted. */
export interface Month {
  readonly storeId: string;
  /** `YYYY-MM`. */
  readonly month: string;
  /** IANA zone. */
  readonly zone: string;
  readonly from: number;
  readonly until: number;
}
/** A month, `YYYY-MM`, by the clock of its store. */
export function monthIn(calendar: Calendar, storeId: string, month: string): Month {
  const start = (of: string): number => atTime(calendar, `${of}-01`, '00:00');
  return { storeId, month, zone: calendar.zone, from: start(month), until: start(monthAfter(month, 1)) };
}

/** How a month is looked at: as of when (epoch ms of shop time), of which kind of order, and by what it is measured. */
export interface Looking {
  readonly now: number;
  readonly kind: string;
  readonly measures: Measures;
}

const within = (column: Prisma.Sql, { from, until }: Month): Prisma.Sql =>
  Prisma.sql`${column} >= ${new Date(from)} AND ${column} < ${new Date(until)}`;
const interval = (ms: number): Prisma.Sql => Prisma.sql`${ms}::float8 * interval '1 millisecond'`;
const millisecondsOf = (span: Prisma.Sql): Prisma.Sql => Prisma.sql`round(extract(epoch FROM ${span}) * 1000)::float8`;

/**
 * BAK-84. The orders promised in the month. One that was never accepted was never promised; one called off before its hour is due no more; a
 * delay that the store manager put down to the customer is left out of the rate and listed. What is not delivered is late once its hour has passed.
 */
const onTime = (month: Month, { now, kind, measures }: Looking): Prisma.Sql => {
  const limit = Prisma.sql`o.delivery_at + ${interval(measures.onTime.graceMs)}`;
  return Prisma.sql`
    SELECT o.number AS id, o.number AS order_number, o.delivery_at AS at, o.taken_by AS person,
      CASE
        WHEN p.state = ANY(ARRAY['cancelled', 'declined']) AND coalesce(ended.at, p.closed_at) < o.delivery_at THEN 'cancelled'
        WHEN o.accepted_at IS NULL THEN 'unaccepted'
        WHEN o.delivered_at <= ${limit} THEN 'on-time'
        WHEN o.delivered_at IS NULL AND ${new Date(now)} <= ${limit} THEN 'upcoming'
        WHEN coded.cause = 'customer' THEN 'customer-caused'
        ELSE 'late' END AS part,
      ${millisecondsOf(Prisma.sql`o.delivered_at - o.delivery_at`)} AS value, NULL AS what
    FROM orders o JOIN processes p ON p.id = o.process_id
      LEFT JOIN LATERAL (
        SELECT min(t.at) AS at FROM timeline t WHERE t.process_id = p.id AND t.kind = 'order.moved' AND t.data->>'to' = p.state
      ) ended ON p.state = ANY(ARRAY['cancelled', 'declined'])
      LEFT JOIN LATERAL (
        SELECT d.cause FROM delay_causes d WHERE d.order_number = o.number ORDER BY d.at DESC, d.id DESC LIMIT 1
      ) coded ON TRUE
    WHERE o.store_id = ${month.storeId} AND o.kind = ${kind} AND ${within(Prisma.sql`o.delivery_at`, month)}`;
};

/** BAK-85. The ratings received in the month. */
const satisfaction = (month: Month, { kind }: Looking): Prisma.Sql => Prisma.sql`
  SELECT r.order_number AS id, r.order_number, r.at, o.taken_by AS person, 'rated' AS part, r.score::float8 AS value, NULL AS what
  FROM ratings r JOIN orders o ON o.number = r.order_number
  WHERE o.store_id = ${month.storeId} AND o.kind = ${kind} AND ${within(Prisma.sql`r.at`, month)}`;

/** BAK-86. The exceptions reported in the month, and how long each waited for its first response. */
const response = (month: Month, { now, kind, measures }: Looking): Prisma.Sql => {
  const limit = Prisma.sql`e.reported_at + ${interval(measures.response.limitMs)}`;
  return Prisma.sql`
    SELECT e.id, e.order_number, e.reported_at AS at, o.taken_by AS person,
      CASE
        WHEN e.first_response_at <= ${limit} THEN 'in-time'
        WHEN e.first_response_at IS NOT NULL THEN 'over'
        WHEN ${new Date(now)} > ${limit} THEN 'unanswered'
        ELSE 'waiting' END AS part,
      ${millisecondsOf(Prisma.sql`e.first_response_at - e.reported_at`)} AS value, e.type AS what
    FROM exceptions e JOIN orders o ON o.number = e.order_number
    WHERE o.store_id = ${month.storeId} AND o.kind = ${kind} AND ${within(Prisma.sql`e.reported_at`, month)}`;
};

/** BAK-46. The stages that were late, of orders promised in the month, by the store's weekday on which they became so. */
const lateStages = (month: Month, { kind }: Looking): Prisma.Sql => Prisma.sql`
  SELECT o.number || '/' || s.stage AS id, o.number AS order_number, o.delivery_at AS at, o.taken_by AS person,
    s.stage || '-' || extract(isodow FROM to_timestamp(s."breachedAt" / 1000) AT TIME ZONE ${month.zone})::int AS part, NULL::float8 AS value, s.stage AS what
  FROM orders o CROSS JOIN LATERAL jsonb_to_recordset(o.stages) AS s(stage text, "breachedAt" float8)
  WHERE o.store_id = ${month.storeId} AND o.kind = ${kind} AND s."breachedAt" IS NOT NULL AND ${within(Prisma.sql`o.delivery_at`, month)}`;

/** BAK-09. The steps opened in the month that were not withdrawn, by whether a person was named for them. */
const ownedSteps = (month: Month, { kind }: Looking): Prisma.Sql => Prisma.sql`
  SELECT t.id, o.number AS order_number, t.opened_at AS at, o.taken_by AS person,
    CASE WHEN t.assignee IS NULL THEN 'unnamed' ELSE 'named' END AS part, NULL::float8 AS value, t.kind AS what
  FROM tasks t JOIN processes p ON p.id = t.process_id JOIN orders o ON o.number = p.about_order
  WHERE t.store_id = ${month.storeId} AND o.kind = ${kind} AND t.state <> 'withdrawn' AND ${within(Prisma.sql`t.opened_at`, month)}`;

const EVIDENCE: Readonly<Record<CountedFigure, (month: Month, looking: Looking) => Prisma.Sql>> = {
  'on-time': onTime,
  satisfaction,
  response,
  'late-stages': lateStages,
  'owned-steps': ownedSteps,
};

/**
 * What is behind a figure as it is now: `id`, `order_number`, the instant `at` by which it belongs to the month, the `person` who took the order, the
 * `part` of the figure that it falls into, its `value`, ms or points, and `what` it is: a kind of exception, stage or step. The last two are null
 * where it has none.
 */
export const evidenceOf = (figure: CountedFigure, month: Month, looking: Looking): Prisma.Sql => EVIDENCE[figure](month, looking);

/** The same as it was when the month was frozen. */
export const frozenEvidence = (figure: CountedFigure, { storeId, month }: Pick<Month, 'storeId' | 'month'>): Prisma.Sql => Prisma.sql`
  SELECT id, order_number, at, person, part, value, what FROM report_rows WHERE store_id = ${storeId} AND month = ${month} AND figure = ${figure}`;
