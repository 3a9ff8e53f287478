import { Prisma } from '../../generated/prisma/client';
import type { Db, Tx } from '../../platform/db/client';
import { evidenceOf, frozenEvidence, type Looking, type Month } from './evidence';
import type { Measures } from './measures.rules';
import {
  compose,
  COUNTED,
  FIGURES,
  isSettled,
  measure,
  NO_TALLIES,
  type CountedFigure,
  type Figure,
  type Measured,
  type Tallies,
  type Tally,
} from './reports.rules';

/** Whose a figure is that is nobody's own: the whole store's. */
export const WHOLE_STORE = '';

/** Something behind a figure; `at` is epoch ms of shop time, `value` ms or points. */
export interface EvidenceRow {
  readonly id: string;
  readonly orderNumber: string;
  readonly at: number;
  readonly part: string;
  readonly value: number | null;
  /** The kind of exception, stage or step; null where it has none. */
  readonly what: string | null;
}

/** A figure of everybody: of the whole store, and of each person who took one of the orders behind it. */
export type MeasuredByPerson = ReadonlyMap<string, Measured>;

type Counted = Tally & {
  readonly person: string | null;
  readonly part: string | null;
  readonly isOfAll: boolean;
  readonly isOfParts: boolean;
};

/** What is counted of some evidence, for the whole store and for each person. */
async function tally(db: Db | Tx, evidence: Prisma.Sql): Promise<ReadonlyMap<string, Tallies>> {
  const rows = await db.$queryRaw<Counted[]>`
    SELECT person, part, grouping(person) = 1 AS "isOfAll", grouping(part) = 1 AS "isOfParts",
      count(*)::int AS rows, count(value)::int AS valued, coalesce(sum(value), 0)::float8 AS sum,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY value))::float8 AS median, max(value)::float8 AS max
    FROM (${evidence}) e GROUP BY GROUPING SETS ((), (part), (person), (person, part))`;
  const whole = new Map<string, Tally>();
  const parts = new Map<string, Record<string, Tally>>();
  for (const { person, part, isOfAll, isOfParts, ...counted } of rows) {
    const whose = isOfAll ? WHOLE_STORE : (person ?? WHOLE_STORE);
    if (isOfParts) whole.set(whose, counted);
    else parts.set(whose, { ...parts.get(whose), [part ?? '']: counted });
  }
  return new Map([...whole].map(([whose, all]) => [whose, { whole: all, parts: parts.get(whose) ?? {} }]));
}

/** Where the evidence of a figure is found. */
type Source = (figure: CountedFigure) => Prisma.Sql;

async function countedBy(db: Db | Tx, figure: CountedFigure, source: Source, measures: Measures): Promise<MeasuredByPerson> {
  const tallies = await tally(db, source(figure));
  return new Map([...tallies].map(([whose, counted]) => [whose, measure(figure, counted, measures)]));
}

/** BAK-87. The composite score of everybody who is in one of its components. */
async function composedBy(db: Db | Tx, source: Source, measures: Measures): Promise<MeasuredByPerson> {
  const onTime = await countedBy(db, 'on-time', source, measures);
  const satisfaction = await countedBy(db, 'satisfaction', source, measures);
  const response = await countedBy(db, 'response', source, measures);
  const of = (figure: CountedFigure, by: MeasuredByPerson, whose: string): Measured =>
    by.get(whose) ?? measure(figure, NO_TALLIES, measures);
  return new Map(
    [...new Set([...onTime.keys(), ...satisfaction.keys(), ...response.keys()])].map((whose) => [
      whose,
      compose(measures, {
        'on-time': of('on-time', onTime, whose),
        satisfaction: of('satisfaction', satisfaction, whose),
        response: of('response', response, whose),
      }),
    ]),
  );
}

const measuredBy = (db: Db | Tx, figure: Figure, source: Source, { measures }: Looking): Promise<MeasuredByPerson> =>
  figure === 'composite' ? composedBy(db, source, measures) : countedBy(db, figure, source, measures);

/** Keeps what is behind a figure as it is now. */
const keepEvidence = (tx: Tx, figure: CountedFigure, { storeId, month }: Month, evidence: Prisma.Sql): Promise<number> => tx.$executeRaw`
  INSERT INTO report_rows (store_id, month, figure, id, order_number, at, person, part, value, what)
  SELECT ${storeId}, ${month}, ${figure}, id, order_number, at, person, part, value, what FROM (${evidence}) e`;

/** How long the freezing of a month may take, real ms. */
const FREEZE_MS = 60_000;

/** BAK-84…87. The figures of a store's months: as they are, or as they were when a month was frozen. */
export const createReports = (db: Db) => ({
  /** A figure of everybody, counted now. */
  counted: (figure: Figure, month: Month, looking: Looking): Promise<MeasuredByPerson> =>
    measuredBy(db, figure, (counted) => evidenceOf(counted, month, looking), looking),

  /** A figure of everybody as it was frozen, and when (epoch ms of shop time); null while it is not. */
  async frozen(
    figure: Figure,
    { storeId, month }: Pick<Month, 'storeId' | 'month'>,
  ): Promise<{ readonly at: number; readonly by: MeasuredByPerson } | null> {
    const rows = await db.reportMonth.findMany({ where: { storeId, month, figure } });
    const [first] = rows;
    return first
      ? { at: first.frozenAt.getTime(), by: new Map(rows.map(({ person, measured }) => [person, measured as unknown as Measured])) }
      : null;
  },

  /** Whether a month is frozen. */
  async isFrozen({ storeId, month }: Pick<Month, 'storeId' | 'month'>): Promise<boolean> {
    return (await db.reportMonth.findFirst({ where: { storeId, month }, select: { month: true } })) !== null;
  },

  /** The frozen values of a figure in the months from `from` until before `month`, the earliest first. */
  async before(figure: Figure, { storeId, month }: Pick<Month, 'storeId' | 'month'>, whose: string, from: string) {
    const rows = await db.reportMonth.findMany({
      where: { storeId, figure, person: whose, month: { gte: from, lt: month } },
      orderBy: { month: 'asc' },
    });
    return rows.map((row) => ({ month: row.month, value: (row.measured as unknown as Measured).value }));
  },

  /** At most `limit` things of the evidence, the earliest first, those after `after`; only one, only those of a part or of a person, where these are given. */
  async rows(
    evidence: Prisma.Sql,
    { id, part, person }: { readonly id?: string; readonly part?: string | undefined; readonly person?: string | undefined },
    limit: number,
    after?: Pick<EvidenceRow, 'at' | 'id'>,
  ): Promise<EvidenceRow[]> {
    const conditions = [
      Prisma.sql`TRUE`,
      ...(id === undefined ? [] : [Prisma.sql`id = ${id}`]),
      ...(part === undefined ? [] : [Prisma.sql`part = ${part}`]),
      ...(person === undefined ? [] : [Prisma.sql`person = ${person}`]),
      ...(after ? [Prisma.sql`(at, id) > (${new Date(after.at)}, ${after.id})`] : []),
    ];
    const rows = await db.$queryRaw<(Omit<EvidenceRow, 'at'> & { readonly at: Date })[]>`
      SELECT id, order_number AS "orderNumber", at, part, value, what FROM (${evidence}) e
      WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY at, id LIMIT ${limit}`;
    return rows.map((row) => ({ ...row, at: row.at.getTime() }));
  },

  /** The last month of a store that is frozen, `YYYY-MM`; null while none is. */
  async lastFrozen(storeId: string): Promise<string | null> {
    const row = await db.reportMonth.findFirst({ where: { storeId }, orderBy: { month: 'desc' }, select: { month: true } });
    return row?.month ?? null;
  },

  /**
   * Freezes a month: its figures, and what is behind each. False where it is frozen already, or where something in it is still open: nobody can say
   * yet how it counts. Several workers may try at once.
   */
  freeze: (month: Month, looking: Looking): Promise<boolean> =>
    db.$transaction((tx) => freezeWithin(tx, month, looking), { timeout: FREEZE_MS }),
});

async function freezeWithin(tx: Tx, month: Month, looking: Looking): Promise<boolean> {
  const { storeId, month: name } = month;
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`report/${storeId}/${name}`}, 0))`;
  if (await tx.reportMonth.findFirst({ where: { storeId, month: name } })) return false;
  const live: Source = (figure) => evidenceOf(figure, month, looking);
  for (const figure of COUNTED) {
    const whole = (await countedBy(tx, figure, live, looking.measures)).get(WHOLE_STORE);
    if (whole && !isSettled(figure, whole)) return false;
  }
  for (const figure of COUNTED) await keepEvidence(tx, figure, month, live(figure));
  for (const figure of FIGURES) await keepFigure(tx, figure, month, looking);
  return true;
}

/** The figure of a month from the evidence that was kept of it. */
async function keepFigure(tx: Tx, figure: Figure, month: Month, looking: Looking): Promise<void> {
  const { storeId, month: name } = month;
  const by = await measuredBy(tx, figure, (counted) => frozenEvidence(counted, month), looking);
  await tx.reportMonth.createMany({
    data: [...by].map(([person, measured]) => ({
      storeId,
      month: name,
      figure,
      person,
      measured: measured as unknown as Prisma.InputJsonObject,
      frozenAt: new Date(looking.now),
    })),
  });
}
