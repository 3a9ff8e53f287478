import { CancellationScope, condition, sleep } from '@temporalio/workflow';
import { shopTime, type ShopClock } from '../../src/base/clock';
import { settle } from './settle';

/** Shop time now, as this workflow sees it. */
export const nowIn = (clock: ShopClock): number => shopTime(clock, Date.now());

/** A shop clock as a process reads it. */
export interface Hand {
  /** Shop time now. */
  readonly now: () => number;
  /**
   * Lets somebody look while it shows a real instant: when a Query is asked, Temporal's own time still stands at the last workflow task. It
   * never goes back.
   */
  readonly asOf: <T>(realMs: number, look: () => T) => T;
}

export function createHand(clock: ShopClock): Hand {
  let shown: number | null = null;
  return {
    now: () => (shown === null ? nowIn(clock) : shopTime(clock, shown)),
    asOf(realMs, look) {
      shown = Math.max(realMs, Date.now());
      try {
        return look();
      } finally {
        shown = null;
      }
    },
  };
}

/**
 * Real milliseconds until shop instant `at`, none when it has come. Counted from the real instant, because the shop's time now is rounded:
 * under a slow clock a wait counted from it would ring up to half a shop millisecond early or late. What is still to come is waited for a
 * millisecond at least: under a fast clock the next shop millisecond is none of the real ones that a number can tell apart, and a timer that
 * neither waits nor rings would turn for ever.
 */
export const realWait = (clock: ShopClock, at: number): number =>
  at <= nowIn(clock) ? 0 : Math.max(1, Math.ceil(clock.originMs + (at - clock.originMs) / clock.rate) - Date.now());

interface Alarm {
  readonly at: number;
  readonly summary: string;
  readonly ring: () => void;
}

/**
 * All of a process's clocks on one Temporal timer: alarms are data, only the earliest is armed, and it is armed anew when the earliest
 * instant moves. A dozen pending deadlines so cost one timer, and cancelling one costs nothing.
 */
export interface Timers {
  /** Rings once at shop instant `at` (at once when past, in the next turn of the timers). Returns how to take it back. */
  set(at: number, summary: string, ring: () => void): () => void;
  /**
   * Rings again and again, `everyMs` (shop time) apart and counted from now or from `since`, until it is taken back. A ring that came late
   * moves none of those after it, and what was missed altogether rings once. `from`: what was to ring until then has rung.
   */
  setEvery(everyMs: number, summary: string, ring: () => void, since?: number, from?: number): () => void;
  /**
   * Waits until shop instant `at`, or until `orWhen` holds; answers whether the instant has come. Leaves no alarm behind when the waiting
   * ends early or is cancelled.
   */
  sleepUntil(at: number, summary: string, orWhen?: () => boolean): Promise<boolean>;
  /** An instant has come that has not rung yet. */
  isDue(): boolean;
  /** Rings until `stop`. Start it once, beside the story. */
  run(): Promise<void>;
  stop(): void;
}

// eslint-disable-next-line max-lines-per-function -- its functions share what only they may change
export function createTimers(clock: ShopClock): Timers {
  const alarms = new Set<Alarm>();
  let first: Alarm | undefined;
  let stopped = false;

  const findFirst = (): void => {
    first = undefined;
    for (const alarm of alarms) if (!first || alarm.at < first.at) first = alarm;
  };

  const set: Timers['set'] = (at, summary, ring) => {
    const alarm = { at, summary, ring };
    alarms.add(alarm);
    if (!first || at < first.at) first = alarm;
    return () => {
      if (alarms.delete(alarm) && alarm === first) findFirst();
    };
  };

  const setEvery: Timers['setEvery'] = (everyMs, summary, ring, since = nowIn(clock), from = nowIn(clock)) => {
    let takeBack = after(from);
    function after(last: number): () => void {
      const rounds = Math.floor((last - since) / everyMs) + 1;
      return set(since + rounds * everyMs, summary, () => {
        ring();
        takeBack = after(nowIn(clock));
      });
    }
    return () => takeBack();
  };

  const ringDue = (): void => {
    const now = nowIn(clock);
    const due = [...alarms].filter((alarm) => alarm.at <= now).sort((a, b) => a.at - b.at);
    for (const alarm of due) {
      // one alarm may take another back
      if (!alarms.delete(alarm)) continue;
      alarm.ring();
    }
    findFirst();
  };

  /** Waits for an alarm's instant, or until another is the earliest: not by what one step takes back and the next sets again in the same breath. */
  async function until({ at, summary }: Alarm, wait: number): Promise<void> {
    const scope = new CancellationScope();
    let rung = false;
    void scope
      .run(() => sleep(wait, { summary }))
      .then(
        () => (rung = true),
        () => undefined, // taken back below
      );
    const hasMoved = (): boolean => first !== undefined && first.at !== at; // with none left the run mostly ends
    while (!rung && !stopped && !hasMoved()) {
      await condition(() => rung || stopped || hasMoved());
      if (!rung) await settle();
    }
    if (!stopped) scope.cancel(); // the end of the run takes it back by itself
  }

  return {
    set,
    setEvery,
    async sleepUntil(at, summary, orWhen = () => false) {
      let rung = false;
      const takeBack = set(at, summary, () => (rung = true));
      try {
        await condition(() => rung || orWhen());
        return rung;
      } finally {
        takeBack();
      }
    },
    isDue: () => first !== undefined && first.at <= nowIn(clock),
    async run() {
      while (!stopped) {
        const armed = first;
        if (!armed) {
          await condition(() => stopped || first !== undefined);
          continue;
        }
        const wait = realWait(clock, armed.at);
        if (wait > 0) await until(armed, wait);
        ringDue();
      }
    },
    stop() {
      stopped = true;
    },
  };
}
