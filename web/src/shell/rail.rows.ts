import {
  CalendarRange,
  CalendarDays,
  ChartColumn,
  ChefHat,
  CircleAlert,
  ClipboardList,
  Coins,
  Columns3,
  ListTodo,
  SlidersHorizontal,
  Stamp,
  Truck,
  type LucideIcon,
} from 'lucide-react';
import type { CONSOLE_PAGES } from '../../../src/process/me/pages.rules';
import type { SHELL_WORDS } from '../words/shell.words';

type Words = (typeof SHELL_WORDS)['zh'];

/** A page that the rail leads to. */
export interface RailRow {
  readonly to: Exclude<(typeof CONSOLE_PAGES)[number], `${string}:${string}`>;
  /** Its name among the words of the shell. */
  readonly name: { [W in keyof Words]: Words[W] extends string ? W : never }[keyof Words];
  readonly icon: LucideIcon;
  /** The letter that leads there after `g`. */
  readonly key?: string;
  /** The route of the API that whoever goes there must be let in at. Absent: everybody goes there. */
  readonly needs?: string;
}

/** Where the rail leads, in its order. */
export const RAIL: readonly RailRow[] = [
  { to: '/tasks', name: 'tasks', icon: ListTodo, key: 't' },
  { to: '/orders', name: 'orders', icon: ClipboardList, key: 'o' },
  { to: '/approvals', name: 'approvals', icon: Stamp, key: 'a', needs: 'POST /orders/{number}/changes/{id}/decision' },
  { to: '/money', name: 'money', icon: Coins, key: 'm', needs: 'GET /receivables' },
  { to: '/late', name: 'late', icon: CircleAlert, key: 'l' },
  { to: '/kitchen', name: 'kitchen', icon: ChefHat, key: 'k', needs: 'GET /boards/kitchen' },
  { to: '/deliveries', name: 'deliveries', icon: Truck, key: 'v', needs: 'GET /boards/deliveries' },
  { to: '/day', name: 'day', icon: CalendarDays, key: 'd', needs: 'GET /boards/day' },
  { to: '/board', name: 'board', icon: Columns3, key: 'b', needs: 'GET /boards/stages' },
  { to: '/week', name: 'week', icon: CalendarRange, key: 'w', needs: 'GET /capacity' },
  { to: '/reports', name: 'reports', icon: ChartColumn, key: 'r', needs: 'GET /reports' },
  { to: '/settings', name: 'settings', icon: SlidersHorizontal, key: 's' },
];
