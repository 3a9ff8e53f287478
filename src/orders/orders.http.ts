import type { LinkHolder, LinkScope } from '../platform/links/link';
import { defineHttp } from '../process/define.http';
import type { Services as ProcessServices } from '../process/services';
import { changeRoutes } from './changes.routes';
import { exceptionRoutes } from './exceptions.routes';
import { linkPages } from './links/link-pages';
import { linkRoutes } from './links/links.routes';
import { orderLinkRoutes } from './links/order-links.routes';
import { orderRoutes } from './orders.routes';
import { paymentRoutes } from './payments.routes';
import { orderPhotoRoutes } from './photos.routes';
import { orderServices } from './services';
import { orderContexts } from './show';

const ROUTES = [orderRoutes, paymentRoutes, changeRoutes, exceptionRoutes, orderPhotoRoutes, orderLinkRoutes, linkRoutes];

/** A customer reads in the language of their order; a supplier has chosen none. */
async function linkHolder(services: ProcessServices, { scope, order: number }: LinkScope): Promise<LinkHolder | null> {
  const order = await orderServices(services).orders.find(number);
  return order && { storeId: order.storeId, language: scope === 'customer' ? order.customer.language : null };
}

defineHttp({
  name: 'orders',
  routes(services) {
    const own = orderServices(services);
    return ROUTES.flatMap((routes) => routes(own));
  },
  pages: (services) => linkPages(orderServices(services)),
  guarded: ['/o', '/s', '/api/v1/links'],
  taskContext: (services, numbers) => orderContexts(orderServices(services), numbers),
  linkHolder,
});
