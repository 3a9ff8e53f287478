import { z } from 'zod';
import { PageQuery } from '../../base/common.schema';
import type { OrderRecord } from '../../orders/order-read.repository';
import { readCursor, writeCursor } from './cursor';
import type { RouteKey } from '../../main/permissions';
import { pathOf, type Call, type Params, type Route } from './route';
import { orderOf, type Services } from '../../orders/services';

const PageOnly = z.strictObject(PageQuery);

/** The fields by which a list is sorted, the first before the second, each with what reads it from a cursor. */
type Sorting = Readonly<Record<string, NumberConstructor | StringConstructor>>;
/** Where a page ended: the sort values of its last row. */
type Position<S extends Sorting> = { readonly [F in keyof S]: ReturnType<S[F]> };

/** A call of a list, whose query has its filters only; one under `/orders/{number}` is of that order, of the caller's own store. */
type ListCall<K extends string, Q extends z.ZodType> = Call<Params<K>, Omit<z.output<Q>, keyof typeof PageQuery>> &
  (K extends `${string}/{number}/${string}` ? { readonly order: OrderRecord } : unknown);

/** A schema of `page`. */
type PageSchema = z.ZodObject<{ items: z.ZodArray; next: z.ZodType }>;

/** A list that comes page by page: what it is called, what may be asked of it, where its rows come from and how they are shown. */
interface List<K extends RouteKey, S extends Sorting, R extends Position<S>, Q extends typeof PageOnly, A extends PageSchema> {
  readonly key: K;
  readonly summary: string;
  readonly tag: string;
  /** `PageQuery` and the list's own filters, where it has any. */
  readonly query?: Q;
  readonly answer: A;
  readonly sortedBy: S;
  /** At most `limit` rows, from the first on or those after a position. */
  readonly rows: (call: ListCall<K, Q>, limit: number, after: Position<S> | undefined) => Promise<readonly R[]>;
  /** The rows of one page as they are answered, in the same order. */
  readonly views: (rows: readonly R[], call: ListCall<K, Q>) => Promise<z.output<A>['items']> | z.output<A>['items'];
}

/**
 * Declares the route of a list. Its cursors are opaque and good for this list alone; of an order's list, for this order alone. Whoever asks
 * for a list of an order that is not there is told so before their cursor is read.
 */
export function listRoute<
  K extends RouteKey,
  S extends Sorting,
  R extends Position<S>,
  A extends PageSchema,
  Q extends typeof PageOnly = typeof PageOnly,
>(services: Services, { sortedBy, rows, views, ...described }: List<K, S, R, Q, A>): Route {
  const { secret } = services.settings;
  const ofOrder = pathOf(described.key).startsWith('/orders/{number}/');
  const name = pathOf(described.key).split('/').at(-1) ?? '';
  const fields = Object.entries(sortedBy);
  const positionOf = (row: R) => fields.map(([field]) => row[field] ?? null);

  return {
    query: PageOnly,
    ...described,
    status: 200,
    refusals: ofOrder ? ['no-such-order', 'invalid-cursor'] : ['invalid-cursor'],
    async handle(given) {
      const { number } = given.params as { readonly number: string };
      const order = ofOrder ? await orderOf(services, number, given.staff.storeId) : undefined;
      const { limit, cursor, ...query } = given.query as z.output<typeof PageOnly>;
      const call = { ...given, query, order } as unknown as ListCall<K, Q>;
      const list = order ? `${name}/${order.number}` : name;
      const at = cursor === undefined ? undefined : readCursor(secret, list, cursor);
      const after = at && (Object.fromEntries(fields.map(([field, as], n) => [field, as(at[n])])) as Position<S>);
      const found = await rows(call, limit + 1, after); // one more, to know whether there are more
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      const next = found.length > limit && last ? writeCursor(secret, list, positionOf(last)) : null;
      return { status: 200, body: { items: await views(shown, call), next } };
    },
  };
}
