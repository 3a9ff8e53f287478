import { ORDERS_A_DAY } from './seed';

/** A question that somebody asks a list, `n` times each a little differently; `path` is below `/api/v1`. */
export interface Question {
  readonly what: string;
  readonly path: (n: number) => string;
  /** The page after it is asked for, too, and that one is timed. */
  readonly onward?: boolean;
}

const DAY_MS = 86_400_000;
const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10).replaceAll('-', '');
const pick = <T>(list: readonly T[], n: number): T => list[n % list.length]!;
const found = (q: string): string => `/orders?q=${encodeURIComponent(q)}`;

/** Each filter by itself, also where it finds little among much. */
const FILTERS = [
  'rows=true',
  'rows=true&count=true&limit=200',
  'sort=-promisedAt',
  'sort=takenAt',
  'state=making&state=packing',
  'state=closed',
  'state=declined',
  'state=declined&sort=promisedAt',
  'open=false',
  'open=false&count=true',
  'open=false&sort=takenAt',
  'overlay=breached',
  'overlay=breached&open=false',
  'overlay=overdue&open=false',
  'overlay=workflow-lost&open=false',
  'overlay=record-refused&open=false',
  'assignee=demo-baker',
  'takenBy=me',
  'takenBy=me&open=false',
  'takenBy=nobody&open=false',
  'owed=true',
  'owed=false&open=false',
  'product=birthday-cake',
  'product=wedding-cake&open=false',
  'product=no-such-thing&open=false',
  'overdue=true',
  'overdue=false&open=false',
  'stage=making',
  'kind=bakery',
  'kind=bakery&open=false',
];

/** What is asked of a shop that has taken `orders` orders up to `now` (real epoch ms). */
export function questions(orders: number, now: number): readonly Question[] {
  const days = Math.floor(orders / ORDERS_A_DAY);
  /** A day on which orders were taken; `n` runs through all the years. */
  const day = (n: number): string => dayOf(now - ((n * 97) % days) * DAY_MS);
  const phone = (n: number): string => `138${String((((n * 7919) % 20_000) * 104_729) % 100_000_000).padStart(8, '0')}`;
  return [
    { what: 'the first page', path: () => '/orders' },
    { what: 'the next page', path: () => '/orders?rows=true', onward: true },
    { what: 'the next page of the ended', path: () => '/orders?open=false&rows=true', onward: true },
    ...FILTERS.map((query) => ({ what: query, path: () => `/orders?${query}` })),
    {
      what: 'promised in a week',
      path: (n) => {
        const from = now - ((n * 97) % days) * DAY_MS;
        return `/orders?deliveryFrom=${new Date(from).toISOString()}&deliveryTo=${new Date(from + 7 * DAY_MS).toISOString()}`;
      },
    },
    { what: 'q: a whole number', path: (n) => found(`${day(n)}017`) },
    { what: 'q: the end of a number', path: (n) => found(`${day(n).slice(4)}${String(1 + (n % ORDERS_A_DAY)).padStart(3, '0')}`) },
    { what: 'q: three digits of it', path: (n) => found(String(1 + (n % ORDERS_A_DAY)).padStart(3, '0')) },
    { what: 'q: a day', path: (n) => found(day(n)) },
    { what: 'q: a month', path: (n) => found(day(n).slice(0, 6)) },
    { what: 'q: a year', path: (n) => found(day(n).slice(0, 4)) },
    { what: 'q: one digit', path: (n) => found(String(n % 10)) },
    { what: 'q: last four of a telephone', path: (n) => found(phone(n).slice(-4)) },
    { what: 'q: a whole telephone', path: (n) => found(phone(n)) },
    { what: 'q: a surname', path: (n) => found(pick(['王', '李', '张', '罗'], n)) },
    { what: 'q: a name', path: (n) => found(pick(['王伟伟', '李芳', '张娜', '罗雪'], n)) },
    { what: 'q: within a name', path: (n) => found(pick(['明', '雪', '伟芳', '晨'], n)) },
    { what: 'q: nobody', path: () => found('欧阳') },
    { what: 'the board of deliveries', path: () => '/boards/deliveries' },
    { what: 'the brief of a day', path: () => '/boards/day' },
    { what: 'the board of stages', path: () => '/boards/stages' },
    { what: 'the kitchen', path: () => '/boards/kitchen' },
    { what: 'a bench of the kitchen', path: () => '/boards/kitchen?bench=making' },
    { what: 'changes: pending', path: () => '/changes?state=pending' },
    { what: 'exceptions: open', path: () => '/exceptions?state=open' },
    { what: 'exceptions: all', path: () => '/exceptions' },
    { what: 'customers: last four', path: (n) => `/customers?phone=${phone(n).slice(-4)}` },
    { what: 'customers: whole', path: (n) => `/customers?phone=${phone(n)}` },
  ];
}
