import { z } from 'zod';
import { methodOf, type Route } from './route';

/** By which a write is only tried. */
const Check = z.literal('1').optional().meta({
  description:
    'Only tries it: read and judged as the write is, refused as it would be, and nothing is kept. Answers 200 with what would follow; an Idempotency-Key is not looked at',
});

/**
 * What a route's query is parsed with. A write takes no parameter that it does not know: who asks to try what cannot be tried must not find it
 * done. A read without parameters of its own overlooks what is sent.
 */
export function queryOf({ key, query, check }: Pick<Route, 'key' | 'query' | 'check'>): z.ZodObject | undefined {
  if (check) return (query ?? z.strictObject({})).extend({ check: Check });
  return query ?? (methodOf(key) === 'get' ? undefined : z.strictObject({}));
}
