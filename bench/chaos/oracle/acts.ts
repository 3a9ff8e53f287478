import type { RecordedCall } from '../call-log';
import type { Event, Finding } from './finding';
import { tracesOf, type Lookup, type Trace } from './traces';

interface Group {
  readonly trace: Trace;
  /** By idempotency key: a request sent five times under one key is one act. */
  readonly calls: Map<string, RecordedCall['outcome']>;
}

/** What people's acts leave; each such line must be some call's. */
const ACT_KINDS: ReadonlySet<string> = new Set([
  'payment.received',
  'change.requested',
  'change.approved',
  'change.rejected',
  'exception.reported',
  'photo.added',
  'details.confirmed',
  'order.rated',
  'task.done',
]);

/**
 * Every acknowledged act stands on the timeline exactly once, one whose end is unknown at most once, a refused one not at all. And every
 * line of people's making belongs to a call.
 */
export function judgeActs(calls: readonly RecordedCall[], events: readonly Event[], lookup: Lookup): Finding[] {
  const groups = new Map<string, Group>();
  for (const call of calls) {
    for (const trace of tracesOf(call, lookup)) {
      const id = `${trace.order} ${trace.name}`;
      const group = groups.get(id) ?? { trace, calls: new Map() };
      groups.set(id, group);
      if (group.calls.get(call.key) !== 'ok') group.calls.set(call.key, call.outcome);
    }
  }
  const ofOrder = byOrder(events);
  const claimed = new Set<Event>();
  const findings: Finding[] = [];
  for (const { trace, calls: asked } of groups.values()) {
    const lines = (ofOrder.get(trace.order) ?? []).filter(trace.leaves);
    for (const line of lines) claimed.add(line);
    const outcomes = [...asked.values()];
    const least = outcomes.filter((outcome) => outcome === 'ok').length;
    const most = least + outcomes.filter((outcome) => outcome === 'unknown').length;
    const detail = `${trace.name}: ${least} acknowledged, ${most - least} unknown, ${outcomes.length - most} refused; on the timeline ${lines.length} times`;
    if (lines.length < least) findings.push({ what: 'lost', about: trace.order, detail });
    if (lines.length > most) findings.push({ what: 'double', about: trace.order, detail });
  }
  for (const event of events) {
    if (!ACT_KINDS.has(event.kind) || event.actor.via !== 'http' || claimed.has(event) || isEcho(event)) continue;
    findings.push({ what: 'double', about: event.order, detail: `${event.kind} ${JSON.stringify(event.data)} is nobody's call` });
  }
  return findings;
}

/** Tasks that close because a fact is on record: a photo closes the day's, a decision or a payment its own. */
const ECHOES = ['daily-photos', 'change-decision', 'settle-balance'];
const isEcho = ({ kind, data }: Event): boolean => kind === 'task.done' && ECHOES.includes(String(data['kind']));

export function byOrder<T extends { readonly order: string }>(rows: readonly T[]): Map<string, T[]> {
  const map = new Map<string, T[]>();
  for (const row of rows) map.set(row.order, [...(map.get(row.order) ?? []), row]);
  return map;
}
