import { dirname } from 'node:path';
import express, { Router } from 'express';
import { isRefusalCode, REFUSALS } from '../../base/refusals';
import { cookieName } from './auth';
import type { ApiSettings } from './deps';
import { refuseOtherMethods } from './methods';
import { openapi } from './openapi';
import { PROBLEM_NOTES } from './problem-notes';
import type { Route } from './route';
import { securityHeaders } from './security-headers';

/** The page's scripts come with the service. */
const SWAGGER_UI = dirname(require.resolve('swagger-ui-dist/package.json'));
const INIT = "window.onload=()=>SwaggerUIBundle({url:'/openapi.json',dom_id:'#ui',validatorUrl:null})";
const PAGE =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>Levain API</title><link rel="stylesheet" href="/docs/swagger-ui.css">' +
  '<div id="ui"></div><script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/init.js"></script></html>';

/** The documents of the API: the description itself, its browsable page, and a page for each problem's `type`. No outside host. */
export function documents(routes: readonly Route[], { publicUrl }: Pick<ApiSettings, 'publicUrl'>): Router {
  const router = Router();
  const document = JSON.stringify(openapi(routes, cookieName(publicUrl)));
  const strict = securityHeaders(publicUrl, {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
  });
  router.get('/openapi.json', (_req, res) => void res.type('json').send(document));
  router.get('/docs/init.js', (_req, res) => void res.type('js').send(INIT));
  router.get(['/docs', '/docs/'], strict, (_req, res) => void res.type('html').send(PAGE));
  router.use('/docs', express.static(SWAGGER_UI, { index: false }));
  router.get('/problems/:code', (req, res, next) => {
    const { code } = req.params;
    if (!isRefusalCode(code)) return next();
    const { status, title, zh } = REFUSALS[code];
    const { when, remedy } = PROBLEM_NOTES[code];
    res.type('text/plain').send(`${code} (${status})\n${title} · ${zh}\n\nWhen: ${when}\nWhat to do: ${remedy}\n`);
  });
  refuseOtherMethods(router, ['/openapi.json', '/docs', '/docs/*file', '/problems/:code'], ['GET']);
  return router;
}
