import { createHmac, timingSafeEqual } from 'node:crypto';
import { Refusal } from '../../base/refusals';

/** Where a page ended: the sort values of its last row. */
export type Position = readonly (string | number | null)[];

const sign = (secret: string, list: string, body: string): Buffer =>
  createHmac('sha256', secret).update(`cursor ${list} ${body}`).digest().subarray(0, 12);

/** An opaque cursor of one list. */
export function writeCursor(secret: string, list: string, position: Position): string {
  const body = Buffer.from(JSON.stringify(position)).toString('base64url');
  return `${body}.${sign(secret, list, body).toString('base64url')}`;
}

/** @throws {Refusal} `invalid-cursor` when it is damaged or of another list. */
export function readCursor(secret: string, list: string, cursor: string): Position {
  const [body = '', given = ''] = cursor.split('.');
  const wanted = sign(secret, list, body);
  const actual = Buffer.from(given, 'base64url');
  if (actual.length !== wanted.length || !timingSafeEqual(actual, wanted)) {
    throw new Refusal('invalid-cursor', { code: 'cursor-damaged' });
  }
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Position;
}
