import { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { Problem } from './problem.schema';
import { REFUSALS, type RefusalCode } from '../../base/refusals';
import { queryOf } from './query';
import { linkActOf, methodOf, pathOf, type Route } from './route';

/** The problems a route may answer: its own, and those of its kind. */
export function refusalsOf(route: Route): RefusalCode[] {
  const { permission } = route;
  const writes = methodOf(route.key) !== 'get';
  const byLink = linkActOf(permission) !== null;
  return [
    ...new Set<RefusalCode>([
      ...(route.refusals ?? []),
      'invalid-request',
      'internal',
      'unavailable',
      ...(byLink ? (['no-such-link', 'link-expired', 'too-many-requests'] as const) : []),
      ...(permission === 'staff' || Array.isArray(permission) ? (['sign-in-required'] as const) : []),
      ...(Array.isArray(permission) || route.tag === 'tasks' ? (['not-allowed'] as const) : []),
      ...(writes && !byLink && permission !== 'anyone' ? (['csrf-required'] as const) : []),
      ...(writes && !route.plain ? (['idempotency-key-reused'] as const) : []),
      ...(route.body || route.form ? (['too-large', 'unsupported-media-type'] as const) : []),
    ]),
  ];
}

const problemResponses = (route: Route): ZodOpenApiOperationObject['responses'] => {
  const codesOf = (status: number): RefusalCode[] => refusalsOf(route).filter((code) => REFUSALS[code].status === status);
  const statuses = new Set(refusalsOf(route).map((code) => REFUSALS[code].status));
  return Object.fromEntries(
    [...statuses]
      .map((status) => [status, codesOf(status)] as const)
      .map(([status, codes]) => [
        String(status),
        {
          description: codes.map((code) => `\`${code}\`: ${REFUSALS[code].title}`).join('; '),
          content: { 'application/problem+json': { schema: Problem } },
        },
      ]),
  );
};

const securityOf = (route: Route): ZodOpenApiOperationObject['security'] => {
  const { permission } = route;
  return permission === 'anyone' || linkActOf(permission) !== null ? [] : [{ bearer: [] }, { cookie: [] }];
};

const describe = (route: Route): string => {
  const { permission } = route;
  const who =
    linkActOf(permission) !== null
      ? 'For: link.'
      : typeof permission === 'string'
        ? `For: ${permission}.`
        : `For: ${permission.join(', ')}.`;
  return route.notes === undefined ? who : `${who} ${route.notes}`;
};

/** A name for programs: the last words of the path under its verb. */
const operationId = (route: Route): string => {
  const words = pathOf(route.key)
    .split(/[/-]/)
    .filter(Boolean)
    .map((word) => word.replace(/[{}]/g, ''));
  return methodOf(route.key) + words.map((word) => word[0]?.toUpperCase() + word.slice(1)).join('');
};

const IdempotencyKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,128}$/)
  .optional()
  .meta({ description: 'A repeat with the same key and body gets the first answer' });

/** What a query may say, where it may say anything. */
const queryParams = (route: Route): { query?: z.ZodObject } => {
  const query = queryOf(route);
  return query && Object.keys(query.shape).length > 0 ? { query } : {};
};

/** What a route answers when all is well: what was asked for, and what a try tells. */
function successes({ status, answer, answerType, alsoAs = [], check }: Route): ZodOpenApiOperationObject['responses'] {
  const tried = check && status === 200 && answer ? z.union([answer, check]) : answer;
  const done = {
    ...(tried && { 'application/json': { schema: tried } }),
    ...Object.fromEntries([...(answerType ? [answerType] : []), ...alsoAs].map((type) => [type, { schema: {} }])),
  };
  return {
    [String(status)]: {
      description: check && status === 200 ? 'Done, or with `check` what would follow' : 'Done',
      ...(Object.keys(done).length > 0 ? { content: done } : {}),
    },
    ...(check &&
      status !== 200 && { '200': { description: 'With `check`: what would follow', content: { 'application/json': { schema: check } } } }),
  };
}

const operation = (route: Route): ZodOpenApiOperationObject => {
  const names = [...pathOf(route.key).matchAll(/\{(\w+)\}/g)].flatMap((match) => match[1] ?? []);
  const content = route.form
    ? {
        'multipart/form-data': {
          schema: z.strictObject({ ...route.form.shape, photo: z.string().meta({ contentMediaType: 'application/octet-stream' }) }),
        },
      }
    : route.body && { 'application/json': { schema: route.body } };
  const writes = ['post', 'put'].includes(methodOf(route.key)) && !route.plain;
  return {
    operationId: operationId(route),
    summary: route.summary,
    description: describe(route),
    tags: [route.tag],
    security: securityOf(route),
    requestParams: {
      ...(names.length > 0 ? { path: z.object(Object.fromEntries(names.map((name) => [name, z.string()]))) } : {}),
      ...queryParams(route),
      ...(writes ? { header: z.object({ 'Idempotency-Key': IdempotencyKey }) } : {}),
    },
    ...(content ? { requestBody: { required: true, content } } : {}),
    responses: {
      ...successes(route),
      ...problemResponses(route),
    },
  };
};

/** OpenAPI 3.1 of the routes, from the schemas that parse; `cookie` names the session's. */
export function openapi(routes: readonly Route[], cookie: string): ReturnType<typeof createDocument> {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes) {
    const path = `/api/v1${pathOf(route.key)}`;
    paths[path] = { ...paths[path], [methodOf(route.key)]: operation(route) };
  }
  return createDocument({
    openapi: '3.1.1',
    info: {
      title: 'Levain',
      version: '1',
      description:
        'Custom food orders from the first call to the visit after delivery. Money is in fen, instants are ISO 8601, problems are RFC 9457.',
    },
    servers: [{ url: '/' }],
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The token of POST /api/v1/sessions' },
        cookie: { type: 'apiKey', in: 'cookie', name: cookie, description: 'Writes also need X-Levain-Csrf' },
      },
    },
    paths,
  });
}
