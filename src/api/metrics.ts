import { createServer, type Server } from 'node:http';
import type { RequestHandler } from 'express';
import { collectDefaultMetrics, Histogram, type Registry } from 'prom-client';

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
