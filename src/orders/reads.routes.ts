import type { Actor } from '../base/actor';
import { iso } from '../platform/http/iso';
import type { Route } from '../platform/http/route';
import { actorView, type Names, type Words } from '../process/views';
import { maskedInLists } from './masked';
import { CostPage, PaymentPage, RatingPage, VersionPage } from './order-reads.schema';
import type { OrderParticulars } from './order-read.repository';
import { listRoute } from './permissions';
import { ofOrder, type Services } from './services';
import { said } from './views';

/** What is on file of an order beside itself: its money, its versions, what its customer thinks of it. */
export const readRoutes = (services: Services): Route[] => [...moneyRoutes(services), versionRoute(services), ratingRoute(services)];

const namesOf = (services: Services, acts: readonly { readonly by: Actor }[]): Promise<Names> =>
  services.people.namesOf(acts.flatMap(({ by }) => by.id ?? []));
const wordsOf = (services: Services, things: readonly { readonly textId: string | null }[]): Promise<Words> =>
  services.texts.findMany(things.flatMap(({ textId }) => textId ?? []));

function moneyRoutes(services: Services): Route[] {
  return [
    listRoute(services, {
      key: 'GET /orders/{number}/payments',
      summary: 'Money in and back, oldest first (BAK-31, BAK-32, BAK-39, BAK-77)',
      tag: 'orders',
      answer: PaymentPage,
      owner: ofOrder(services),
      sortedBy: { receivedAt: Number, id: String },
      rows: ({ owner: order }, limit, after) => services.payments.list(order.number, limit, after),
      async views(payments) {
        const [names, words] = await Promise.all([namesOf(services, payments), wordsOf(services, payments)]);
        return payments.map(({ textId, by, receivedAt, ...payment }) => ({
          ...payment,
          receivedAt: iso(receivedAt),
          by: actorView(by, names),
          reference: said(words, textId, 'reference'),
        }));
      },
    }),
    listRoute(services, {
      key: 'GET /orders/{number}/costs',
      summary: 'The cost ledger, oldest first (BAK-41)',
      tag: 'orders',
      answer: CostPage,
      owner: ofOrder(services),
      sortedBy: { at: Number, id: String },
      rows: ({ owner: order }, limit, after) => services.payments.costs(order.number, limit, after),
      async views(costs) {
        const names = await namesOf(services, costs);
        return costs.map(({ at, by, ...cost }) => ({ ...cost, at: iso(at), by: actorView(by, names) }));
      },
    }),
  ];
}

/** As it is shown where many versions stand side by side. */
const deliveryView = ({ recipient, ...delivery }: OrderParticulars['delivery']): OrderParticulars['delivery'] => ({
  ...delivery,
  ...(recipient && { recipient: { ...recipient, phone: maskedInLists(recipient.phone) } }),
});

const versionRoute = (services: Services): Route =>
  listRoute(services, {
    key: 'GET /orders/{number}/versions',
    summary: 'What was agreed, version by version (BAK-07, BAK-38)',
    tag: 'orders',
    answer: VersionPage,
    owner: ofOrder(services),
    sortedBy: { version: Number },
    rows: ({ owner: order }, limit, after) => services.versions.list(order.number, limit, after?.version),
    views: (versions) =>
      versions.map(({ at, deliveryAt, lines, delivery, ...version }) => ({
        ...version,
        at: iso(at),
        deliveryAt: iso(deliveryAt),
        lines: lines.map((line) => ({ ...line, requirements: [...line.requirements], allergens: [...line.allergens] })),
        delivery: deliveryView(delivery),
      })),
  });

const ratingRoute = (services: Services): Route =>
  listRoute(services, {
    key: 'GET /orders/{number}/ratings',
    summary: 'What the customer thinks of it: one rating at the most (BAK-82)',
    tag: 'orders',
    answer: RatingPage,
    owner: ofOrder(services),
    sortedBy: { at: Number },
    async rows({ owner: order }, _limit, after) {
      const rating = await services.exceptions.rating(order.number);
      return rating && !after ? [rating] : [];
    },
    async views(ratings) {
      const words = await wordsOf(services, ratings);
      return ratings.map(({ score, source, at, textId }) => ({ score, source, at: iso(at), comment: said(words, textId, 'comment') }));
    },
  });
