import { createServer, type Server } from 'node:http';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Gauge, Histogram, type Registry } from 'prom-client';

/** Counts requests by method, route and status. The route's pattern is the label, never the address: that would name orders and links. */
export function countRequests(registry: Registry): RequestHandler {
  const duration = new Histogram({
    name: 'levain_http_request_seconds',
    help: 'Duration of HTTP requests',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.01, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  return (req, res, next) => {
    const stop = duration.startTimer({ method: req.method });
    res.once('finish', () => {
      const pattern = (req.route as { path?: unknown } | undefined)?.path;
      stop({ route: typeof pattern === 'string' ? req.baseUrl + pattern : 'none', status: String(res.statusCode) });
    });
    next();
  };
}

/** Orders that stand still until somebody repairs them (docs/operations.md); read at each scrape, absent while Postgres is away. */
export function showTroubles(registry: Registry, count: () => Promise<{ readonly lost: number; readonly refused: number }>): void {
  const gauge = new Gauge({
    name: 'levain_orders_in_trouble',
    help: 'Orders that stand still until somebody repairs them',
    labelNames: ['trouble'] as const,
    registers: [registry],
    async collect() {
      gauge.reset();
      const counted = await count().catch(() => undefined);
      if (!counted) return;
      gauge.set({ trouble: 'workflow-lost' }, counted.lost);
      gauge.set({ trouble: 'record-refused' }, counted.refused);
    },
  });
}

/** How far followers of the feed are behind; read at each scrape, absent while Postgres is away. */
export function showFeedLag(registry: Registry, lagMs: () => Promise<number>): void {
  const gauge = new Gauge({
    name: 'levain_feed_lag_seconds',
    help: 'For how long an open transaction has held the feed back',
    registers: [registry],
    async collect() {
      const lag = await lagMs().catch(() => undefined);
      if (lag === undefined) gauge.remove();
      else gauge.set(lag / 1000);
    },
  });
}

/** `/metrics` on a port of its own, which is not for the world. */
export function metricsServer(registry: Registry): Server {
  collectDefaultMetrics({ register: registry });
  return createServer((req, res) => {
    if (req.url !== '/metrics') return void res.writeHead(404).end();
    registry.metrics().then(
      (text) => res.writeHead(200, { 'Content-Type': registry.contentType }).end(text),
      () => res.writeHead(500).end(),
    );
  });
}
