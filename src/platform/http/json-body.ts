import express, { type RequestHandler } from 'express';
import { Refusal } from '../../base/refusals';
import { badName } from './json-keys';
import { invalid, pointerOf } from './zod-problem';

/** The largest JSON body. */
const LIMIT = '100kb';
const readBytes = express.raw({ limit: LIMIT, type: 'application/json' });

const utf8 = new TextDecoder('utf-8', { fatal: true });
/** JSON between systems is UTF-8 (RFC 8259), whatever charset it claims; a byte-order mark in front is overlooked. */
const CHARSET = /;\s*charset\s*=\s*"?([^\s";]+)/i;

/**
 * What a JSON text says, read strictly: no text that was written in another encoding and would be kept destroyed, no name twice in one
 * object, where a reader's choice between two values would decide about allergens, and no `__proto__`.
 * @throws {Refusal} `invalid-request`, at the second of two equal names; `unsupported-media-type` for another charset.
 */
export function readJson(bytes: Uint8Array, contentType = ''): unknown {
  const charset = CHARSET.exec(contentType)?.[1]?.toLowerCase() ?? 'utf-8';
  if (charset !== 'utf-8' && charset !== 'utf8') throw new Refusal('unsupported-media-type', { code: 'charset-unsupported' });
  const text = textOf(bytes);
  const value = valueOf(text);
  const bad = badName(text);
  if (bad) throw invalid([{ pointer: pointerOf(bad.path), code: bad.is === 'repeated' ? 'given-twice' : 'unknown-field' }]);
  return value;
}

function textOf(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw invalid([{ pointer: '', code: 'not-utf8' }]);
  }
}

function valueOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new Refusal('invalid-request', { code: 'not-json' }, { errors: [{ pointer: '', code: 'not-json' }] });
  }
}

/** Puts what a JSON body says into `req.body`; without one, `undefined`. Reads a body once, however often a request comes by. */
export const jsonBody: RequestHandler = (req, res, next) => {
  if (req.body !== undefined) return next();
  readBytes(req, res, (error?: unknown) => {
    if (error !== undefined && error !== null) return next(error);
    const bytes: unknown = req.body;
    try {
      req.body = Buffer.isBuffer(bytes) && bytes.length > 0 ? readJson(bytes, req.headers['content-type']) : undefined;
      next();
    } catch (refusal) {
      next(refusal);
    }
  });
};
