import './chapters';
import './chapter-words';
import './chapter-forms';
import express, { type Express, type RequestHandler } from 'express';
import { Refusal } from '../base/refusals';
import type { ApiDeps } from '../platform/http/deps';
import { documents } from '../platform/http/docs-page';
import { health } from '../platform/http/health';
import { jsonBody } from '../platform/http/json-body';
import { createLimits } from '../platform/http/limits';
import { linkPages } from '../orders/links/link-pages';
import { requestLog } from '../platform/http/log';
import { countRequests } from '../platform/http/metrics';
import { mount } from '../platform/http/mount';
import { problems } from '../platform/http/problem';
import { requestId } from '../platform/http/request-id';
import type { Route } from '../platform/http/route';
import { changeRoutes } from '../orders/changes.routes';
import { exceptionRoutes } from '../orders/exceptions.routes';
import { linkRoutes } from '../orders/links/links.routes';
import { orderLinkRoutes } from '../orders/links/order-links.routes';
import { orderRoutes } from '../orders/orders.routes';
import { paymentRoutes } from '../orders/payments.routes';
import { photoRoutes } from '../process/photos/photos.routes';
import { sessionRoutes } from '../platform/people/sessions.routes';
import { taskRoutes } from '../process/tasks/tasks.routes';
import { securityHeaders } from '../platform/http/security-headers';
import { createServices } from '../orders/services';

/** Every route of `/api/v1`. */
export function allRoutes(deps: ApiDeps): Route[] {
  const services = createServices(deps);
  return [
    sessionRoutes,
    orderRoutes,
    paymentRoutes,
    changeRoutes,
    exceptionRoutes,
    photoRoutes,
    taskRoutes,
    orderLinkRoutes,
    linkRoutes,
  ].flatMap((routes) => routes(services));
}

/** The HTTP side of the shop: documents, health, `/api/v1`, and the customers' and suppliers' pages. Listens nowhere itself. */
export function createApp(deps: ApiDeps): Express {
  const app = express();
  const limits = createLimits(deps.settings.limits);
  const routes = allRoutes(deps);
  app.disable('x-powered-by');
  app.set('trust proxy', deps.settings.trustProxy);
  app.set('etag', false); // answers carry their own, see `send`
  app.set('query parser', 'simple');
  app.use(requestId, requestLog(deps.log), countRequests(deps.metrics), securityHeaders(deps.settings.publicUrl));
  app.use(health(deps));
  app.use(documents(routes, deps.settings));
  app.use(['/o', '/s', '/api/v1/links'], limits.links);
  app.use(linkPages(deps));
  app.post('/api/v1/sessions', jsonBody, ...limits.signIn);
  app.use('/api/v1', mount(routes, deps));
  app.use(nowhere);
  app.use(problems(deps.log));
  return app;
}

const nowhere: RequestHandler = () => {
  throw new Refusal('no-such-route', { code: 'no-address-here' });
};
