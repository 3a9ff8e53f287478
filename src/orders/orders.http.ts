import type { LinkHolder, PartyLink } from '../platform/links/link';
import { defineHttp } from '../process/define.http';
import type { Services as ProcessServices } from '../process/services';
import './orders.catalogue';
import { actRoutes } from './acts.routes';
import { capacityRoutes } from './capacity.routes';
import { boardRoutes } from './boards/boards.routes';
import { changeRoutes } from './changes.routes';
import { customerRoutes } from './customers.routes';
import { exceptionRoutes } from './exceptions.routes';
import { linkPages } from './links/link-pages';
import { customerStatus } from './links/link-status';
import { linkRoutes } from './links/links.routes';
import { CustomerView } from './links/links.schema';
import { orderBehind } from './links/order-link';
import { orderLinkRoutes } from './links/order-links.routes';
import { orderRoutes } from './orders.routes';
import { paperRoutes } from './papers/papers.routes';
import { settingRoutes } from '../process/settings/setting-routes';
import { SHOP_PERMISSIONS } from './shop.permissions';
import { PRODUCT_SETTING } from './product.setting';
import { paymentRoutes } from './payments.routes';
import { orderPhotoRoutes } from './photos.routes';
import { readRoutes } from './reads.routes';
import { rulebookRoutes } from './rulebook.routes';
import { receivableRoutes } from './receivables.routes';
import { reportRoutes } from './reports/reports.routes';
import { orderServices } from './services';
import { orderContexts } from './show';

const ROUTES = [
  orderRoutes,
  boardRoutes,
  customerRoutes,
  paymentRoutes,
  changeRoutes,
  exceptionRoutes,
  capacityRoutes,
  orderPhotoRoutes,
  readRoutes,
  receivableRoutes,
  paperRoutes,
  reportRoutes,
  rulebookRoutes,
  orderLinkRoutes,
  linkRoutes,
];

/** A customer reads in the language of their order. */
async function linkHolder(services: ProcessServices, link: PartyLink): Promise<LinkHolder | null> {
  const order = await orderBehind(orderServices(services), link);
  return order && { storeId: order.storeId, language: order.customer.language };
}

defineHttp({
  name: 'orders',
  routes(services) {
    const own = orderServices(services);
    const routes = [...ROUTES.flatMap((some) => some(own)), ...settingRoutes(services, SHOP_PERMISSIONS, PRODUCT_SETTING)];
    return [...routes, ...actRoutes(own, routes)];
  },
  pages: (services) => linkPages(orderServices(services)),
  guarded: ['/o', '/api/v1/links'],
  taskContext: (services, numbers) => orderContexts(orderServices(services), numbers),
  linkHolder,
  linkView: {
    answer: CustomerView,
    async show(services, link, now) {
      const own = orderServices(services);
      const order = await orderBehind(own, link);
      return order && customerStatus(own, order, link, now);
    },
  },
});
