import { ofOrder, type Services } from '../orders/services';
import { iso, isoOrNull } from '../platform/http/iso';
import type { Route } from '../platform/http/route';
import { contactsOf } from './contact-read.repository';
import { listRoute } from './permissions';
import { SourcingPage } from './sourcing.schema';

/** What staff read of the search for suppliers. */
export const sourcingRoutes = (services: Services): Route[] => [
  listRoute(services, {
    key: 'GET /orders/{number}/sourcing',
    summary: 'Which suppliers were asked about its shortages, and what they said, oldest first (BAK-59)',
    tag: 'orders',
    answer: SourcingPage,
    owner: ofOrder(services),
    sortedBy: { askedAt: Number, id: String },
    rows: ({ owner: order }, limit, after) => contactsOf(services.db, order.number, limit, after),
    views: (contacts) =>
      contacts.map((contact) => ({
        id: contact.id,
        exception: contact.exceptionId,
        item: contact.item,
        supplier: { id: contact.supplierId, name: contact.supplierName },
        askedAt: iso(contact.askedAt),
        answeredAt: isoOrNull(contact.answeredAt),
        result: contact.result,
        promisedAt: isoOrNull(contact.promisedAt),
      })),
  }),
];
