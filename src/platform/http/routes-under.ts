import type { z } from 'zod';
import { listed, type List, type PageOnly, type PageSchema, type Place, type Sorting } from './list-route';
import type { ApiDeps } from './deps';
import type { Permission, Route, RouteSpec } from './route';

/** A table of who may call which route, by `<METHOD> <path>` below `/api/v1`. */
export type Permissions = Readonly<Record<string, Permission>>;

/** What declares the routes of one table. Nothing is open unless it stands there: a route without a row does not compile. */
export const routesUnder = <P extends Permissions>(permissions: P) => ({
  /** Declares a route; the handler sees parameters, query and body as their schemas parse them. */
  route: <
    K extends keyof P & string,
    Q extends z.ZodObject | undefined = undefined,
    B extends z.ZodType | undefined = undefined,
    F extends z.ZodObject | undefined = undefined,
  >(
    spec: RouteSpec<K, Q, B, F>,
  ): Route => ({ ...spec, permission: permissions[spec.key] }) as unknown as Route,

  /** Declares the route of a list; see `listed`. */
  listRoute: <
    K extends keyof P & string,
    S extends Sorting,
    R extends Place<S>,
    A extends PageSchema,
    Q extends typeof PageOnly = typeof PageOnly,
    T = undefined,
  >(
    services: Pick<ApiDeps, 'settings'>,
    list: List<K, S, R, Q, A, T>,
  ): Route => ({ ...listed(services, list), permission: permissions[list.key] as P[K] }),
});
