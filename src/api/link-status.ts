import type { z } from 'zod';
import type { LinkView } from '../contracts/links.schema';
import { ALTERNATIVE_IDS } from '../domain/alternatives';
import type { OrderRecord } from '../db/order-read.repository';
import { isUnderWay } from '../domain/order-state';
import type { LinkScope } from '../contracts/link';
import { orderOf, type Services } from './services';
import { iso, isoOrNull } from './views';

type Status = z.infer<typeof LinkView>;
type Offer = Extract<Status, { scope: 'customer' }>['alternatives'][number];
type Awaiting = Extract<Status, { scope: 'customer' }>['awaiting'][number];

const contactOf = async (services: Services, order: OrderRecord): Promise<{ shop: string; phone: string }> => {
  const store = await services.people.store(order.storeId);
  return { shop: store?.name ?? '', phone: store?.phone ?? '' };
};

/** BAK-60. Shortages whose alternatives the customer was offered and has not answered. */
async function openAlternatives(services: Services, order: OrderRecord): Promise<Offer[]> {
  const offered = await services.exceptions.asked(order.number, ['alternatives']);
  const chosen = await services.timeline.dataOf(order.number, 'alternative.chosen');
  const ids = offered.flatMap(({ facts }) => (typeof facts['exception'] === 'string' ? [facts['exception']] : []));
  const open: Offer[] = [];
  for (const exceptionId of new Set(ids)) {
    const exception = await services.exceptions.find(exceptionId);
    if (exception?.state === 'open' && !chosen.some((data) => data['exception'] === exceptionId))
      open.push({ exceptionId, options: [...ALTERNATIVE_IDS] });
  }
  return open;
}

/** What the customer is asked for at the moment. */
async function awaitingOf(services: Services, order: OrderRecord, hasAlternatives: boolean, now: number): Promise<Awaiting[]> {
  const tasks = await services.tasks.listOpen(order.number);
  const reminder = (await services.exceptions.asked(order.number, ['warm-reminder'])).at(-1);
  const answers = await services.timeline.dataOf(order.number, 'details.confirmed');
  // confirmed for the plan the last reminder named; a moved plan asks again (BAK-45)
  const confirmed = answers.some((answer) => answer['plannedStartAt'] === reminder?.facts['plannedStartAt']);
  const ratingCloses = order.moments.find((moment) => moment.name === 'rating-close')?.at ?? 0;
  const checks: readonly (readonly [Awaiting, boolean])[] = [
    ['design-approval', tasks.some((task) => task.kind === 'confirm-design')],
    ['details-confirmation', isUnderWay(order.state) && reminder !== undefined && !confirmed],
    ['alternative', hasAlternatives],
    // also of an order that has closed before its time is over (BAK-82)
    ['rating', order.deliveredAt !== null && now <= ratingCloses && (await services.exceptions.rating(order.number)) === null],
  ];
  return checks.filter(([, asked]) => asked).map(([what]) => what);
}

/** What the holder of a link sees at shop time `now` of an order, or of the question a supplier was asked. */
export async function linkStatus(services: Services, link: LinkScope, now: number): Promise<Status> {
  const order = await orderOf(services, link.order, null);
  const contact = await contactOf(services, order);
  const expiresAt = iso(link.exp);
  if (link.scope === 'supplier') {
    const exception = await services.exceptions.find(link.exceptionId);
    const asked = await services.exceptions.contact(link.exceptionId, link.supplierId);
    const answered = asked !== null && asked.result !== 'asked';
    return { scope: 'supplier', item: exception?.item ?? null, neededBy: isoOrNull(order.plannedStartAt), answered, contact, expiresAt };
  }
  const alternatives = await openAlternatives(services, order);
  return {
    scope: 'customer',
    order: order.number,
    state: order.state,
    deliveryAt: iso(order.deliveryAt),
    method: order.delivery.method,
    stages: order.stages
      .filter((stage) => stage.applicable)
      .map(({ stage, startedAt, doneAt }) => ({ stage, startedAt: isoOrNull(startedAt), doneAt: isoOrNull(doneAt) })),
    changeWindowEndsAt: isoOrNull(order.changeWindowEndsAt),
    outstandingFen: order.money.outstandingFen,
    awaiting: await awaitingOf(services, order, alternatives.length > 0, now),
    alternatives,
    contact,
    expiresAt,
  };
}
