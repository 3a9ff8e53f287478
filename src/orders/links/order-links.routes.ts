import type { z } from 'zod';
import { IssuedLinkPage, LinkView, NewLink, type IssuedLink } from '../order-acts.schema';
import { LETTERS, type LinkRecord } from '../../platform/links/link.repository';
import { Refusal } from '../../base/refusals';
import { DAY_MS } from '../../base/rule';
import { partyOf } from '../../platform/links/link';
import { signLink } from '../../platform/links/link-token';
import { isSettled } from '../../process/define.http';
import { processesAbout } from '../../process/record/process.repository';
import { customerLink } from './order-link';
import type { Route } from '../../platform/http/route';
import { listRoute, route } from '../permissions';
import { ofOrder, orderOf, type Services } from '../services';
import { iso, isoOrNull } from '../../platform/http/iso';
import { person, type Names } from '../../process/views';

/** A customer's link lives this long after the delivery: past the follow-up visit and the end of the rating. */
const LINK_AFTER_DELIVERY_MS = 30 * DAY_MS;

/** The exception that a supplier is asked about is what its search is called by. */
const supplierOf = ({ party, process }: LinkRecord): z.infer<typeof IssuedLink>['supplier'] => {
  const { id } = partyOf(party);
  return id === undefined ? null : { id, exception: process.slice(process.indexOf('/') + 1) };
};

const linkView = (link: LinkRecord, now: number, settled: boolean, names: Names): z.infer<typeof IssuedLink> => ({
  id: link.id,
  scope: partyOf(link.party).kind,
  state: link.revokedAt !== null ? 'revoked' : link.expiresAt <= now ? 'expired' : settled ? 'settled' : 'live',
  supplier: supplierOf(link),
  issuedBy: link.issuedBy === LETTERS ? null : person(link.issuedBy, names),
  issuedAt: iso(link.issuedAt),
  expiresAt: iso(link.expiresAt),
  lastUsedAt: isoOrNull(link.lastUsedAt),
  revokedAt: isoOrNull(link.revokedAt),
  revokedBy: person(link.revokedBy, names),
});

/** The links of an order: made for its customer, listed, revoked. */
export function orderLinkRoutes(services: Services): Route[] {
  const { secret, publicUrl } = services.settings;
  return [
    route({
      key: 'POST /orders/{number}/links',
      summary: 'A link for the customer',
      tag: 'orders',
      body: NewLink,
      status: 201,
      answer: LinkView,
      refusals: ['no-such-order'],
      async handle(call) {
        const order = await orderOf(services, call.params.number, call.staff.storeId);
        const exp = Math.max(order.deliveryAt, call.now) + LINK_AFTER_DELIVERY_MS;
        const link = { ...customerLink(order.number), id: call.idFor('link'), exp };
        await services.links.issue(link, { by: call.staff.id, at: call.now });
        return { status: 201, body: { url: `${publicUrl}/o/${signLink(secret, link)}`, expiresAt: iso(exp) } };
      },
    }),
    listRoute(services, {
      key: 'GET /orders/{number}/links',
      summary: 'The links that were given out, the latest first',
      tag: 'orders',
      answer: IssuedLinkPage,
      owner: ofOrder(services),
      sortedBy: { issuedAt: Number, id: String },
      rows: async ({ owner: order }, limit, after) => services.links.list(await processesAbout(services.db, order.number), limit, after),
      async views(links, { now }) {
        const names = await services.people.namesOf(
          links.flatMap(({ issuedBy, revokedBy }) => [issuedBy, ...(revokedBy ? [revokedBy] : [])]),
        );
        return Promise.all(links.map(async (link) => linkView(link, now, await isSettled(services, link), names)));
      },
    }),
    route({
      key: 'DELETE /orders/{number}/links/{id}',
      summary: 'Revoke a link: it opens nothing any more, and letters written afterwards carry a new one',
      tag: 'orders',
      status: 204,
      refusals: ['no-such-order', 'no-such-link'],
      async handle(call) {
        const order = await orderOf(services, call.params.number, call.staff.storeId);
        const processes = await processesAbout(services.db, order.number);
        if (!(await services.links.revoke(processes, call.params.id, call.staff.id, call.now)))
          throw new Refusal('no-such-link', { code: 'no-link-of-order' });
        return { status: 204 };
      },
    }),
  ];
}
