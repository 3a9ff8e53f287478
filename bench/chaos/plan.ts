import { PART_NAMES, type PartName } from '../../src/local-shop/part';
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

export interface PlannedFault {
  readonly atMs: number;
  readonly part: PartName;
  /** `kill`: SIGKILL. `stop`: asked to end, as an upgrade would. */
  readonly how: 'kill' | 'stop';
  /** Real milliseconds it stays down before it is started again. */
  readonly downMs: number;
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
/** Real milliseconds between faults, and the longest rest before a part is started again. */
const [LEAST_PAUSE_MS, MOST_PAUSE_MS, MOST_DOWN_MS] = [5_000, 10_000, 2_000];

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

/** Every part in turn, in an order of its own each round: a short run breaks each of them, too. */
function plannedFaults(chance: Chance, untilMs: number): PlannedFault[] {
  const faults: PlannedFault[] = [];
  let round: PartName[] = [];
  for (let atMs = chance.between(LEAST_PAUSE_MS, MOST_PAUSE_MS); atMs < untilMs; atMs += chance.between(LEAST_PAUSE_MS, MOST_PAUSE_MS)) {
    if (round.length === 0) round = [...PART_NAMES];
    const [part] = round.splice(chance.between(0, round.length - 1), 1);
    faults.push({
      atMs,
      part: part!,
      how: chance.pick([
        ['kill', 3],
        ['stop', 1],
      ]),
      downMs: chance.between(0, MOST_DOWN_MS),
    });
  }
  return faults;
}
