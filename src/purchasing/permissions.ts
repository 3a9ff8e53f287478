import { routesUnder, type Permissions } from '../platform/http/routes-under';

/** What suppliers do by link (BAK-59). */
export const PURCHASING_PERMISSIONS = { 'POST /links/{token}/supplier-answer': 'link:supplier-answer' } as const satisfies Permissions;

export const { route } = routesUnder(PURCHASING_PERMISSIONS);
