import type { Request, RequestHandler, Response, Router } from 'express';
import { Refusal } from '../../base/refusals';

/** What an address answers to, as its `Allow` says: Express answers HEAD wherever it answers GET, and OPTIONS is answered here. */
const allowed = (methods: readonly string[]): string[] => [
  ...new Set(methods.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method]))),
  'OPTIONS',
];

/**
 * A known address under another method: 405 with the methods it takes, and those alone to OPTIONS. Comes after the address's own routes;
 * what one of its own methods did not find goes on to the next router.
 */
export function refuseOtherMethods(router: Router, paths: readonly string[], methods: readonly string[]): void {
  const takes = allowed(methods);
  const allow = takes.join(', ');
  const answer: RequestHandler = (req: Request, res: Response, next) => {
    if (req.method !== 'OPTIONS' && takes.includes(req.method)) return next();
    res.set('Allow', allow);
    if (req.method === 'OPTIONS') return void res.status(204).end();
    throw new Refusal('method-not-allowed', { code: 'methods-are', params: { methods: takes } });
  };
  for (const path of paths) router.all(path, answer);
}
