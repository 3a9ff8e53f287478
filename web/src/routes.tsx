import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { CONSOLE_PAGES } from '../../src/process/me/pages.rules';
import { client } from './api/client';
import { meQuery } from './api/queries';
import { readDate } from './address';
import { readKitchenSearch } from './pages/kitchen/search';
import { readApprovalsSearch } from './pages/approvals/search';
import { readLateSearch } from './pages/late/search';
import { readOrderSearch } from './pages/order/tabs';
import { readOrdersSearch } from './pages/orders/filters';
import { readTasksSearch } from './pages/tasks/filters';
import { readReportSearch } from './pages/reports/search';
import { readSettingSearch } from './pages/settings/search';
import { readWeekSearch } from './pages/week/search';
import { Broken } from './shell/broken';
import { NotFound } from './shell/not-found';
import { Shell } from './shell/shell';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: Broken });

const tasks = createRoute({
  getParentRoute: () => root,
  path: '/tasks',
  validateSearch: readTasksSearch,
  component: lazyRouteComponent(() => import('./pages/tasks/tasks')),
});

const orders = createRoute({
  getParentRoute: () => root,
  path: '/orders',
  validateSearch: readOrdersSearch,
  component: lazyRouteComponent(() => import('./pages/orders/orders')),
});

const newOrder = createRoute({
  getParentRoute: () => root,
  path: '/orders/new',
  component: lazyRouteComponent(() => import('./pages/new-order/new-order')),
});

const order = createRoute({
  getParentRoute: () => root,
  path: '/orders/$number',
  validateSearch: readOrderSearch,
  component: lazyRouteComponent(() => import('./pages/order/order')),
});

const week = createRoute({
  getParentRoute: () => root,
  path: '/week',
  validateSearch: readWeekSearch,
  component: lazyRouteComponent(() => import('./pages/week/week')),
});

const kitchen = createRoute({
  getParentRoute: () => root,
  path: '/kitchen',
  validateSearch: readKitchenSearch,
  component: lazyRouteComponent(() => import('./pages/kitchen/kitchen')),
});

const deliveries = createRoute({
  getParentRoute: () => root,
  path: '/deliveries',
  validateSearch: readDate,
  component: lazyRouteComponent(() => import('./pages/deliveries/deliveries')),
});

const day = createRoute({
  getParentRoute: () => root,
  path: '/day',
  validateSearch: readDate,
  component: lazyRouteComponent(() => import('./pages/day/day')),
});

const board = createRoute({
  getParentRoute: () => root,
  path: '/board',
  component: lazyRouteComponent(() => import('./pages/board/board')),
});

const approvals = createRoute({
  getParentRoute: () => root,
  path: '/approvals',
  validateSearch: readApprovalsSearch,
  component: lazyRouteComponent(() => import('./pages/approvals/approvals')),
});

const late = createRoute({
  getParentRoute: () => root,
  path: '/late',
  validateSearch: readLateSearch,
  component: lazyRouteComponent(() => import('./pages/late/late')),
});

const money = createRoute({
  getParentRoute: () => root,
  path: '/money',
  component: lazyRouteComponent(() => import('./pages/money/money')),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('./pages/settings/settings')),
});

const setting = createRoute({
  getParentRoute: () => root,
  path: '/settings/$setting',
  validateSearch: readSettingSearch,
  component: lazyRouteComponent(() => import('./pages/settings/settings')),
});

const reports = createRoute({
  getParentRoute: () => root,
  path: '/reports',
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('./pages/reports/reports')),
});

const report = createRoute({
  getParentRoute: () => root,
  path: '/reports/$figure',
  validateSearch: readReportSearch,
  component: lazyRouteComponent(() => import('./pages/reports/report')),
});

/** Whoever's day begins at a page that there is not begins with what waits for them. */
const pages: readonly string[] = CONSOLE_PAGES;

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  async beforeLoad() {
    const me = await client.ensureQueryData({ ...meQuery(), retry: false }).catch(() => null);
    if (!me) return; // they sign in first, and come here again
    redirect({ to: pages.includes(me.home) ? me.home : '/tasks', throw: true });
  },
});

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    tasks,
    orders,
    newOrder,
    order,
    kitchen,
    deliveries,
    day,
    board,
    week,
    approvals,
    late,
    money,
    reports,
    report,
    settings,
    setting,
  ]),
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
