import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Payload, PayloadCodec } from '@temporalio/common';
import { decode, encode } from '@temporalio/common/lib/encoding';
import type { CheckedSeal, Seal } from './seal.messages';

/**
 * An act goes to its order with two arguments: the act, and the seal that says for which workflow and under which Update id. The API's
 * codec signs the two as they leave, the worker's says as they arrive whether the signature is right; nobody else holds the key. Whatever
 * else Temporal carries passes unchanged, and stays readable in its UI.
 */

/** Where the signature lies: in the metadata of the second argument. */
const SIGNATURE = 'levain-signature';
/** What the key is for, so that no signature of ours fits two purposes. */
const PURPOSE = 'levain/acts/1';
const JSON_PLAIN = 'json/plain';
/** Payloads that mean something to a workflow of ours. */
const KNOWN: readonly string[] = [JSON_PLAIN, 'binary/null', 'binary/plain'];

const keyOf = (secret: string): Buffer => createHmac('sha256', secret).update(PURPOSE).digest();

function signatureOf(key: Buffer, act: Payload, seal: Payload): Buffer {
  const data = act.data ?? new Uint8Array();
  return createHmac('sha256', key)
    .update(`${data.length}:`)
    .update(data)
    .update(seal.data ?? new Uint8Array())
    .digest();
}

const encodingOf = ({ metadata }: Payload): string => (metadata?.['encoding'] ? decode(metadata['encoding']) : '');

/** The object in a payload; undefined for anything else. */
function objectIn(payload: Payload): Readonly<Record<string, unknown>> | undefined {
  if (encodingOf(payload) !== JSON_PLAIN) return undefined;
  try {
    const value: unknown = JSON.parse(decode(payload.data ?? new Uint8Array()));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, unknown>>) : undefined;
  } catch {
    return undefined;
  }
}

const isSeal = (x: Readonly<Record<string, unknown>> | undefined): x is Readonly<Record<string, unknown>> & Seal =>
  typeof x?.['for'] === 'string' && typeof x['key'] === 'string' && Number.isSafeInteger(x['known']) && Object.keys(x).length === 3;

const same = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b);

/** The API's side: signs each act it sends. */
export function sealing(secret: string): PayloadCodec {
  const key = keyOf(secret);
  return {
    encode(payloads) {
      const [act, seal] = payloads;
      if (payloads.length !== 2 || !act || !seal || !isSeal(objectIn(seal))) return Promise.resolve(payloads);
      return Promise.resolve([act, { ...seal, metadata: { ...seal.metadata, [SIGNATURE]: signatureOf(key, act, seal) } }]);
    },
    decode: (payloads) => Promise.resolve(payloads),
  };
}

/**
 * The worker's side: the second argument of an Update becomes what is true of it, whatever it claims. `secrets` are those of the API's
 * that may still be on their way, the present one first. What no converter of ours can read arrives as nothing: thrown inside a workflow, it
 * would hold the workflow for ever.
 */
export function checking(secrets: readonly string[]): PayloadCodec {
  const keys = secrets.map(keyOf);

  const isSigned = (act: Payload, seal: Payload): boolean => {
    const signature = seal.metadata?.[SIGNATURE];
    return signature !== undefined && signature !== null && keys.some((key) => same(signatureOf(key, act, seal), signature));
  };

  return {
    encode: (payloads) => Promise.resolve(payloads),
    decode(given) {
      const payloads = given.map((payload) => (isReadable(payload) ? payload : NOTHING));
      const [act, seal] = payloads;
      if (payloads.length !== 2 || !act || !seal) return Promise.resolve(payloads);
      const claimed = objectIn(seal);
      if (isSeal(claimed) && isSigned(act, seal))
        return Promise.resolve([act, payloadOf({ for: claimed.for, key: claimed.key, known: claimed.known, sealed: true })]);
      return Promise.resolve(claimed && 'sealed' in claimed ? [act, payloadOf({ sealed: false })] : payloads);
    },
  };
}

const payloadOf = (seal: CheckedSeal): Payload => ({ metadata: { encoding: encode(JSON_PLAIN) }, data: encode(JSON.stringify(seal)) });
const NOTHING: Payload = { metadata: { encoding: encode('binary/null') } };

function isReadable(payload: Payload): boolean {
  const encoding = encodingOf(payload);
  if (!KNOWN.includes(encoding)) return false;
  if (encoding !== JSON_PLAIN) return true;
  try {
    JSON.parse(decode(payload.data ?? new Uint8Array()));
    return true;
  } catch {
    return false;
  }
}
