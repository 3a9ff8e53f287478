import type { z } from 'zod';
import type { CustomerView } from './links.schema';
import { kindOfOrder } from '../define.order-kind';
import { designOf } from './link-design';
import { maskedForLink } from '../masked';
import type { OrderRecord } from '../order-read.repository';
import { papersByLink } from '../papers/papers';
import { canMove, inProduction, isFinal, mayBeCorrected } from '../order-state.rules';
import type { PartyLink } from '../../platform/links/link';
import type { TaskRecord } from '../../process/tasks/task-read.repository';
import type { Services } from '../services';
import { shopContact } from '../../process/links/shop-contact';
import { iso, isoOrNull } from '../../platform/http/iso';

type CustomerStatus = z.infer<typeof CustomerView>;
type Offer = CustomerStatus['alternatives'][number];
type Awaiting = CustomerStatus['awaiting'][number];

/** Who gets the order and where, while that is to come; nobody needs to read it afterwards. */
function deliveryOf({ state, delivery }: OrderRecord, shopAddress: string | null): CustomerStatus['delivery'] {
  if (state === 'delivered' || isFinal(state)) return { address: null, recipient: null, phone: null };
  const { method, address, recipient } = delivery;
  return {
    address: method === 'pickup' ? shopAddress : (address ?? null),
    recipient: recipient?.name ?? null,
    phone: recipient ? maskedForLink(recipient.phone) : null,
  };
}

/** BAK-36. The end of the change window while it stands open. */
const openWindowOf = ({ state, changeWindowEndsAt }: OrderRecord, now: number): number | null =>
  inProduction(state) && changeWindowEndsAt !== null && now <= changeWindowEndsAt ? changeWindowEndsAt : null;

/** BAK-39. What finance has yet to pay back. */
function refundOwed(open: readonly TaskRecord[]): number {
  const refunds = open.filter(({ kind }) => kind === 'refund');
  return refunds.reduce((sum, { context }) => sum + (typeof context['refundFen'] === 'number' ? context['refundFen'] : 0), 0);
}

async function causeOf(services: Services, { processId }: OrderRecord): Promise<CustomerStatus['cancelledBecause']> {
  const cause = (await services.timeline.dataOf(processId, 'order.cancelled')).at(-1)?.cause;
  return cause === 'store' || cause === 'customer' ? cause : 'neither';
}

/** BAK-60. Shortages whose alternatives the customer was offered and has not answered. */
async function openAlternatives(services: Services, order: OrderRecord): Promise<Offer[]> {
  const offered = await services.exceptions.asked(order.number, ['alternatives']);
  const chosen = await services.timeline.dataOf(order.processId, 'alternative.chosen');
  const ids = offered.flatMap(({ facts }) => (typeof facts['exception'] === 'string' ? [facts['exception']] : []));
  const open: Offer[] = [];
  for (const exceptionId of new Set(ids)) {
    const exception = await services.exceptions.find(exceptionId);
    if (exception?.state === 'open' && !chosen.some((data) => data.exception === exceptionId))
      open.push({ exceptionId, options: [...kindOfOrder(order.kind).alternatives] });
  }
  return open;
}

/** What the customer is asked for at the moment. */
async function awaitingOf(
  services: Services,
  order: OrderRecord,
  { open, hasAlternatives, now }: { readonly open: readonly TaskRecord[]; readonly hasAlternatives: boolean; readonly now: number },
): Promise<Awaiting[]> {
  const reminder = (await services.exceptions.asked(order.number, ['warm-reminder'])).at(-1);
  const answers = await services.timeline.dataOf(order.processId, 'details.confirmed');
  // confirmed for the plan the last reminder named; a moved plan asks again (BAK-45)
  const confirmed = answers.some((answer) => answer.plannedStartAt === reminder?.facts['plannedStartAt']);
  const ratingCloses = order.moments.find((moment) => moment.name === 'rating-close')?.at ?? 0;
  const checks: readonly (readonly [Awaiting, boolean])[] = [
    ['design-approval', open.some((task) => task.kind === 'confirm-design')],
    ['details-confirmation', mayBeCorrected(order.state) && reminder !== undefined && !confirmed],
    ['alternative', hasAlternatives],
    // also of an order that has closed before its time is over (BAK-82)
    ['rating', order.deliveredAt !== null && now <= ratingCloses && (await services.exceptions.rating(order.number)) === null],
  ];
  return checks.filter(([, asked]) => asked).map(([what]) => what);
}

async function designPhoto(services: Services, order: OrderRecord): Promise<CustomerStatus['design']> {
  const photo = await designOf(services, order);
  return photo === null ? null : { photo };
}

/** BAK-40. Whether a cancellation waits for its decision, or may still be asked for. */
export function cancellationOf({ state }: OrderRecord, open: readonly TaskRecord[]): CustomerStatus['cancellation'] {
  if (!canMove(state, 'cancelled')) return null;
  return open.some(({ kind }) => kind === 'cancellation-decision') ? 'asked' : 'possible';
}

/** What the customer sees of their order at shop time `now` by a link. */
export async function customerStatus(services: Services, order: OrderRecord, link: PartyLink, now: number): Promise<CustomerStatus> {
  const store = await services.people.store(order.storeId);
  const alternatives = await openAlternatives(services, order);
  const open = await services.tasks.listOpen(order.number);
  return {
    scope: 'customer',
    order: order.number,
    state: order.state,
    ordered: order.lines.map(({ product, flavour, size, quantity }) => ({
      product,
      flavour: flavour ?? null,
      size: size ?? null,
      quantity,
    })),
    deliveryAt: iso(order.deliveryAt),
    deliveredAt: isoOrNull(order.deliveredAt),
    delivery: deliveryOf(order, store?.address ?? null),
    cancelledBecause: order.state === 'cancelled' ? await causeOf(services, order) : null,
    method: order.delivery.method,
    stages: order.stages
      .filter((stage) => stage.applicable)
      .map(({ stage, startedAt, doneAt }) => ({ stage, startedAt: isoOrNull(startedAt), doneAt: isoOrNull(doneAt) })),
    changeWindowEndsAt: isoOrNull(openWindowOf(order, now)),
    changePending: (await services.changes.listPending(order.number)).some(({ requestedBy }) => requestedBy.kind === 'customer'),
    cancellation: cancellationOf(order, open),
    design: await designPhoto(services, order),
    papers: await papersByLink(services, order, now),
    totalFen: order.money.totalFen,
    receivedFen: order.money.receivedFen,
    depositFen: order.money.depositFen,
    outstandingFen: order.money.outstandingFen,
    refund: { owedFen: refundOwed(open), paidFen: order.money.refundedFen },
    awaiting: await awaitingOf(services, order, { open, hasAlternatives: alternatives.length > 0, now }),
    alternatives,
    contact: shopContact(store),
    expiresAt: iso(link.exp),
  };
}
