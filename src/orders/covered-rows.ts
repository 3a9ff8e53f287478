import { createHash } from 'node:crypto';
import { canonicalJson } from '../platform/db/canonical-json';
import { orderNumberOf, orderWorkflowId } from './names.messages';
import type { OwnReading } from '../process/record/own-record';
import type { RecordBatch } from '../process/process.messages';
import type { CostRow, PaymentRow } from './order-rows.messages';

const hashOf = (row: object): string => createHash('sha256').update(canonicalJson(row)).digest('hex');
const at = (ms: number): string => new Date(ms).toISOString();

const ofPayment = ({ id, direction, amountFen, method, receivedAt, by, textId }: PaymentRow): readonly [string, string] => [
  `payment/${id}`,
  hashOf({ id, direction, amountFen, method, receivedAt: at(receivedAt), by, textId: textId ?? null }),
];
const ofCost = (row: CostRow): readonly [string, string] => [`cost/${row.id}`, hashOf({ ...row, at: at(row.at) })];

/** The payments and costs of a batch, for which its first timeline row answers. */
export const coveredRows = ({ payments = [], costs = [] }: RecordBatch): Readonly<Record<string, string>> =>
  Object.fromEntries([...payments.map(ofPayment), ...costs.map(ofCost)]);

/** The same of some orders as they stand now. */
export async function standingRows(
  db: OwnReading,
  processes: readonly string[],
): Promise<(readonly [process: string, name: string, hash: string])[]> {
  const where = { orderNumber: { in: processes.flatMap((id) => orderNumberOf(id) ?? []) } };
  const [payments, costs] = await Promise.all([db.payment.findMany({ where }), db.cost.findMany({ where })]);
  return [
    ...payments.map(({ orderNumber, ...row }) => {
      const payment = { ...row, receivedAt: row.receivedAt.getTime() } as unknown as PaymentRow;
      return [orderWorkflowId(orderNumber), ...ofPayment(payment)] as const;
    }),
    ...costs.map(({ orderNumber, ...row }) => {
      const cost = { ...row, at: row.at.getTime() } as unknown as CostRow;
      return [orderWorkflowId(orderNumber), ...ofCost(cost)] as const;
    }),
  ];
}
