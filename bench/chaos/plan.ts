import { plannedFaults, type PlannedFault } from './faults';
import { chanceOf, type Chance } from './prng';

/** How one order lives: what its people and its customer do beside the everyday steps. */
export const LIVES = [
  'plain',
  'by-link', // the customer confirms the details and rates, both by the link
  'changed', // a change, approved: version 2
  'refused', // a change, rejected
  'duel', // two managers decide one change at once
  'shortage', // an ingredient is missing
  'cancelled', // by the store manager, after the prepayment
  'called-off', // the consultant asks, the store manager decides
  'storm', // placed five times at once under one key
] as const;
export type Life = (typeof LIVES)[number];

export interface PlannedOrder {
  readonly n: number;
  /** Real milliseconds after the start. */
  readonly atMs: number;
  readonly life: Life;
}

/** Everything that chance decides in a run. */
export interface Plan {
  readonly seed: number;
  readonly minutes: number;
  readonly orders: readonly PlannedOrder[];
  readonly faults: readonly PlannedFault[];
}

export interface PlanOptions {
  readonly seed: number;
  readonly minutes: number;
  readonly ordersPerMinute: number;
}

const WEIGHTS = [
  ['plain', 4],
  ['by-link', 2],
  ['changed', 2],
  ['refused', 1],
  ['duel', 1],
  ['shortage', 2],
  ['cancelled', 1],
  ['called-off', 1],
  ['storm', 1],
] as const satisfies readonly (readonly [Life, number])[];

const MINUTE_MS = 60_000;

/** The whole run from its seed: equal options give an equal plan. */
export function planOf({ seed, minutes, ordersPerMinute }: PlanOptions): Plan {
  const untilMs = minutes * MINUTE_MS;
  // two streams of chance, so that more orders do not change what breaks
  return {
    seed,
    minutes,
    orders: plannedOrders(chanceOf(seed), untilMs, MINUTE_MS / ordersPerMinute),
    faults: plannedFaults(chanceOf(seed ^ 0x5eed), untilMs),
  };
}

function plannedOrders(chance: Chance, untilMs: number, everyMs: number): PlannedOrder[] {
  const count = Math.floor(untilMs / everyMs);
  return Array.from({ length: count }, (_, n) => ({
    n,
    atMs: Math.round(n * everyMs),
    life: n < LIVES.length ? LIVES[n]! : chance.pick(WEIGHTS),
  }));
}
