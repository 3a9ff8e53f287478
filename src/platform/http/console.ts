import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Router, type RequestHandler } from 'express';
import sirv from 'sirv';
import { refuseOtherMethods } from './methods';
import { securityHeaders } from './security-headers';

const A_YEAR_S = 365 * 24 * 3_600;

/** What react-aria writes into a page by itself: the style of what is being pressed. A browser test fails when it is another. */
const PRESS_STYLE = "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='";

/**
 * Nothing from outside, nothing inline, no `eval`, and no text that becomes markup: what a customer writes into an order can at most be read.
 * Pictures may come from memory (`blob:`), since a photo is shown while it is sent.
 */
const POLICY = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", PRESS_STYLE],
  imgSrc: ["'self'", 'blob:', 'data:'],
  connectSrc: ["'self'"],
  fontSrc: ["'self'"],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  trustedTypes: ['default'], // the console's own, which lets nothing but emptiness through
};

/**
 * The console as `vite build` left it in `dir`: its page at each of `pages` for whoever asks for HTML, and its files, compressed beforehand.
 * Names of files have a digest of their content, so that a browser asks once; the page itself is asked for every time. Where nothing was
 * built there is no console.
 */
export function consoleFrom(dir: string, pages: readonly string[], publicUrl: string): RequestHandler {
  const router = Router({ caseSensitive: true, strict: true });
  const file = join(dir, 'index.html');
  if (!existsSync(file)) return router;
  const page = readFileSync(file, 'utf8');
  const policy = securityHeaders(publicUrl, POLICY);
  router.get([...pages], (req, res, next) => {
    if (req.accepts(['json', 'html']) !== 'html') return next();
    policy(req, res, (error) => {
      if (error) return next(error);
      res.set('Cache-Control', 'no-cache').vary('Accept').type('html').send(page);
    });
  });
  const files = sirv(dir, { brotli: true, gzip: true, etag: true, maxAge: A_YEAR_S, immutable: true, extensions: [] });
  router.use(['/assets', '/icon.svg'], (req, res, next) => {
    req.url = req.originalUrl; // sirv looks below `dir`
    files(req, res, next);
  });
  refuseOtherMethods(router, [...pages], ['GET']);
  return router;
}
