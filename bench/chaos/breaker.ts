import { PART_NAMES, type Part, type PartName } from '../../src/local-shop/part';
import { pause } from '../../src/demo/shop-client';
import type { PlannedFault } from './plan';

/** What was done to the parts, and how long they were away. */
export interface Damage {
  readonly kills: Readonly<Record<PartName, number>>;
  readonly stops: Readonly<Record<PartName, number>>;
  /** Parts that ended although nobody had killed them. */
  readonly deaths: Readonly<Record<PartName, number>>;
  /** Longest time, real ms, from a part's end until it served again. */
  readonly longestAwayMs: Readonly<Record<PartName, number>>;
}

export interface Breaker {
  readonly damage: Damage;
  /** Breaks what the plan says, when it says so; resolves after the last fault. */
  run(faults: readonly PlannedFault[], startedAt: number): Promise<void>;
  /** A part ended by itself: as `npm start` does, it is started again. */
  died(part: Part): void;
  /** Every part serves. */
  heal(): Promise<void>;
}

export interface BreakerOptions {
  readonly parts: Readonly<Record<PartName, Part>>;
  readonly say: (line: string) => void;
  /** Called while a part is down, after it ended and before it starts. */
  readonly whileDown: (part: PartName) => void;
}

const none = (): Record<PartName, number> => Object.fromEntries(PART_NAMES.map((name) => [name, 0])) as Record<PartName, number>;
/** Pause before another try when a part does not start, since what it needs may itself be down. */
const AGAIN_MS = 500;
const MOST_TRIES = 20;

export function createBreaker({ parts, say, whileDown }: BreakerOptions): Breaker {
  const damage = { kills: none(), stops: none(), deaths: none(), longestAwayMs: none() };
  /** Each part's own queue: two faults of one part follow each other, those of different parts may meet. */
  const turns = Object.fromEntries(PART_NAMES.map((name) => [name, Promise.resolve()])) as Record<PartName, Promise<void>>;
  const inTurn = (name: PartName, work: () => Promise<void>): Promise<void> => (turns[name] = turns[name].then(work));

  async function breakPart({ part: name, how, downMs }: PlannedFault): Promise<void> {
    const part = parts[name];
    const since = Date.now();
    say(`${how === 'kill' ? 'kill -9' : 'stop'} ${name}, down for ${downMs} ms`);
    if (how === 'kill') await part.kill9();
    else await part.stop();
    damage[how === 'kill' ? 'kills' : 'stops'][name] += 1;
    await bringBack(name, since, downMs);
  }

  async function bringBack(name: PartName, since: number, downMs: number): Promise<void> {
    await pause(downMs);
    whileDown(name);
    for (let tries = 1; ; tries += 1) {
      try {
        await parts[name].start();
        break;
      } catch (error) {
        if (tries === MOST_TRIES) throw error;
        await pause(AGAIN_MS);
      }
    }
    damage.longestAwayMs[name] = Math.max(damage.longestAwayMs[name], Date.now() - since);
  }

  return {
    damage,
    async run(faults, startedAt) {
      for (const fault of faults) {
        await pause(Math.max(0, startedAt + fault.atMs - Date.now()));
        void inTurn(fault.part, () => breakPart(fault));
      }
      await Promise.all(Object.values(turns));
    },
    died(part) {
      damage.deaths[part.name] += 1;
      say(`${part.name} ended by itself: ${part.lastLines(1).join(' ').slice(0, 200)}`);
      void inTurn(part.name, () => (part.running ? Promise.resolve() : bringBack(part.name, Date.now(), AGAIN_MS)));
    },
    async heal() {
      await Promise.all(Object.values(turns));
      for (const name of PART_NAMES) await parts[name].start(); // nothing for one that runs
    },
  };
}
