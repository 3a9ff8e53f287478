// Postgres' jsonb takes neither NUL nor half a surrogate pair, and a batch that it refuses would hold its order for ever.
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i;
const unstorable = (text: string): string => text.replace(/\0|[\ud800-\udfff]/gu, '\ufffd');

/** `value` with every character that jsonb cannot hold replaced by U+FFFD; the same object when there is none. */
export function storable<T>(value: T): T {
  const json = JSON.stringify(value);
  if (!UNSTORABLE.test(json)) return value;
  const clean = (x: unknown): unknown => {
    if (typeof x === 'string') return unstorable(x);
    if (Array.isArray(x)) return x.map(clean);
    if (x === null || typeof x !== 'object') return x;
    return Object.fromEntries(Object.entries(x).map(([key, member]) => [unstorable(key), clean(member)]));
  };
  return clean(value) as T;
}
