import { isCancellation, type CancellationScope } from '@temporalio/workflow';
import type { OrderFacts, OrderInput } from '../../src/orders/order.messages';
import type { OrderKind, RulesOf } from '../../src/orders/order-kinds.messages';
import { assertMove, type OrderState } from '../../src/orders/order-state.rules';
import type { Process } from '../process/process';
import type { EventMore } from '../process/draft';
import type { Owned } from '../process/owned';
import type { OwnRow } from './own-row';

/** The head of an order, which every paragraph reads: the process it is, where it stands, and what is ordered in which version. */
export interface Header<K extends OrderKind = OrderKind> extends Process {
  /** Its own row on record. */
  readonly own: OwnRow;
  readonly input: OrderInput<K>;
  readonly rules: RulesOf<K>;
  /** The story from acceptance to hand-over; cancelling the order cancels it. */
  readonly life: CancellationScope;
  readonly state: OrderState;
  readonly facts: OrderFacts;
  /** BAK-38. Every approved change makes the next one. */
  readonly version: number;
}

/** Moves the order (BAK-94). @throws {Refusal} `not-in-this-state`. */
export function become(self: Owned<Header>, to: OrderState, more: EventMore = {}): void {
  const from = self.state;
  assertMove(from, to);
  self.state = to;
  self.recorder.event('order.moved', { from, to }, { ruleId: 'BAK-94', ...more });
}

/** The order goes on in another run: it stands, and is ordered, as it was. */
export function standAs(self: Owned<Header>, { state, facts, version }: Pick<Header, 'state' | 'facts' | 'version'>): void {
  self.state = state;
  self.facts = facts;
  self.version = version;
}

/** BAK-38. Something else is ordered: the next version. */
export function orderAnew(self: Owned<Header>, facts: OrderFacts): void {
  self.facts = facts;
  self.version += 1;
}

/** The same version, otherwise: the review leaves the decoration out (BAK-46), another one is brought at another hour (BAK-76). */
export function amend(self: Owned<Header>, what: Partial<Pick<OrderFacts, 'decoration' | 'deliveryAt'>>): void {
  self.facts = { ...self.facts, ...what };
}

/** Runs work beside the story, within the order's life: cancelling the order ends it quietly. */
export function beside({ life }: Pick<Header, 'life'>, work: () => Promise<void>): void {
  void life.run(work).catch((error: unknown) => {
    if (!isCancellation(error)) throw error;
  });
}
