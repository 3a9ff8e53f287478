import type { Row } from '../../process/outbox/card';
import { namesOf } from '../../process/outbox/names';
import type { Phrasing } from '../../process/outbox/phrasing';
import type { LineRecord } from '../order-read.repository';
import type { OrderNotice } from './values';
import { LABELS, PHRASES, type Label } from './words';

/** How many of it. */
export const piecesOf = ({ quantity }: LineRecord, p: Phrasing): string => p.say(p.named(PHRASES.quantity), { n: quantity });

/** BAK-23. A size of the catalogue (`8-inch`), or whatever the customer asked for. */
export function sizeOf(size: string, p: Phrasing): string {
  const [, n = '', unit = ''] = /^(\d+)-([a-z]+)$/.exec(size) ?? [];
  const message = namesOf('unit', unit);
  return message ? p.say(p.named(message), { n }) : size;
}

/** The particulars of a line that its maker must know (BAK-07, BAK-21, BAK-23); money is no concern of theirs. */
const PARTICULARS: readonly (readonly [Label, (line: LineRecord, p: Phrasing) => string | undefined])[] = [
  ['product', (line, p) => p.name('product', line.product)],
  ['quantity', piecesOf],
  ['flavour', (line) => line.flavour],
  ['size', (line, p) => line.size && sizeOf(line.size, p)],
  ['requirements', (line, p) => p.list(line.requirements.map((tag) => p.name('requirement', tag)))],
  ['allergens', (line, p) => p.list(line.allergens.map((tag) => p.name('allergen', tag)))],
  ['note', (line) => line.note],
];

/** BAK-07, BAK-38. What differs from the version the recipient last heard of, old and new. Only the customer is shown an address. */
export function differences({ about: { before, order }, audience }: OrderNotice, p: Phrasing): Row[] {
  if (!before) return [];
  const found: Row[] = [];
  const label = (name: Label): string => p.named(LABELS[name]);
  const compare = (what: string, old: string | null | undefined, now: string | null | undefined): void => {
    const [was, is] = [old, now].map((words) => (words === undefined || words === null || words === '' ? p.named(PHRASES.none) : words));
    if (was !== undefined && is !== undefined && was !== is)
      found.push({ label: what, value: p.say(p.named(PHRASES.changed), { before: was, after: is }) });
  };
  const pairs = pairUp(before.lines, order.lines);
  for (const [old, now] of pairs) {
    const product = p.name('product', (now ?? old)?.product ?? '');
    if (!old || !now) {
      const count = (line: LineRecord | undefined): string | undefined => line && piecesOf(line, p);
      compare(product, count(old), count(now));
      continue;
    }
    for (const [particular, words] of PARTICULARS) {
      const name = label(particular);
      compare(pairs.length > 1 ? p.say(p.named(PHRASES.ofLine), { product, label: name }) : name, words(old, p), words(now, p));
    }
  }
  compare(label('deliveryAt'), p.when(before.deliveryAt), p.when(order.deliveryAt));
  compare(label('method'), before.method && p.name('method', before.method), order.method && p.name('method', order.method));
  if (audience === 'customer') compare(label('address'), before.address, order.address);
  return found;
}

type Pair = readonly [LineRecord | undefined, LineRecord | undefined];

/** Lines that belong together: the same product first, in their order, then whatever is left on both sides. */
function pairUp(before: readonly LineRecord[], after: readonly LineRecord[]): Pair[] {
  const left = [...before];
  const take = (which: (line: LineRecord) => boolean): LineRecord | undefined => {
    const place = left.findIndex(which);
    return place < 0 ? undefined : left.splice(place, 1)[0];
  };
  const same = after.map((line) => take(({ product }) => product === line.product));
  const pairs = after.map((line, n): Pair => [same[n] ?? take(() => true), line]);
  return [...pairs, ...left.map((line): Pair => [line, undefined])];
}
