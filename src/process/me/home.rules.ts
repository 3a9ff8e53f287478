import type { Position } from '../../base/departments';

/** Where a person's day begins, as a path of the console. Whoever has several of these roles begins with the first. */
const HOMES = {
  'store-manager': '/approvals',
  finance: '/money',
  'customer-service': '/desk',
  'sales-consultant': '/orders',
  'delivery-staff': '/deliveries',
  baker: '/kitchen',
  'qc-inspector': '/kitchen',
  packer: '/kitchen',
} as const satisfies Partial<Record<Position, string>>;

/** Everybody else begins with what waits for them. */
const INBOX = '/tasks';

/** The console's page that a person with these roles begins at. */
export function homeOf(roles: readonly Position[]): string {
  const first = Object.entries(HOMES).find(([role]) => roles.includes(role as Position));
  return first?.[1] ?? INBOX;
}
