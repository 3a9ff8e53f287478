import type { RecordedCall } from '../call-log';
import type { Finding } from './finding';

/** An order's row as far as it says who asked for it. */
export interface PlacedOrder {
  readonly number: string;
  /** The customer's e-mail: one for each thing that was asked for. */
  readonly mark: string;
}

/** Every acknowledged order exists under the number its caller was told, once for each key; a refused one does not exist. */
export function judgeOrders(calls: readonly RecordedCall[], orders: readonly PlacedOrder[]): Finding[] {
  const placed = calls.filter(({ path }) => path === '/orders');
  const findings: Finding[] = [];
  const known = new Set(orders.map(({ number }) => number));
  const wanted = new Map<string, { told: Set<string>; most: number }>();
  for (const call of placed) {
    const mark = markOf(call);
    const want = wanted.get(mark) ?? { told: new Set(), most: 0 };
    wanted.set(mark, want);
    if (call.outcome !== 'fail') want.most = 1;
    if (call.outcome !== 'ok') continue;
    const number = String(call.answer?.['number']);
    want.told.add(number);
    if (!known.has(number))
      findings.push({ what: 'lost', about: number, detail: `the order of ${mark} was acknowledged and is not on file` });
  }
  for (const [mark, { told, most }] of wanted) {
    const made = orders.filter((order) => order.mark === mark).map(({ number }) => number);
    if (told.size > 1) findings.push({ what: 'double', about: mark, detail: `one key was answered with ${[...told].join(', ')}` });
    if (made.length > most)
      findings.push({ what: 'double', about: mark, detail: `${made.length} orders were made of it: ${made.join(', ')}` });
  }
  for (const { number, mark } of orders) {
    if (!wanted.has(mark)) findings.push({ what: 'double', about: number, detail: 'nobody asked for this order' });
  }
  return findings;
}

const markOf = ({ body }: RecordedCall): string => (body as { customer: { email: string } }).customer.email;
