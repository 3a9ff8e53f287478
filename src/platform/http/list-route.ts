import { z } from 'zod';
import { PageQuery } from '../../base/common.schema';
import type { RefusalCode } from '../../base/refusals';
import { readCursor, writeCursor } from './cursor';
import type { ApiDeps } from './deps';
import { EXPORT_NOTE, EXPORT_TYPES, exported } from '../sheets/export';
import type { Sheet } from '../sheets/sheet';
import { pathOf, type Call, type Params, type Route } from './route';

export const PageOnly = z.strictObject(PageQuery);

/** The fields by which a list is sorted, the first before the second, each with what reads it from a cursor. */
export type Sorting = Readonly<Record<string, NumberConstructor | StringConstructor>>;
/** Where a page ended: the sort values of its last row. */
export type Place<S extends Sorting> = { readonly [F in keyof S]: ReturnType<S[F]> };

/** Whose list it is: the thing named in its path, or whoever asks. It is found once for all that the list does. */
interface Owner<P, T> {
  /** @throws {Refusal} `refusal` when it is not there for this caller. */
  readonly find: (call: Call<P>) => Promise<T>;
  /** Cursors are good for the thing of this name alone; without it, for everybody. */
  readonly nameOf?: (thing: T) => string;
  readonly refusal?: RefusalCode;
}

/** A call of a list, whose query has its filters only, with the thing whose list it is. */
type ListCall<K extends string, Q extends z.ZodType, T> = Call<Params<K>, Omit<z.output<Q>, keyof typeof PageQuery>> & {
  readonly owner: T;
};

/** A schema of `page`. */
export type PageSchema = z.ZodObject<{ items: z.ZodArray; next: z.ZodType }>;

/** A list that comes page by page: what it is called, what may be asked of it, where its rows come from and how they are shown. */
export interface List<K extends string, S extends Sorting, R extends Place<S>, Q extends typeof PageOnly, A extends PageSchema, T> {
  readonly key: K;
  readonly summary: string;
  readonly tag: string;
  /** `PageQuery` and the list's own filters, where it has any. */
  readonly query?: Q;
  readonly answer: A;
  readonly owner?: Owner<Params<K>, T>;
  readonly sortedBy: S;
  /** At most `limit` rows, from the first on or those after a position. */
  readonly rows: (call: ListCall<K, Q, T>, limit: number, after: Place<S> | undefined) => Promise<readonly R[]>;
  /** The rows of one page as they are answered, in the same order. */
  readonly views: (rows: readonly R[], call: ListCall<K, Q, T>) => Promise<z.output<A>['items']> | z.output<A>['items'];
  /** How the list is written as a file, where it can be: what the file is called, and its columns. */
  readonly exported?: { readonly name: string; readonly sheet: (call: ListCall<K, Q, T>) => Promise<Sheet<R>> };
  /** What the answer has beside its page. */
  readonly beside?: (call: ListCall<K, Q, T>) => Promise<Omit<z.output<A>, 'items' | 'next'>>;
}

/**
 * The route of a list. Its cursors are opaque and good for this list alone; of one thing's list, for this thing alone. Whoever asks
 * for a list of what is not there is told so before their cursor is read.
 */
export function listed<K extends string, S extends Sorting, R extends Place<S>, A extends PageSchema, Q extends typeof PageOnly, T>(
  services: Pick<ApiDeps, 'settings'>,
  { sortedBy, owner, rows, views, beside, exported: file, ...described }: List<K, S, R, Q, A, T>,
): Omit<Route, 'permission'> {
  const { secret } = services.settings;
  const name = pathOf(described.key).split('/').at(-1) ?? '';
  const fields = Object.entries(sortedBy);
  const positionOf = (row: R) => fields.map(([field]) => row[field] ?? null);

  return {
    query: PageOnly,
    ...described,
    ...(file && { alsoAs: EXPORT_TYPES, notes: EXPORT_NOTE }),
    status: 200,
    refusals: owner?.refusal ? [owner.refusal, 'invalid-cursor'] : ['invalid-cursor'],
    async handle(given) {
      const thing = await owner?.find(given as Call<Params<K>>);
      const { limit, cursor, ...query } = given.query as z.output<typeof PageOnly>;
      const call = { ...given, query, owner: thing } as unknown as ListCall<K, Q, T>;
      if (file && EXPORT_TYPES.includes(call.wants))
        return exported(call, file.name, await file.sheet(call), (most, last) => rows(call, most, last));
      const list = owner?.nameOf ? `${name}/${owner.nameOf(thing as T)}` : name;
      const at = cursor === undefined ? undefined : readCursor(secret, list, cursor);
      const after = at && (Object.fromEntries(fields.map(([field, as], n) => [field, as(at[n])])) as Place<S>);
      const found = await rows(call, limit + 1, after); // one more, to know whether there are more
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      const next = found.length > limit && last ? writeCursor(secret, list, positionOf(last)) : null;
      return { status: 200, body: { items: await views(shown, call), next, ...(await beside?.(call)) } };
    },
  };
}
