import type { Part } from '../../src/local-shop/part';
import { pause } from '../../src/demo/shop-client';
import { APIS, CHAOS_PARTS, isWound, WOUNDS, type ChaosPart, type PlannedFault, type Wound } from './faults';
import { createWounding } from './wounding';
import type { Wounds } from './wounds';

/** What was done to the parts, and how long they were away. */
export interface Damage {
  /** By plan; those of a wound are its own. */
  readonly kills: Readonly<Record<ChaosPart, number>>;
  readonly stops: Readonly<Record<ChaosPart, number>>;
  /** Wounds that came about: each of them killed a part. */
  readonly wounds: Readonly<Record<Wound, number>>;
  /** Parts that ended although nobody had killed them. */
  readonly deaths: Readonly<Record<ChaosPart, number>>;
  /** Longest time, real ms, from a part's end until it served again. */
  readonly longestAwayMs: Readonly<Record<ChaosPart, number>>;
}

export interface Breaker {
  readonly damage: Damage;
  /** Breaks what the plan says, when it says so; resolves after the last fault. */
  run(faults: readonly PlannedFault[], startedAt: number): Promise<void>;
  /** A part ended by itself: as `npm start` does, it is started again. */
  died(name: ChaosPart): void;
  /** Every part serves. */
  heal(): Promise<void>;
}

export interface BreakerOptions {
  readonly parts: Readonly<Record<ChaosPart, Part>>;
  readonly wounds: Wounds;
  readonly say: (line: string) => void;
  /** Called while a part is down, after it ended and before it starts. */
  readonly whileDown: (part: ChaosPart) => void;
}

const noneOf = <K extends string>(names: readonly K[]): Record<K, number> =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<K, number>;
const none = (): Record<ChaosPart, number> => noneOf(CHAOS_PARTS);
/** Pause before another try when a part does not start, since what it needs may itself be down. */
const AGAIN_MS = 500;
const MOST_TRIES = 20;

export function createBreaker({ parts, wounds, say, whileDown }: BreakerOptions): Breaker {
  const damage = { kills: none(), stops: none(), wounds: noneOf(WOUNDS), deaths: none(), longestAwayMs: none() };
  /** Each part's own queue: two faults of one part follow each other, those of different parts may meet. */
  const turns = Object.fromEntries(CHAOS_PARTS.map((name) => [name, Promise.resolve()])) as Record<ChaosPart, Promise<void>>;
  const inTurn = (name: ChaosPart, work: () => Promise<void>): Promise<void> => (turns[name] = turns[name].then(work));
  const wounding = createWounding({ parts, wounds, say, inTurn, bringBack });

  async function breakPart({ part: name, how, downMs }: PlannedFault): Promise<void> {
    const since = Date.now();
    say(`${how === 'kill' ? 'kill -9' : 'stop'} ${name}, down for ${downMs} ms`);
    if (how === 'kill') await parts[name].kill9();
    else await parts[name].stop();
    damage[how === 'kill' ? 'kills' : 'stops'][name] += 1;
    await bringBack(name, since, downMs);
  }

  async function bringBack(name: ChaosPart, since: number, downMs: number): Promise<void> {
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

  async function suffer(fault: PlannedFault): Promise<void> {
    const { part, how, downMs } = fault;
    const api = APIS.find((name) => name === part);
    if (!isWound(how) || !api) return breakPart(fault);
    if (await wounding.wound(api, how, downMs)) damage.wounds[how] += 1;
  }

  return {
    damage,
    async run(faults, startedAt) {
      for (const fault of faults) {
        await pause(Math.max(0, startedAt + fault.atMs - Date.now()));
        void inTurn(fault.part, () => suffer(fault));
      }
      await Promise.all(APIS.map((api) => turns[api])); // they may still lead to a turn of Postgres
      await Promise.all(Object.values(turns));
    },
    died(name) {
      if (wounding.explains(name)) return;
      damage.deaths[name] += 1;
      say(`${name} ended by itself: ${parts[name].lastLines(1).join(' ').slice(0, 200)}`);
      void inTurn(name, () => (parts[name].running ? Promise.resolve() : bringBack(name, Date.now(), AGAIN_MS)));
    },
    async heal() {
      await Promise.all(Object.values(turns));
      for (const name of CHAOS_PARTS) await parts[name].start(); // nothing for one that runs
    },
  };
}
