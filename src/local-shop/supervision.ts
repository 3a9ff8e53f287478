import type { Part } from './part';
import { reasonOf, StartProblem } from './start-problem';

const WINDOW_MS = 60_000;
/** Waits before the first, second, … restart within a minute; one death more and the shop gives up. */
const WAITS_MS = [500, 1_000, 2_000, 4_000, 8_000] as const;

/** How long to wait before the next restart of a part that died at these instants (epoch ms), or null to give up. */
export function nextRestart(deaths: readonly number[], now: number): number | null {
  const recent = deaths.filter((at) => now - at < WINDOW_MS).length;
  return WAITS_MS[recent - 1] ?? null;
}

export interface Supervision {
  /** Told about a part that ended by itself: starts it again, with growing waits. */
  readonly onDeath: (part: Part) => void;
  /** No restart from now on. */
  end(): void;
}

/**
 * @param say one line for the console.
 * @param onBack called when a part serves again.
 * @param giveUp called once, with the part's last log lines, when a part dies too often.
 */
export function supervise(say: (line: string) => void, onBack: () => void, giveUp: (problem: StartProblem) => void): Supervision {
  const deaths = new Map<string, number[]>();
  let over = false;

  async function bringBack(part: Part): Promise<void> {
    for (;;) {
      const mine = deaths.get(part.name) ?? [];
      deaths.set(part.name, [...mine, Date.now()]);
      const wait = nextRestart(deaths.get(part.name)!, Date.now());
      if (wait === null) {
        over = true;
        giveUp(
          new StartProblem(
            `The ${part.name} ended ${WAITS_MS.length + 1} times within a minute, so the shop stops. Its last words:\n${part.lastLines(12).join('\n')}`,
          ),
        );
        return;
      }
      say(`The ${part.name} has ended by itself; it is started again in ${wait / 1000} s (its log says why).`);
      await new Promise((resolve) => setTimeout(resolve, wait));
      if (over) return;
      try {
        await part.start();
        say(`The ${part.name} is back.`);
        onBack();
        return;
      } catch (error) {
        if (over) return;
        say(reasonOf(error));
      }
    }
  }

  return {
    onDeath: (part) => {
      if (!over) void bringBack(part);
    },
    end: () => {
      over = true;
    },
  };
}
