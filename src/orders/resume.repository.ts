import type { Actor } from '../base/actor';
import type { OrderInput } from './order.messages';
import type { ChangeRow } from './order-rows.messages';
import type { ExceptionRow } from './exceptions.messages';
import { orderWorkflowId } from './names.messages';
import type { RestartOrder, Resume } from './repair.messages';
import type { MomentOf, OrderKind } from './order-kinds.messages';
import { shopTime, type ShopClock } from '../base/clock';
import type { OrderState, StageRow } from './order-state.rules';
import type { Prisma } from '../generated/prisma/client';
import type { Db } from '../platform/db/client';
import { ms } from '../platform/db/instants';
import { orderInputOf } from './launch.repository';
import { createTaskReads } from '../process/tasks/task-read.repository';

type Tx = Prisma.TransactionClient;

/** Task numbers rise; the ids of repairs and alarms have none of the order's. */
const numberOf = (id: string): number => Number(/^\d+-(\d+)$/.exec(id)?.[1] ?? 0);

/**
 * Takes a lost order up from its record: closes the record to what the lost run still has in hand (`after`), and reads what the new run
 * starts from. One transaction under the lock of the process's row, which every batch takes too. Repeating it reads again.
 * @throws {Error} when there is no such order, or its rulebook is unknown here.
 */
export const takeUpOrder = (db: Db, { number, ...request }: RestartOrder, clock: ShopClock): Promise<OrderInput> =>
  db.$transaction(async (tx) => {
    await tx.$executeRaw`UPDATE processes SET revision = greatest(revision, ${request.after}::int), refused_at = NULL WHERE id = ${orderWorkflowId(number)}`;
    const input = await orderInputOf(tx, number, clock);
    return { ...input, resume: { ...request, ...(await recordOf(tx, number, clock)) } };
  });

async function recordOf(tx: Tx, number: string, clock: ShopClock): Promise<Omit<Resume, keyof RestartOrder>> {
  const { process, ...order } = await tx.order.findUniqueOrThrow({ where: { number }, include: { process: true } });
  const where = { orderNumber: number };
  const tasks = await createTaskReads(tx).ofProcess(orderWorkflowId(number));
  const exceptions = await tx.orderException.findMany({ where, orderBy: { reportedAt: 'asc' } });
  const photos = await tx.photo.findMany({ where: { processId: process.id }, orderBy: { takenAt: 'asc' } });
  const changes = await tx.change.findMany({ where: { ...where, state: 'pending' }, orderBy: { requestedAt: 'asc' } });
  const rating = await tx.rating.findUnique({ where });
  const payments = await tx.payment.findMany({ where: { ...where, direction: 'in' }, select: { id: true } });
  const costs = await tx.cost.findMany({ where, select: { id: true } });
  const told = await eventsOf(tx, process.id);
  return {
    leftAt: shopTime(clock, (process.lostAt ?? new Date()).getTime()),
    state: process.state as OrderState,
    version: order.version,
    planVersion: order.planVersion,
    risk: order.risk,
    receivedFen: order.receivedFen,
    refundedFen: order.refundedFen,
    costsFen: order.costsFen,
    entries: [...payments, ...costs].map(({ id }) => id),
    acceptedAt: ms(order.acceptedAt),
    changeWindowEndsAt: ms(order.changeWindowEndsAt),
    plannedStartAt: ms(order.plannedStartAt),
    makingDoneAt: ms(order.makingDoneAt),
    deliveredAt: ms(order.deliveredAt),
    followUpAt: ms(order.followUpAt),
    stages: order.stages as unknown as StageRow[],
    moments: order.moments as unknown as MomentOf<OrderKind>[],
    tasks: tasks.sort((a, b) => numberOf(a.id) - numberOf(b.id)),
    changes: changes.map(changeOf),
    exceptions: exceptions.map(exceptionOf),
    photos: photos.map(({ id, step, takenAt }) => ({ id, step, takenAt: takenAt.getTime() })),
    rated: rating?.score ?? null,
    ...told(exceptions),
  };
}

type Told = Pick<Resume, 'allowanceFen' | 'sourced' | 'alternatives' | 'detailsConfirmed' | 'remindedFor' | 'overdueFor'>;

/** What stands nowhere but on the timeline. */
async function eventsOf(tx: Tx, processId: string): Promise<(exceptions: readonly { id: string; item: string | null }[]) => Told> {
  const kinds = [
    'price.allowed',
    'shortage.sourced',
    'purchase.called-off',
    'alternative.chosen',
    'details.confirmed',
    'reminder.sent',
    'order.overdue',
  ];
  const rows = await tx.timelineEvent.findMany({ where: { processId, kind: { in: kinds } }, orderBy: { seq: 'asc' } });
  const dataOf = (kind: string): Record<string, unknown>[] =>
    rows.filter((row) => row.kind === kind).map(({ data }) => data as Record<string, unknown>);
  const instantOf = (value: unknown): number | null => (typeof value === 'number' ? value : null);
  return (exceptions) => {
    const calledOff = new Set(dataOf('purchase.called-off').map(({ exception }) => exception));
    const itemOf = (id: unknown): string => exceptions.find((row) => row.id === id)?.item ?? '';
    const reminders = dataOf('reminder.sent');
    return {
      allowanceFen: dataOf('price.allowed').reduce((sum, { allowanceFen }) => sum + Number(allowanceFen), 0),
      sourced: dataOf('shortage.sourced')
        .filter(({ exception }) => !calledOff.has(exception))
        .map(({ exception, supplierId }) => ({ exception: String(exception), supplierId: String(supplierId), item: itemOf(exception) })),
      alternatives: dataOf('alternative.chosen').map(({ exception, option }) => ({
        exception: String(exception),
        option: typeof option === 'string' ? option : null,
      })),
      remindedFor: instantOf(reminders.at(-1)?.['plannedStartAt']),
      detailsConfirmed: dataOf('details.confirmed').some(
        ({ plannedStartAt }) => reminders.length === 0 || plannedStartAt === reminders.at(-1)?.['plannedStartAt'],
      ),
      overdueFor: instantOf(dataOf('order.overdue').at(-1)?.['deliveryAt']),
    };
  };
}

const changeOf = (row: Prisma.ChangeGetPayload<object>): ChangeRow => ({
  id: row.id,
  state: row.state as ChangeRow['state'],
  requestedBy: row.requestedBy as unknown as Actor,
  requestedAt: row.requestedAt.getTime(),
  previewHash: row.previewHash,
  basis: row.basis,
  decidedBy: null,
  decidedAt: null,
  apply: false,
  ...(row.textId && { textId: row.textId }),
});

const exceptionOf = (row: Prisma.OrderExceptionGetPayload<object>): ExceptionRow => ({
  id: row.id,
  type: row.type as ExceptionRow['type'],
  foundAt: row.foundAt.getTime(),
  reportedAt: row.reportedAt.getTime(),
  reporter: row.reporter as unknown as Actor,
  late: row.late,
  item: row.item,
  state: row.state as ExceptionRow['state'],
  firstResponseAt: ms(row.firstResponseAt),
  outcome: row.outcome,
  closedAt: ms(row.closedAt),
  ...(row.textId && { textId: row.textId }),
});
