import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';

const WELL_FORMED = /^[\w.-]{1,64}$/;

/** Names every request: the caller's own X-Request-Id when it is well formed. */
export const requestId: RequestHandler = (req, res, next) => {
  const given = req.get('X-Request-Id');
  res.set('X-Request-Id', given !== undefined && WELL_FORMED.test(given) ? given : randomUUID());
  next();
};
