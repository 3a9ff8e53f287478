import type { Writable } from 'node:stream';

/** What the start says to the person who waits. */
export interface StartConsole {
  readonly say: (line: string) => void;
  /** Does the work; a line says that it is done and how long it took. What takes longer than a second is announced before. */
  readonly step: <T>(title: string, work: () => Promise<T>) => Promise<T>;
}

const ANNOUNCE_AFTER_MS = 1_000;
const REPEAT_MS = 10_000;

/** Plain lines, on a terminal and in a file alike; a terminal gets colour for the marks. */
export function startConsole(out: Writable & { isTTY?: boolean }): StartConsole {
  const mark = (sign: string, colour: number): string => (out.isTTY ? `\u001b[${colour}m${sign}\u001b[0m` : sign);
  const say = (line: string): void => {
    out.write(line + '\n');
  };
  return {
    say,
    async step(title, work) {
      const began = performance.now();
      const passed = (): string => `${((performance.now() - began) / 1000).toFixed(1)} s`;
      let repeat: NodeJS.Timeout | undefined;
      const announce = setTimeout(() => {
        say(`  … ${title}`);
        repeat = setInterval(() => say(`  … ${title}, ${passed()} so far`), REPEAT_MS);
      }, ANNOUNCE_AFTER_MS);
      try {
        const result = await work();
        say(`  ${mark('✓', 32)} ${title} (${passed()})`);
        return result;
      } catch (error) {
        say(`  ${mark('✗', 31)} ${title}`);
        throw error;
      } finally {
        clearTimeout(announce);
        clearInterval(repeat);
      }
    },
  };
}
