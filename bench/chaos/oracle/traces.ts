import type { RecordedCall } from '../call-log';
import type { Event } from './finding';

/** The timeline lines that one kind of act leaves: each accepted call adds exactly one of them. */
export interface Trace {
  readonly order: string;
  /** Names the group: calls that may leave the same line share it. */
  readonly name: string;
  readonly leaves: (event: Event) => boolean;
}

/** What the records know that a call alone does not say. */
export interface Lookup {
  readonly task: (id: string) => { readonly order: string; readonly kind: string } | undefined;
  readonly staffId: (login: string) => string | undefined;
}

/** Made by people through HTTP; what the order does by its own clocks is nobody's call. */
const byPeople = ({ actor }: Event): boolean => actor.via === 'http' || actor.via === 'link';

const counted = (order: string, ...kinds: string[]): Trace => ({
  order,
  name: kinds.join(' or '),
  leaves: (event) => kinds.includes(event.kind) && byPeople(event),
});
const about = (order: string, field: string, value: unknown, ...kinds: string[]): Trace => ({
  order,
  name: `${kinds.join(' or ')} ${field} ${String(value)}`,
  leaves: (event) => kinds.includes(event.kind) && event.data[field] === value,
});

type Tracer = (call: RecordedCall, parts: readonly string[], lookup: Lookup) => readonly Trace[];

/** With an id in the answer the one line is known; without an answer only the number of such lines is bounded. */
const withId =
  (field: string, kind: string): Tracer =>
  (call, [order]) => [counted(order!, kind), ...(call.outcome === 'ok' ? [about(order!, field, call.answer?.['id'], kind)] : [])];

/** Every write the scripted people make, by its path. A write that stands here nowhere is an error of the oracle's: nothing goes unchecked. */
const TRACERS: readonly (readonly [RegExp, Tracer])[] = [
  [/^\/orders$/, () => []], // by its mark, see `orders.ts`
  [/^\/orders\/(\w+)\/links$/, () => []], // leaves nothing on record
  [/^\/orders\/(\w+)\/payments$/, (_call, [order]) => [counted(order!, 'payment.received')]],
  [/^\/orders\/(\w+)\/changes$/, withId('change', 'change.requested')],
  [
    /^\/orders\/(\w+)\/changes\/([\w-]+)\/decision$/,
    (_call, [order, id]) => [about(order!, 'change', id, 'change.approved', 'change.rejected')],
  ],
  [/^\/orders\/(\w+)\/exceptions$/, withId('exception', 'exception.reported')],
  [/^\/orders\/(\w+)\/photos$/, withId('photo', 'photo.added')],
  [
    /^\/orders\/(\w+)\/cancellation$/,
    ({ as }, [order]) => [
      as === 'store-manager' ? counted(order!, 'order.cancelled', 'cancellation.too-late') : counted(order!, 'cancellation.asked'),
    ],
  ],
  [/^\/tasks\/([\w-]+)\/completion$/, completion],
  [/^\/links\/([\w.-]+)\/details-confirmation$/, (_call, [token]) => [counted(orderOfLink(token!), 'details.confirmed')]],
  [/^\/links\/([\w.-]+)\/rating$/, (_call, [token]) => [counted(orderOfLink(token!), 'order.rated')]],
];

function completion({ as }: RecordedCall, [id]: readonly string[], { task, staffId }: Lookup): readonly Trace[] {
  const known = task(id!);
  if (!known) return [{ order: '?', name: `task.done ${id}`, leaves: () => false }];
  const { order, kind } = known;
  const by = staffId(as ?? '');
  return [
    { order, name: `task.done ${id}`, leaves: (event) => event.kind === 'task.done' && event.data['task'] === id && event.actor.id === by },
    ...(kind === 'settle-balance' ? [counted(order, 'payment.received')] : []),
    ...(kind === 'cancellation-decision' ? [counted(order, 'order.cancelled', 'cancellation.too-late')] : []),
  ];
}

/** @throws {Error} for a write the oracle does not know. */
export function tracesOf(call: RecordedCall, lookup: Lookup): readonly Trace[] {
  for (const [path, trace] of TRACERS) {
    const match = path.exec(call.path);
    if (match) return trace(call, match.slice(1), lookup);
  }
  throw new Error(`The oracle does not know what ${call.path} leaves on the timeline.`);
}

/** The order a link is about: its payload is signed, not secret. */
export function orderOfLink(token: string): string {
  const { process } = JSON.parse(Buffer.from(token.split('.')[0] ?? '', 'base64url').toString('utf8')) as { process: string };
  if (!process.startsWith('order/')) throw new Error(`The oracle knows links to orders only, not to ${process}.`);
  return process.slice('order/'.length);
}
