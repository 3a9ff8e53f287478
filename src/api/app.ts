import express, { type Express, type RequestHandler } from 'express';
import { Refusal } from '../domain/errors';
import type { ApiDeps } from './deps';
import { documents } from './docs-page';
import { health } from './health';
import { jsonBody } from './json-body';
import { createLimits } from './limits';
import { linkPages } from './link-pages';
import { requestLog } from './log';
import { countRequests } from './metrics';
import { mount } from './mount';
import { problems } from './problem';
import { requestId } from './request-id';
import type { Route } from './route';
import { changeRoutes } from './routes/changes.routes';
import { exceptionRoutes } from './routes/exceptions.routes';
import { linkRoutes } from './routes/links.routes';
import { orderLinkRoutes } from './routes/order-links.routes';
import { orderRoutes } from './routes/orders.routes';
import { paymentRoutes } from './routes/payments.routes';
import { photoRoutes } from './routes/photos.routes';
import { sessionRoutes } from './routes/sessions.routes';
import { taskRoutes } from './routes/tasks.routes';
import { securityHeaders } from './security-headers';
import { createServices } from './services';

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
