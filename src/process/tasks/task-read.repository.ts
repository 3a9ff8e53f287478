import { Prisma, type Task } from '../../generated/prisma/client';
import type { TaskAnswer, TaskRow } from '../process.messages';
import type { Department, Position } from '../../base/departments';
import type { Role } from '../../base/roles';
import { taskKinds, taskRule, type TaskKind } from './tasks.rules';
import type { Db } from '../../platform/db/client';
import { ms } from '../../platform/db/instants';
import { literally } from '../../platform/db/like';
import { TASK_BUCKETS, type BucketEdges, type TaskBucket, type TaskSort } from './inbox.rules';

/** A task with the process it belongs to. */
export interface TaskRecord extends TaskRow {
  readonly processId: string;
  readonly storeId: string;
  /** The order its process is about; null when it is about none. */
  readonly aboutOrder: string | null;
}

const rowOf = (row: Task): TaskRow => ({
  id: row.id,
  kind: row.kind as TaskKind,
  role: row.role as Role,
  assignee: row.assignee,
  department: row.department as Department | null,
  openedAt: row.openedAt.getTime(),
  startedAt: row.startedAt.getTime(),
  dueAt: ms(row.dueAt),
  firstDueAt: ms(row.firstDueAt),
  pausedSince: ms(row.pausedSince),
  pausedMs: Number(row.pausedMs),
  reason: row.reason as unknown as TaskRow['reason'],
  ruleIds: row.ruleIds,
  breachedAt: ms(row.breachedAt),
  rung: row.rung,
  nextRungAt: ms(row.nextRungAt),
  ladder: row.ladder as Position[],
  state: row.state as TaskRow['state'],
  context: row.context as TaskRow['context'],
  answers: row.answers as unknown as TaskAnswer[],
  closedAt: ms(row.closedAt),
});

const recordOf = (row: Task, aboutOrder: string | null): TaskRecord => ({
  ...rowOf(row),
  processId: row.processId,
  storeId: row.storeId,
  aboutOrder,
});

export interface TaskFilter {
  readonly storeId: string;
  readonly state?: TaskRow['state'];
  readonly order?: string;
  readonly kind?: TaskKind;
  readonly role?: Role;
  /** A person's id; null: nobody's. */
  readonly assignee?: string | null;
  /** In the number of the order its process is about. */
  readonly q?: string;
  readonly bucket?: TaskBucket;
  /** Only kinds that decide something. */
  readonly decision?: true;
  /** Only what this person may answer; `deputyFor` are the people they stand in for. */
  readonly mine?: { readonly id: string; readonly roles: readonly Position[]; readonly deputyFor: readonly string[] };
}

/** A row's place in a list: by what it is sorted, its own instant of that (`NEVER` for none), and its id. */
export interface TaskPlace {
  readonly sort: TaskSort;
  readonly at: number;
  readonly id: string;
}
/** A task where it stands in a list. */
export type PlacedTask = TaskRecord & TaskPlace;

/** What is never due comes after everything that is. */
const NEVER = Date.parse('9999-12-31T00:00:00Z');
const SORT_KEYS: Readonly<Record<TaskSort, Prisma.Sql>> = {
  openedAt: Prisma.sql`t.opened_at`,
  dueAt: Prisma.sql`COALESCE(t.due_at, ${new Date(NEVER)})`,
};

const forMembersOnly = (): TaskKind[] => taskKinds().filter((kind) => taskRule(kind).membersOnly);

const deciding = (): TaskKind[] => taskKinds().filter((kind) => taskRule(kind).decides);

/** What `mayAnswer` of the API allows, as a condition on rows. */
const mineIs = ({ id, roles, deputyFor }: NonNullable<TaskFilter['mine']>): Prisma.Sql => Prisma.sql`(
  t.role = ANY(${[...roles]})
  OR (t.kind <> ALL(${forMembersOnly()}) AND (t.assignee = ANY(${[id, ...deputyFor]}) OR t.ladder[1:t.rung] && ${[...roles]}::text[])))`;

/** A task nobody can answer: the workflow that waited for it is gone. It stands in nobody's inbox. */
const ORPHANED = Prisma.sql`(t.state = 'open' AND p.lost_at IS NOT NULL)`;

const inBucket = (bucket: TaskBucket, { now, tomorrow }: BucketEdges): Prisma.Sql =>
  ({
    late: Prisma.sql`t.due_at < ${new Date(now)}`,
    today: Prisma.sql`(t.due_at >= ${new Date(now)} AND t.due_at < ${new Date(tomorrow)})`,
    later: Prisma.sql`(t.due_at >= ${new Date(tomorrow)} OR t.due_at IS NULL)`,
  })[bucket];

/** Which rows the filter means. */
const conditionsOf = (filter: TaskFilter, edges: BucketEdges): Prisma.Sql[] => {
  const { assignee } = filter;
  return [
    Prisma.sql`t.store_id = ${filter.storeId}`,
    Prisma.sql`NOT ${ORPHANED}`,
    ...(filter.state ? [Prisma.sql`t.state = ${filter.state}`] : []),
    ...(filter.order ? [Prisma.sql`p.about_order = ${filter.order}`] : []),
    ...(filter.kind ? [Prisma.sql`t.kind = ${filter.kind}`] : []),
    ...(filter.role ? [Prisma.sql`t.role = ${filter.role}`] : []),
    ...(assignee === undefined ? [] : [assignee === null ? Prisma.sql`t.assignee IS NULL` : Prisma.sql`t.assignee = ${assignee}`]),
    ...(filter.q ? [Prisma.sql`p.about_order LIKE ${literally(filter.q)}`] : []),
    ...(filter.decision ? [Prisma.sql`t.kind = ANY(${deciding()})`] : []),
    ...(filter.bucket ? [inBucket(filter.bucket, edges)] : []),
    ...(filter.mine ? [mineIs(filter.mine)] : []),
  ];
};

type TaskDb = Pick<Db, 'task' | '$queryRaw'>;

/** Whole rows of what a query found, in its order. */
async function recordsOf<F extends { readonly id: string; readonly about: string | null }>(
  db: Pick<Db, 'task'>,
  found: readonly F[],
): Promise<(TaskRecord & { readonly found: F })[]> {
  const rows = await db.task.findMany({ where: { id: { in: found.map(({ id }) => id) } } });
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap((one) => {
    const row = byId.get(one.id);
    return row ? [{ ...recordOf(row, one.about), found: one }] : [];
  });
}

/** Reads many tasks at once. */
const createTaskLists = (db: TaskDb) => ({
  /** At most `limit` tasks after `after`, by `sort`, the earliest first. */
  async list(filter: TaskFilter, sort: TaskSort, edges: BucketEdges, limit: number, after?: TaskPlace): Promise<PlacedTask[]> {
    const key = SORT_KEYS[sort];
    const conditions = [
      ...conditionsOf(filter, edges),
      ...(after ? [Prisma.sql`(${key}, t.id) > (${new Date(after.at)}, ${after.id})`] : []),
    ];
    const found = await db.$queryRaw<{ id: string; about: string | null; at: Date }[]>`
      SELECT t.id, p.about_order AS about, ${key} AS at FROM tasks t JOIN processes p ON p.id = t.process_id
      WHERE ${Prisma.join(conditions, ' AND ')} ORDER BY ${key}, t.id LIMIT ${limit}`;
    return (await recordsOf(db, found)).map(({ found: { at }, ...task }) => ({ ...task, sort, at: at.getTime() }));
  },

  /** Tasks of these kinds that some processes have, open or done, the next due first; `orders` says which order each process is about. */
  async ofKinds(orders: ReadonlyMap<string, string>, kinds: readonly TaskKind[]): Promise<TaskRecord[]> {
    const rows = await db.task.findMany({
      where: { processId: { in: [...orders.keys()] }, kind: { in: [...kinds] }, state: { in: ['open', 'done'] } },
      orderBy: [{ dueAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    });
    return rows.map((row) => recordOf(row, orders.get(row.processId) ?? null));
  },

  /** At most `limit` tasks of these kinds that a store's people have answered since an instant (epoch ms), the latest first. */
  async doneSince(storeId: string, kinds: readonly TaskKind[], since: number, limit: number): Promise<TaskRecord[]> {
    const found = await db.$queryRaw<{ id: string; about: string | null }[]>`
      SELECT t.id, p.about_order AS about FROM tasks t JOIN processes p ON p.id = t.process_id
      WHERE t.store_id = ${storeId} AND t.closed_at >= ${new Date(since)} AND t.state = 'done' AND t.kind = ANY(${[...kinds]})
      ORDER BY t.closed_at DESC, t.id LIMIT ${limit}`;
    return recordsOf(db, found);
  },

  /** How many there are in each bucket. */
  async count({ bucket: _any, ...filter }: TaskFilter, edges: BucketEdges): Promise<Record<TaskBucket, number>> {
    const [counted] = await db.$queryRaw<Record<TaskBucket, number>[]>`
      SELECT ${Prisma.join(
        TASK_BUCKETS.map((bucket) => Prisma.sql`count(*) FILTER (WHERE ${inBucket(bucket, edges)})::int AS ${Prisma.raw(bucket)}`),
      )}
      FROM tasks t JOIN processes p ON p.id = t.process_id WHERE ${Prisma.join(conditionsOf(filter, edges), ' AND ')}`;
    return counted ?? { late: 0, today: 0, later: 0 };
  },
});

/** Reads the inbox. The tasks' processes write it. */
export const createTaskReads = (db: TaskDb & Pick<Db, 'process'>) => {
  const withOrder = async (row: Task | null): Promise<TaskRecord | null> => {
    if (!row) return null;
    const process = await db.process.findUnique({ where: { id: row.processId }, select: { aboutOrder: true } });
    return recordOf(row, process?.aboutOrder ?? null);
  };
  return {
    async find(id: string): Promise<TaskRecord | null> {
      return withOrder(await db.task.findUnique({ where: { id } }));
    },

    /** What is open about an order, in processes that live. */
    async listOpen(aboutOrder: string): Promise<TaskRecord[]> {
      const processes = await db.process.findMany({ where: { aboutOrder, lostAt: null }, select: { id: true } });
      const rows = await db.task.findMany({
        where: { processId: { in: processes.map(({ id }) => id) }, state: 'open' },
        orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
      });
      return rows.map((row) => recordOf(row, aboutOrder));
    },

    /** Every task of one process, whatever became of it. */
    async ofProcess(processId: string): Promise<TaskRow[]> {
      const rows = await db.task.findMany({ where: { processId }, orderBy: [{ openedAt: 'asc' }, { id: 'asc' }] });
      return rows.map(rowOf);
    },

    /** The latest task of a kind in which something is asked or was answered; null when there was none. */
    async latest(processId: string, kind: TaskKind): Promise<TaskRecord | null> {
      const row = await db.task.findFirst({
        where: { processId, kind, state: { not: 'withdrawn' } },
        orderBy: [{ openedAt: 'desc' }, { id: 'desc' }],
      });
      return withOrder(row);
    },

    /** The choices of the latest answer to a kind of task; null while there is none. */
    async lastChoices(processId: string, kind: TaskKind): Promise<TaskAnswer['choices'] | null> {
      const row = await db.task.findFirst({ where: { processId, kind, state: 'done' }, orderBy: { closedAt: 'desc' } });
      return (row?.answers as unknown as TaskAnswer[] | undefined)?.at(-1)?.choices ?? null;
    },

    ...createTaskLists(db),
  };
};
