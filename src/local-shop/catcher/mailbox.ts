import { mkdirSync, openSync, readFileSync, writeSync, ftruncateSync, closeSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A caught letter or short message, as `GET /messages` answers it (api.md 6). */
export interface Caught {
  /** Message-ID without its brackets, or the id given to the SMS gateway. */
  readonly id: string;
  readonly channel: 'email' | 'sms';
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Real instant, ISO 8601. */
  readonly at: string;
}

/** What is kept in memory and in the file: the words are packed, since twenty thousand letters repeat one layout. */
interface Kept extends Omit<Caught, 'text' | 'html'> {
  readonly packed: string;
}

export interface Mailbox {
  /** Keeps a message; when it returns, a killed process has not lost it. A short message whose id is known is kept once. */
  add(message: Caught): void;
  /** Newest first, each with its place. */
  newest(limit: number, filter?: { readonly to?: string; readonly channel?: string }): Generator<readonly [Caught, number]>;
  /** The message at a place; a place is never given twice. */
  at(place: number): Caught | undefined;
  readonly size: number;
  clear(): void;
  close(): void;
}

const pack = ({ text, html, ...head }: Caught): Kept => ({
  ...head,
  packed: deflateRawSync(JSON.stringify([text, html]), { level: 3 }).toString('base64'),
});
function unpack({ packed, ...head }: Kept): Caught {
  const [text, html] = JSON.parse(inflateRawSync(Buffer.from(packed, 'base64')).toString('utf8')) as [string, string];
  return { ...head, text, html };
}

/** The last `keep` messages, and with a `file` also across restarts. One line a message, appended before it is acknowledged. */
export function createMailbox({ file, keep = 20_000 }: { readonly file?: string; readonly keep?: number } = {}): Mailbox {
  let kept = file ? readKept(file).slice(-keep) : [];
  const shortIds = new Set(kept.filter(({ channel }) => channel === 'sms').map(({ id }) => id));
  let first = 0; // the place of the oldest kept
  const log = file ? openFresh(file, kept) : null;

  return {
    add(message) {
      if (message.channel === 'sms') {
        if (shortIds.has(message.id)) return;
        shortIds.add(message.id);
      }
      const packed = pack(message);
      if (log !== null) writeSync(log, `${JSON.stringify(packed)}\n`);
      kept.push(packed);
      if (kept.length < keep * 2) return;
      first += kept.length - keep;
      kept = kept.slice(-keep);
    },
    *newest(limit, { to, channel } = {}) {
      let left = limit;
      for (let n = kept.length - 1; n >= Math.max(0, kept.length - keep) && left > 0; n -= 1) {
        const message = kept[n]!;
        if ((to && message.to !== to) || (channel && message.channel !== channel)) continue;
        left -= 1;
        yield [unpack(message), first + n];
      }
    },
    at: (place) => {
      const message = kept[place - first];
      return message && unpack(message);
    },
    get size() {
      return Math.min(kept.length, keep);
    },
    clear() {
      first += kept.length;
      kept = [];
      shortIds.clear();
      if (log !== null) ftruncateSync(log);
    },
    close() {
      if (log !== null) closeSync(log);
    },
  };
}

/** The lines of the file; one that a crash cut short was never acknowledged and is left out. */
function readKept(file: string): Kept[] {
  if (!existsSync(file)) return [];
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line) => {
      try {
        return [JSON.parse(line) as Kept];
      } catch {
        return [];
      }
    });
}

/** Rewrites the file with what is kept, so that it does not grow for ever, and opens it for appending. */
function openFresh(file: string, kept: readonly Kept[]): number {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, kept.map((message) => `${JSON.stringify(message)}\n`).join(''), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return openSync(file, 'a', 0o600);
}
