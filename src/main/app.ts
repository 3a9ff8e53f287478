import './chapters';
import './chapters-http';
import express, { type Express, type RequestHandler } from 'express';
import { Refusal } from '../base/refusals';
import { compressed } from '../platform/http/compressed';
import { consoleFrom } from '../platform/http/console';
import { documents } from '../platform/http/docs-page';
import { health } from '../platform/http/health';
import { jsonBody } from '../platform/http/json-body';
import { createLimits } from '../platform/http/limits';
import { requestLog } from '../platform/http/log';
import { countRequests } from '../platform/http/metrics';
import { mount } from '../platform/http/mount';
import { problems } from '../platform/http/problem';
import { requestId } from '../platform/http/request-id';
import { securityHeaders } from '../platform/http/security-headers';
import { CONSOLE_PAGES } from '../process/me/pages.rules';
import { createServices, type Deps } from '../process/services';
import { holderOf, httpOfChapters, routesOfChapters } from '../process/define.http';

/**
 * The HTTP side of the shop: documents, health, `/api/v1`, the customers' and suppliers' pages, and the console that was built into
 * `consoleDir`. Listens nowhere itself.
 */
export function createApp(deps: Deps, consoleDir: string | null = null): Express {
  const app = express();
  const limits = createLimits(deps.settings.limits);
  const services = createServices(deps);
  const routes = routesOfChapters(services);
  app.disable('x-powered-by');
  app.set('trust proxy', deps.settings.trustProxy);
  app.set('etag', false); // answers carry their own, see `send`
  app.set('query parser', 'simple');
  app.use(requestId, requestLog(deps.log), countRequests(deps.metrics), securityHeaders(deps.settings.publicUrl), compressed);
  app.use(health(deps));
  app.use(documents(routes, deps.settings));
  for (const { guarded = [] } of httpOfChapters()) if (guarded.length > 0) app.use([...guarded], limits.links);
  for (const { pages } of httpOfChapters()) if (pages) app.use(pages(services));
  app.post('/api/v1/sessions', jsonBody, ...limits.signIn);
  app.put('/api/v1/sessions/password', limits.password);
  app.use(
    '/api/v1',
    mount(routes, deps, (link) => holderOf(services, link)),
  );
  if (consoleDir !== null) app.use(consoleFrom(consoleDir, CONSOLE_PAGES, deps.settings.publicUrl));
  app.use(nowhere);
  app.use(problems(deps.log));
  return app;
}

const nowhere: RequestHandler = () => {
  throw new Refusal('no-such-route', { code: 'no-address-here' });
};
