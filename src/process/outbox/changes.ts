import type { LineWords } from '../../orders/dossier.repository';
import type { NoticeFacts } from './facts';
import type { Label } from './locales/words';
import type { Phrasing } from './phrasing';

/** One thing that differs between two versions. */
export interface Difference {
  readonly label: string;
  readonly value: string;
}

/** The particulars of a line that its maker must know (BAK-07, BAK-21, BAK-23); money is no concern of theirs. */
const PARTICULARS: readonly (readonly [Label, (line: LineWords, p: Phrasing) => string | undefined])[] = [
  ['product', (line, p) => p.name('product', line.product)],
  ['quantity', (line, p) => p.say(p.locale.phrases.quantity, { n: line.quantity })],
  ['flavour', (line) => line.flavour],
  ['size', (line, p) => line.size && p.size(line.size)],
  ['requirements', (line, p) => p.list(line.requirements.map((tag) => p.name('requirement', tag)))],
  ['allergens', (line, p) => p.list(line.allergens.map((tag) => p.name('allergen', tag)))],
  ['note', (line) => line.note],
];

/** BAK-07, BAK-38. What differs from the version the recipient last heard of, old and new. Only the customer is shown an address. */
export function differences({ before, order, audience }: NoticeFacts, p: Phrasing): Difference[] {
  if (!before) return [];
  const { labels, phrases } = p.locale;
  const found: Difference[] = [];
  const compare = (label: string, old: string | null | undefined, now: string | null | undefined): void => {
    const [was, is] = [old, now].map((words) => (words === undefined || words === null || words === '' ? phrases.none : words));
    if (was !== undefined && is !== undefined && was !== is)
      found.push({ label, value: p.say(phrases.changed, { before: was, after: is }) });
  };
  const pairs = pairUp(before.lines, order.lines);
  for (const [old, now] of pairs) {
    const product = p.name('product', (now ?? old)?.product ?? '');
    if (!old || !now) {
      const count = (line: LineWords | undefined): string | undefined => line && p.say(phrases.quantity, { n: line.quantity });
      compare(product, count(old), count(now));
      continue;
    }
    for (const [label, words] of PARTICULARS) {
      const name = pairs.length > 1 ? p.say(phrases.ofLine, { product, label: labels[label] }) : labels[label];
      compare(name, words(old, p), words(now, p));
    }
  }
  compare(labels.deliveryAt, p.when(before.deliveryAt), p.when(order.deliveryAt));
  compare(labels.method, before.method && p.name('method', before.method), order.method && p.name('method', order.method));
  if (audience === 'customer') compare(labels.address, before.address, order.address);
  return found;
}

type Pair = readonly [LineWords | undefined, LineWords | undefined];

/** Lines that belong together: the same product first, in their order, then whatever is left on both sides. */
function pairUp(before: readonly LineWords[], after: readonly LineWords[]): Pair[] {
  const left = [...before];
  const take = (which: (line: LineWords) => boolean): LineWords | undefined => {
    const place = left.findIndex(which);
    return place < 0 ? undefined : left.splice(place, 1)[0];
  };
  const same = after.map((line) => take(({ product }) => product === line.product));
  const pairs = after.map((line, n): Pair => [same[n] ?? take(() => true), line]);
  return [...pairs, ...left.map((line): Pair => [line, undefined])];
}
