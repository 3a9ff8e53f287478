import { depositFen } from '../base/money';
import type { OrderedLine } from './lines.rules';
import type { LineFacts } from './order.messages';
import type { OrderState } from './order-state.rules';
import type { Percent } from '../base/rule';

/** The facts of one version that a preview compares. */
export interface ComparedFacts {
  readonly lines: readonly LineFacts[];
  readonly deliveryAt: number;
  readonly totalFen: number;
}

/** A moment as the preview compares it. */
interface NamedInstant<N extends string> {
  readonly name: N;
  readonly at: number;
}

/** What a preview is made from: the order as it is, as it would be, and where it stands. Amounts in fen. */
export interface ChangeQuestion<N extends string = string> {
  readonly before: ComparedFacts;
  readonly after: ComparedFacts;
  readonly momentsBefore: readonly NamedInstant<N>[];
  readonly momentsAfter: readonly NamedInstant<N>[];
  readonly state: OrderState;
  readonly costsFen: number;
  readonly receivedFen: number;
  readonly depositShare: Percent;
  /** Flavour or size differ (`recipeDiffers`): the facts do not hold them. */
  readonly recipeChanged: boolean;
}

/** BAK-37. What approving a change would do: shown to whoever asks and to the store manager, and what the approval's hash is of. */
export interface ChangePreview<N extends string = string> {
  /** New total less old. */
  readonly priceDiffFen: number;
  /** BAK-31: what is missing to the prepayment of the new total; absent once making has started or when nothing is. */
  readonly depositTopUpFen?: number;
  readonly allergensAdded: readonly string[];
  readonly allergensRemoved: readonly string[];
  /** A null side: the moment comes into being, or falls away. */
  readonly movedMoments: readonly { readonly name: N; readonly from: number | null; readonly to: number | null }[];
  /** BAK-38: product, ingredients or date change. */
  readonly needsFeasibility: boolean;
  /** Costs incurred so far. */
  readonly costsFen: number;
  readonly materialsChanged: boolean;
}

const BEFORE_MAKING: readonly OrderState[] = ['draft', 'awaiting-design', 'feasibility-review', 'awaiting-deposit', 'materials'];

/** BAK-36…38. Equal questions give equal previews, field order included, so that a hash of one means something. */
export function previewChange<N extends string>(question: ChangeQuestion<N>): ChangePreview<N> {
  const { before, after, momentsBefore, momentsAfter, state, costsFen, receivedFen, depositShare, recipeChanged } = question;
  const priceDiffFen = after.totalFen - before.totalFen;
  const missingFen = depositFen(after.totalFen, depositShare) - receivedFen;
  const topUp = priceDiffFen > 0 && missingFen > 0 && BEFORE_MAKING.includes(state);
  const allergensBefore = allergensOf(before);
  const allergensAfter = allergensOf(after);
  const materialsChanged = recipeChanged || recipeOf(before) !== recipeOf(after);
  return {
    priceDiffFen,
    ...(topUp && { depositTopUpFen: missingFen }),
    allergensAdded: allergensAfter.filter((allergen) => !allergensBefore.includes(allergen)),
    allergensRemoved: allergensBefore.filter((allergen) => !allergensAfter.includes(allergen)),
    movedMoments: moved(momentsBefore, momentsAfter),
    needsFeasibility: materialsChanged || before.deliveryAt !== after.deliveryAt,
    costsFen,
    materialsChanged,
  };
}

const allergensOf = ({ lines }: ComparedFacts): string[] => [...new Set(lines.flatMap(({ allergens }) => allergens))].sort();

/** What has to be bought and worked: products, how many, and what goes into or must stay out of them; prices and line order do not count. */
const recipeOf = ({ lines }: ComparedFacts): string =>
  JSON.stringify(
    lines
      .map(({ product, quantity, requirements, allergens }) =>
        JSON.stringify([product, quantity, [...requirements].sort(), [...allergens].sort()]),
      )
      .sort(),
  );

function moved<N extends string>(before: readonly NamedInstant<N>[], after: readonly NamedInstant<N>[]): ChangePreview<N>['movedMoments'] {
  const at = (moments: readonly NamedInstant<N>[], name: N): number | null => moments.find((moment) => moment.name === name)?.at ?? null;
  const names = [...new Set([...after, ...before].map(({ name }) => name))];
  return names.map((name) => ({ name, from: at(before, name), to: at(after, name) })).filter(({ from, to }) => from !== to);
}

/** The facts of one version by which its parts are told apart. */
export interface PartedFacts {
  readonly lines: readonly unknown[];
  readonly deliveryAt: number;
  readonly method: string;
  readonly occasion: string;
  readonly urgency: string;
  readonly totalFen: number;
}
export type ChangedPart = Exclude<keyof PartedFacts, 'totalFen'> | 'details';

/** BAK-37. What a change does, for the timeline: the parts it touches, and price and hour when they move. */
export interface ToldChange {
  readonly parts: readonly ChangedPart[];
  readonly fromFen?: number;
  readonly toFen?: number;
  readonly deliveryAt?: number;
}
export const whatChanges = (before: PartedFacts, after: PartedFacts, needsFeasibility: boolean): ToldChange => ({
  parts: changedParts(before, after, needsFeasibility),
  ...(after.totalFen !== before.totalFen && { fromFen: before.totalFen, toFen: after.totalFen }),
  ...(after.deliveryAt !== before.deliveryAt && { deliveryAt: after.deliveryAt }),
});

/**
 * BAK-38. The parts of an order that a change touches. Flavour and size are no facts: that they change shows in a feasibility that no other
 * part calls for. What shows in no fact at all lies in the words: recipient, address or a note.
 */
function changedParts(before: PartedFacts, after: PartedFacts, needsFeasibility: boolean): ChangedPart[] {
  const differs = (part: keyof PartedFacts): boolean => JSON.stringify(before[part]) !== JSON.stringify(after[part]);
  const recipe = needsFeasibility && !differs('deliveryAt');
  const parts = (['lines', 'deliveryAt', 'method', 'occasion', 'urgency'] as const).filter(
    (part) => differs(part) || (part === 'lines' && recipe),
  );
  return parts.length > 0 ? parts : ['details'];
}

/** What a preview rests on. */
export interface Basis {
  readonly version: number;
  readonly planVersion: number;
  readonly state: OrderState;
  readonly costsFen: number;
  readonly deliveryAt: number;
  readonly totalFen: number;
}

/** BAK-37. One text per state of things: a preview whose basis no longer equals the order's is stale. */
export const changeBasis = ({ version, planVersion, state, costsFen, deliveryAt, totalFen }: Basis): string =>
  ['v1', version, planVersion, state, costsFen, deliveryAt, totalFen].join('/');

/** Who is to be met where: without a recipient it is the customer (BAK-69). */
interface Brought {
  readonly recipient?: { readonly name: string; readonly phone: string } | undefined;
}
/** The parts of an order that a change may touch. */
export interface ChangeableParts {
  readonly lines: readonly OrderedLine[];
  readonly occasion: string;
  readonly urgency: string;
  readonly deliveryAt: number;
  readonly delivery: Brought;
}

/** BAK-36. Whether a patch leaves every part that it touches as it is; the order of lines, requirements and allergens says nothing. */
export function changesNothing(
  patch: { readonly [K in keyof ChangeableParts]?: ChangeableParts[K] | undefined },
  order: ChangeableParts & { readonly customer: { readonly name: string; readonly phone: string } },
): boolean {
  const { name, phone } = order.customer;
  const met = (delivery: Brought): Brought => ({ ...delivery, recipient: delivery.recipient ?? { name, phone } });
  const before: ChangeableParts = { ...order, delivery: met(order.delivery) };
  const after = { ...patch, delivery: patch.delivery && met(patch.delivery) };
  const touched = (['lines', 'occasion', 'urgency', 'deliveryAt', 'delivery'] as const).filter((part) => after[part] !== undefined);
  return touched.every((part) => alike(after[part]) === alike(before[part]));
}

/** One text for all values that say the same: whatever the order of their fields and of their lists, absent or undefined. */
function alike(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(alike).sort().join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields
    .map(([name, field]) => `${JSON.stringify(name)}:${alike(field)}`)
    .sort()
    .join(',')}}`;
}
