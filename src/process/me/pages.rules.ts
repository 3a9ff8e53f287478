/** The console's pages, as paths of the API's own address. The console draws these, and the API answers any other path as it answers all that it has not. */
export const CONSOLE_PAGES = [
  '/',
  '/tasks',
  '/orders',
  '/orders/new',
  '/orders/:number',
  '/kitchen',
  '/deliveries',
  '/day',
  '/board',
  '/week',
  '/approvals',
  '/late',
  '/money',
  '/reports',
  '/reports/:figure',
] as const;
