import type { Block } from '../../platform/papers/paper';
import type { Card } from '../../process/outbox/card';
import type { ShopFacts } from '../../process/outbox/facts';
import type { Phrasing } from '../../process/outbox/phrasing';
import type { LineRecord } from '../order-read.repository';
import { PAPER_WORDS } from '../words/papers';

/** On a line that nothing is required of. */
const NOTHING_REQUIRED = 'none';
const eachOnce = (ids: readonly string[]): string[] => [...new Set(ids)];

/** BAK-21. What is declared in any line, once, as nobody can overlook it; that nothing is, in plain words. */
export function allergenBlock(lines: readonly LineRecord[], p: Phrasing): Block {
  const allergens = eachOnce(lines.flatMap((line) => line.allergens)).map((tag) => p.name('allergen', tag));
  if (allergens.length === 0) return { kind: 'text', text: p.named(PAPER_WORDS.noAllergens), tone: 'quiet' };
  return { kind: 'alert', text: p.say(p.named(PAPER_WORDS.allergens), { allergens: p.list(allergens) }) };
}

/** BAK-21. What the order must be, in one line; empty where nothing is asked. */
export const needsOf = (lines: readonly LineRecord[], p: Phrasing): string =>
  p.list(
    eachOnce(lines.flatMap(({ requirements }) => requirements))
      .filter((tag) => tag !== NOTHING_REQUIRED)
      .map((tag) => p.name('requirement', tag)),
  );

/** Where to turn to, at the foot of a page. */
export const footOf = ({ name, address, emergencyContact, complaintPhone }: Omit<ShopFacts, 'zone'>, p: Phrasing): string =>
  p.say(p.named(PAPER_WORDS.foot), { shop: name, address, emergency: emergencyContact, complaints: complaintPhone });

/** A boxed part of a letter, on paper. */
export function cardBlocks({ heading, lines = [], rows = [], items = [] }: Card, p: Phrasing): Block[] {
  return [
    { kind: 'heading', text: heading },
    ...(lines.length === 0
      ? []
      : [
          {
            kind: 'table' as const,
            columns: [
              { head: p.named(PAPER_WORDS.product), share: 5 },
              { head: p.named(PAPER_WORDS.price), share: 3, align: 'right' as const },
              { head: p.named(PAPER_WORDS.amount), share: 2, align: 'right' as const },
            ],
            rows: lines.map(({ name, details, quantity, amount }) => [[name, details.join(' · ')].join('\n').trim(), quantity, amount]),
          },
        ]),
    ...(rows.length === 0 ? [] : [{ kind: 'rows' as const, rows }]),
    ...(items.length === 0 ? [] : [{ kind: 'list' as const, items }]),
  ];
}
