import type { OrderSnapshot } from '../../../src/orders/order.messages';
import type { Order, Process } from '../../../src/generated/prisma/client';
import type { Finding } from './finding';

const ms = (at: Date | null): number | null => at && at.getTime();

/** The order's row in the words of its workflow's `view`. */
type OrderRow = Order & { readonly process: Process };
const asView = ({ process, ...row }: OrderRow): OrderSnapshot =>
  ({
    number: row.number,
    kind: row.kind,
    storeId: row.storeId,
    state: process.state,
    overlays: process.overlays,
    revision: process.revision,
    version: row.version,
    planVersion: row.planVersion,
    facts: row.facts,
    risk: row.risk,
    money: {
      totalFen: row.totalFen,
      depositFen: row.depositFen,
      receivedFen: row.receivedFen,
      refundedFen: row.refundedFen,
      outstandingFen: row.outstandingFen,
    },
    costsFen: row.costsFen,
    acceptedAt: ms(row.acceptedAt),
    changeWindowEndsAt: ms(row.changeWindowEndsAt),
    plannedStartAt: ms(row.plannedStartAt),
    makingDoneAt: ms(row.makingDoneAt),
    deliveredAt: ms(row.deliveredAt),
    followUpAt: ms(row.followUpAt),
    closedAt: ms(process.closedAt),
    stages: row.stages,
    moments: row.moments,
    shut: row.shut,
  }) as unknown as OrderSnapshot;

/** An order's row equals what its workflow says of itself, field by field. */
export function judgeRow(row: OrderRow, view: OrderSnapshot): Finding[] {
  const ours = asView(row);
  return (Object.keys(ours) as (keyof OrderSnapshot)[])
    .filter((field) => canonical(ours[field]) !== canonical(view[field]))
    .map((field) => ({
      what: 'broken',
      about: row.number,
      detail: `${field} is ${canonical(ours[field]).slice(0, 200)} on its row and ${canonical(view[field]).slice(0, 200)} in its workflow`,
    }));
}

/** JSON with its keys in order: Postgres keeps them in an order of its own. */
const canonical = (value: unknown): string =>
  JSON.stringify(value ?? null, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
