import type { Calendar } from '../base/calendar';
import type { Role } from '../base/roles';
import type { FieldError } from '../base/faults';
import { createRegister } from '../base/register';
import type { Rule } from '../base/rule';
import type { TwoNames } from '../process/outbox/names';
import type { WorkClaim } from './capacity.rules';
import type { TaskKind } from '../process/tasks/tasks.rules';
import type { Bench } from './benches.rules';
import type { Ordered, OrderedLine, SwappedOrder } from './lines.rules';
import type { OrderFacts } from './order.messages';
import type { MomentOf, MoveOf, OrderKind, RulesOf } from './order-kinds.messages';
import type { OrderRecord } from './order-read.repository';
import type { OrderPaper } from './papers/order-paper';
import type { Proof } from './photos.rules';
import { assertWeights, type Measures } from './reports/measures.rules';
import type { Services } from './services';

/** A product as somebody chooses it. */
export interface ProductChoice {
  /** Empty: made in one size. */
  readonly sizes: readonly string[];
  readonly sizeRequired: boolean;
  readonly flavourRequired: boolean;
}

/** What a kind of order brings to the order desk: all in which it differs from the others there. */
export interface KindOfOrder<K extends OrderKind = OrderKind> {
  readonly name: K;
  /** The workflow that lives such an order; for Temporal's UI what one is called, and where its regulation stands. */
  readonly story: { readonly workflow: string; readonly title: string; readonly details: string };
  /** The rulebook in force: what a new order carries of it, and its clauses as people read them. */
  readonly rulebook: {
    readonly version: string;
    readonly numbers: () => RulesOf<K>;
    readonly clauses: Readonly<Record<keyof RulesOf<K> & string, Rule>>;
  };
  /** BAK-19, BAK-23. What its lines can name. */
  readonly products: Readonly<Record<string, ProductChoice>>;
  /** What is wrong with lines, as pointers below `/lines`; empty when nothing is. */
  readonly lineFaults: (lines: readonly OrderedLine[]) => FieldError[];
  /** The part of an order that decides, flags and total derived from its lines. */
  readonly factsOf: (ordered: Ordered) => OrderFacts;
  /** The agenda of an order on file under the numbers stamped on it, for the facts that it has or may come to have. */
  readonly agendaOf: (services: Services, order: OrderRecord, rules: RulesOf<K>) => Promise<(facts: OrderFacts) => MomentOf<K>[]>;
  /** The agenda of an order that is taken at `takenAt`, by the rulebook in force; `acceptedAt` is when its prepayment is in, null while nobody knows. */
  readonly agendaAhead: (
    taken: { readonly facts: OrderFacts; readonly takenAt: number },
    rules: RulesOf<K>,
    calendar: Calendar,
  ) => (acceptedAt: number | null) => MomentOf<K>[];
  /** BAK-29. The kinds of work whose daily capacity a store can say: what each is called, and whose work it is. */
  readonly work: Readonly<Record<string, TwoNames & { readonly role: Role }>>;
  /** BAK-29. What an order takes of them, and when, before anybody has planned it. */
  readonly workAhead: (facts: OrderFacts, rules: RulesOf<K>) => WorkClaim[];
  /** What its moves that have gates are called. */
  readonly moves: Readonly<Record<MoveOf<K>, TwoNames>>;
  /** The steps whose photo proves something. */
  readonly proofs: Readonly<Record<string, Proof>>;
  /** Where its steps are worked, by the name that their rows have for it (`bench`), in the order in which work passes through them. */
  readonly benches: Readonly<Record<string, Bench>>;
  /** BAK-44. The step whose answer says by which `version` the order is made; null where nobody signs for it. */
  readonly sheet: TaskKind | null;
  /** BAK-30. The step in whose words the tracking sheet of a high-risk order stands, as `trackingSheet`; null where there is none. */
  readonly trackedBy: TaskKind | null;
  /** What is printed of such an order, by name, in the order in which it is needed. */
  readonly papers: Readonly<Record<string, OrderPaper>>;
  /** BAK-60. Ids of what a customer may choose when something runs short; what they are called stands among the names (`option`). */
  readonly alternatives: readonly string[];
  /** BAK-60. What keeps a change from being the swap that a shortage offers, as pointers of a change request. */
  readonly swapFaults: (before: SwappedOrder, after: SwappedOrder) => FieldError[];
  /** BAK-84…87. By what a month of its orders is measured; null where its regulation does not say. */
  readonly measures: Measures | null;
}

const kinds = createRegister<KindOfOrder>('kind of order');
/** Every kind of order that a chapter has opened. */
export const orderKinds = (): KindOfOrder[] => kinds.names().map(kinds.get);
const union = (of: (kind: KindOfOrder) => readonly string[]): string[] => [...new Set(orderKinds().flatMap(of))];

/**
 * Opens a kind of order: from here on the desk takes such orders. Opening it again does nothing.
 * @throws when another has its name, or the weights of its measures do not total 100 % (BAK-87).
 */
export function defineOrderKind<K extends OrderKind>(kind: KindOfOrder<K>): void {
  if (kind.measures) assertWeights(kind.measures);
  kinds.add({ [kind.name]: kind });
}

/** @throws for a kind that no chapter has opened. */
export const kindOfOrder = (name: string): KindOfOrder => kinds.get(name);
export const isOrderKind = (name: string): boolean => kinds.has(name);

/** The workflows that live orders. */
export const orderWorkflows = (): string[] => union(({ story }) => [story.workflow]);
/** Moves of orders of all kinds. */
export const moveNames = (): string[] => union(({ moves }) => Object.keys(moves));
/** Kinds of work of orders of all kinds. */
export const workNames = (): string[] => union(({ work }) => Object.keys(work));
/** What a kind of work is called; its own name where no kind of order has it any more. */
export const workName = (name: string): TwoNames => orderKinds().flatMap(({ work }) => work[name] ?? [])[0] ?? { zh: name, en: name };
/** Benches at which orders of all kinds are worked, by name; `away` tells those outside the kitchen from those in it. */
export const benchesThatAre = ({ away }: { readonly away: boolean }): ReadonlyMap<string, Bench> =>
  new Map(orderKinds().flatMap(({ benches }) => Object.entries(benches).filter(([, bench]) => (bench.away ?? false) === away)));
/** Steps by which orders of all kinds are told by which version they are made. */
export const sheetKinds = (): TaskKind[] => orderKinds().flatMap(({ sheet }) => sheet ?? []);
/** Steps of all kinds that bring tracking sheets. */
export const trackingKinds = (): TaskKind[] => orderKinds().flatMap(({ trackedBy }) => trackedBy ?? []);
/** BAK-84…87. The kind of order that is measured, and by what. @throws {Error} where no kind is. */
export function measuredKind(): { readonly kind: string; readonly measures: Measures } {
  for (const { name, measures } of orderKinds()) if (measures) return { kind: name, measures };
  throw new Error('No kind of order is measured.');
}
/** Alternatives of orders of all kinds. */
export const alternativeIds = (): string[] => union(({ alternatives }) => alternatives);

/**
 * The numbers stamped on an order.
 * @throws {Error} for a version this program does not ship: the order would live under other numbers than it was accepted under.
 */
export function numbersOf(kind: string, version: string | null): RulesOf<OrderKind> {
  const { rulebook } = kindOfOrder(kind);
  if (version !== rulebook.version) throw new Error(`This program does not know the rulebook ${version} of ${kind} orders.`);
  return rulebook.numbers();
}
