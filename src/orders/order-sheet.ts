import type { Call } from '../platform/http/route';
import type { Cell, Column, Sheet } from '../platform/sheets/sheet';
import type { Phrasing } from '../process/outbox/phrasing';
import { goodsIn, phrasingFor } from './goods';
import { maskedInLists } from './masked';
import type { OrderAmongMany } from './order-read.repository';
import { ageEdges, ageOf, type AgeEdges } from './receivables.rules';
import type { Services } from './services';
import { AGE_NAMES, OVERLAY_NAMES, STATES } from './words/lists';
import { ORDER_SHEET_WORDS } from './words/order-sheet';

/** What a cell is made with. */
interface Seen {
  readonly p: Phrasing;
  readonly nameOf: (staffId: string) => string;
  readonly edges: AgeEdges;
}
interface OrderColumn {
  readonly word: keyof typeof ORDER_SHEET_WORDS;
  readonly kind: Column['kind'];
  readonly of: (order: OrderAmongMany, seen: Seen) => Cell;
}
const column = (word: OrderColumn['word'], kind: OrderColumn['kind'], of: OrderColumn['of']): OrderColumn => ({ word, kind, of });

const COLUMNS: readonly OrderColumn[] = [
  column('number', 'text', ({ number }) => number),
  column('state', 'text', ({ state }, { p }) => p.named(STATES[state])),
  column('overlays', 'text', ({ overlays }, { p }) => p.list(overlays.map((overlay) => p.named(OVERLAY_NAMES[overlay])))),
  column('goods', 'text', ({ lines }, { p }) => goodsIn(lines, p)),
  column('customer', 'text', ({ customer }) => customer.name),
  column('phone', 'text', ({ customer }) => maskedInLists(customer.phone)),
  column('deliveryAt', 'instant', ({ deliveryAt }) => deliveryAt),
  column('method', 'text', ({ delivery }, { p }) => p.name('method', delivery.method)),
  column('deliveredAt', 'instant', ({ deliveredAt }) => deliveredAt),
  column('total', 'money', ({ money }) => money.totalFen),
  column('received', 'money', ({ money }) => money.receivedFen),
  column('refunded', 'money', ({ money }) => money.refundedFen),
  column('outstanding', 'money', ({ money }) => money.outstandingFen),
  column('takenAt', 'instant', ({ intakeAt }) => intakeAt),
  column('takenBy', 'text', ({ takenBy }, { nameOf }) => nameOf(takenBy)),
];

/** BAK-32. How long it has been owed: beside what is owed, of lists of that alone. */
const AGE = column('age', 'text', ({ deliveredAt, deliveryAt }, { p, edges }) =>
  p.named(AGE_NAMES[ageOf(deliveredAt ?? deliveryAt, edges)]),
);

/** Orders as rows and columns; `owed`: those of which something is owed, which have an age (BAK-32). */
export async function orderSheet(
  services: Services,
  { staff, language, now }: Pick<Call, 'staff' | 'language' | 'now'>,
  { owed }: { readonly owed: boolean },
): Promise<Sheet<OrderAmongMany>> {
  const calendar = await services.calendars.calendarOf(staff.storeId);
  const p = await phrasingFor(services, staff.storeId, language);
  const edges = ageEdges(calendar, now);
  const columns = COLUMNS.flatMap((one) => (owed && one.word === 'outstanding' ? [one, AGE] : [one]));
  return {
    title: p.named(ORDER_SHEET_WORDS.title),
    calendar,
    columns: columns.map(({ word, kind }) => ({ head: p.named(ORDER_SHEET_WORDS[word]), kind })),
    async cells(orders) {
      const names = await services.people.namesOf(orders.map(({ takenBy }) => takenBy));
      const seen = { p, edges, nameOf: (id: string) => names.get(id) ?? id };
      return orders.map((order) => columns.map(({ of }) => of(order, seen)));
    },
  };
}
