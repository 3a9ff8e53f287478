import { PART_NAMES } from '../../src/local-shop/part';
import type { Chance } from './prng';

/** Two APIs serve one shop: what one of them does not finish, the other hears of. */
export const APIS = ['api', 'second-api'] as const;
export type ApiName = (typeof APIS)[number];
/** Everything that breaks. */
export const CHAOS_PARTS = [...PART_NAMES, 'second-api'] as const;
export type ChaosPart = (typeof CHAOS_PARTS)[number];

/**
 * What is done to one act at the moment it is written, after its process has decided and answered: its API dies right before the write,
 * or right after it and before the HTTP answer, or Postgres dies and the write fails.
 */
export const WOUNDS = ['kill-before-write', 'kill-after-write', 'postgres-away-at-write'] as const;
export type Wound = (typeof WOUNDS)[number];

export interface PlannedFault {
  /** Real milliseconds after the start. */
  readonly atMs: number;
  /** What breaks; of a wound, the API whose next write it meets. */
  readonly part: ChaosPart;
  /** `kill`: SIGKILL. `stop`: asked to end, as an upgrade would. */
  readonly how: 'kill' | 'stop' | Wound;
  /** Real milliseconds it stays down before it is started again. */
  readonly downMs: number;
}

export const isWound = (how: PlannedFault['how']): how is Wound => how !== 'kill' && how !== 'stop';

/** Real milliseconds between faults, and the longest rest before a part is started again. */
const [LEAST_PAUSE_MS, MOST_PAUSE_MS, MOST_DOWN_MS] = [5_000, 10_000, 2_000];

/** Every part and every wound in turn, in an order of its own each round: a short run meets each of them, too. */
export function plannedFaults(chance: Chance, untilMs: number): PlannedFault[] {
  const faults: PlannedFault[] = [];
  let round: (ChaosPart | Wound)[] = [];
  for (let atMs = chance.between(LEAST_PAUSE_MS, MOST_PAUSE_MS); atMs < untilMs; atMs += chance.between(LEAST_PAUSE_MS, MOST_PAUSE_MS)) {
    if (round.length === 0) round = [...WOUNDS, ...CHAOS_PARTS];
    const [next] = round.splice(chance.between(0, round.length - 1), 1);
    faults.push({ atMs, ...whatBreaks(chance, next!), downMs: chance.between(0, MOST_DOWN_MS) });
  }
  return faults;
}

function whatBreaks(chance: Chance, next: ChaosPart | Wound): Pick<PlannedFault, 'part' | 'how'> {
  const wound = WOUNDS.find((one) => one === next);
  if (wound) return { part: APIS[chance.between(0, 1)]!, how: wound };
  return {
    part: next as ChaosPart,
    how: chance.pick([
      ['kill', 3],
      ['stop', 1],
    ]),
  };
}
