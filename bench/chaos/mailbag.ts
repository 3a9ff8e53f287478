import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One delivered message, as far as the oracle looks. */
export interface Delivered {
  readonly id: string;
  readonly channel: 'email' | 'sms';
  readonly to: string;
}

/**
 * Everything the catcher has ever acknowledged, read from its file: the list over HTTP is heavy with bodies, and ends at its last 20,000.
 * At every start the catcher writes the file anew with its last `KEPT` lines, so the bag is also emptied before each start.
 */
export interface Mailbag {
  /** Takes over what is new. `beforeStart`: the catcher is down and about to start. */
  gather(when?: 'beforeStart'): void;
  readonly delivered: readonly Delivered[];
}

const KEPT = 20_000;

export function createMailbag(catcherDir: string): Mailbag {
  const file = join(catcherDir, 'messages.jsonl');
  const delivered: Delivered[] = [];
  let seen = 0;
  return {
    delivered,
    gather(when) {
      if (!existsSync(file)) return;
      const whole = readFileSync(file, 'utf8').split('\n').flatMap(parsed);
      delivered.push(...whole.slice(seen));
      seen = when === 'beforeStart' ? Math.min(whole.length, KEPT) : whole.length;
    },
  };
}

/** A line that a crash cut short was never acknowledged. */
function parsed(line: string): Delivered[] {
  try {
    const { id, channel, to } = JSON.parse(line) as Delivered;
    return [{ id, channel, to }];
  } catch {
    return [];
  }
}
