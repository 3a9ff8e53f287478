import { condition } from '@temporalio/workflow';
import { shopTime, type ShopClock } from '../../src/base/clock';

/** Shop time now, as this workflow sees it. */
export const nowIn = (clock: ShopClock): number => shopTime(clock, Date.now());

/**
 * Real milliseconds until shop instant `at`, none when it has come. Counted from the real instant, because the shop's time now is rounded:
 * under a slow clock a wait counted from it would ring up to half a shop millisecond early or late.
 */
const realWait = (clock: ShopClock, at: number): number =>
  at <= nowIn(clock) ? 0 : Math.ceil(clock.originMs + (at - clock.originMs) / clock.rate) - Date.now();

interface Alarm {
  readonly at: number;
  readonly summary: string;
  readonly ring: () => void;
}

/**
 * All of a process's clocks on one Temporal timer: alarms are data, and only the earliest is armed. A dozen pending deadlines so cost one
 * timer, and taking one back costs nothing: the timer is armed anew when an earlier alarm is set, not when its own is taken back. It then
 * rings for nobody and is armed for the next one, which costs less than a cancelled timer for each step that is done before it was due.
 */
export interface Timers {
  /** Rings once at shop instant `at` (at once when past, in the next turn of the timers). Returns how to take it back. */
  set(at: number, summary: string, ring: () => void): () => void;
  /**
   * Rings again and again, `everyMs` (shop time) apart and counted from now or from `since`, until it is taken back. A ring that came late
   * moves none of those after it, and what was missed altogether rings once.
   */
  setEvery(everyMs: number, summary: string, ring: () => void, since?: number): () => void;
  /**
   * Waits until shop instant `at`, or until `orWhen` holds; answers whether the instant has come. Leaves no alarm behind when the waiting
   * ends early or is cancelled.
   */
  sleepUntil(at: number, summary: string, orWhen?: () => boolean): Promise<boolean>;
  /** Rings until `stop`. Start it once, beside the story. */
  run(): Promise<void>;
  stop(): void;
}

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

  const setEvery: Timers['setEvery'] = (everyMs, summary, ring, since = nowIn(clock)) => {
    let takeBack = next();
    function next(): () => void {
      const rounds = Math.floor((nowIn(clock) - since) / everyMs) + 1;
      return set(since + rounds * everyMs, summary, () => {
        ring();
        takeBack = next();
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
    async run() {
      while (!stopped) {
        const armed = first;
        if (!armed) {
          await condition(() => stopped || first !== undefined);
          continue;
        }
        const wait = realWait(clock, armed.at);
        const isEarlier = (): boolean => first !== undefined && first.at < armed.at;
        if (wait > 0) await condition(() => stopped || isEarlier(), wait, { summary: armed.summary });
        ringDue();
      }
    },
    stop() {
      stopped = true;
    },
  };
}
