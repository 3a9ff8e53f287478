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
  /** The route of the API that whoever goes there must be let in at. Absent: everybody goes there. */
  readonly needs?: string;
}

/** Where the rail leads, in its order. */
export const RAIL: readonly RailRow[] = [
  { to: '/tasks', name: 'tasks', icon: ListTodo },
  { to: '/orders', name: 'orders', icon: ClipboardList },
  { to: '/approvals', name: 'approvals', icon: Stamp, needs: 'POST /orders/{number}/changes/{id}/decision' },
  { to: '/money', name: 'money', icon: Coins, needs: 'GET /receivables' },
  { to: '/late', name: 'late', icon: CircleAlert },
  { to: '/kitchen', name: 'kitchen', icon: ChefHat, needs: 'GET /boards/kitchen' },
  { to: '/deliveries', name: 'deliveries', icon: Truck, needs: 'GET /boards/deliveries' },
  { to: '/day', name: 'day', icon: CalendarDays, needs: 'GET /boards/day' },
  { to: '/board', name: 'board', icon: Columns3, needs: 'GET /boards/stages' },
  { to: '/week', name: 'week', icon: CalendarRange, needs: 'GET /capacity' },
  { to: '/reports', name: 'reports', icon: ChartColumn, needs: 'GET /reports' },
];
