import { Router } from 'express';
import { PAGE_CSS } from '../../generated/page-templates';
import { refuseOtherMethods } from '../../platform/http/methods';
import { customerPage } from './customer-page';
import { LINK_SCRIPT } from './link-script';
import { customerStatus } from './link-status';
import { pageLanguageOf } from './link-words';
import { orderBehind } from './order-link';
import { pageByLink } from './link-page';
import type { Services } from '../services';

/** The page of an order for its customer, and what every page by link is drawn with: GET shows, and its forms POST to the API. */
export function linkPages(services: Services): Router {
  const router = Router();
  router.get('/assets/link.js', (_req, res) => void res.type('js').send(LINK_SCRIPT));
  router.get('/assets/link.css', (_req, res) => void res.type('css').send(PAGE_CSS));
  refuseOtherMethods(router, ['/assets/link.js', '/assets/link.css'], ['GET']);
  return router.use(
    pageByLink(services, '/o/:token', async ({ link, token, now }) => {
      const order = await orderBehind(services, link);
      if (!order) return null;
      const status = await customerStatus(services, order, link, now);
      const calendar = await services.calendars.calendarOf(order.storeId);
      return customerPage({ status, token, calendar, now, language: pageLanguageOf(order.customer.language) });
    }),
  );
}
