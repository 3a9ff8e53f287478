import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Wound } from '../faults';

/** The write that a wound met. */
export interface Struck {
  readonly wound: Wound;
  readonly processId: string;
  readonly revision: number;
}

/**
 * How the harness and one API agree on a wound: files in a folder that both know, each moved into place whole, so that one write takes the
 * wound and what it notes is there after `kill -9`. Reading and writing are synchronous for the same reason.
 */
export interface WoundFile {
  /** Of the harness: the next write that can shall suffer this. */
  arm(wound: Wound): void;
  /** Of the harness: takes it back. */
  disarm(): void;
  /** Of the harness: the write that took the wound, since it was armed. */
  struck(): Struck | null;
  /** Of the harness: the write that took the wound has come to its end. */
  over(): boolean;
  /** Of the API: whether this wound is armed. */
  isArmed(wound: Wound): boolean;
  /** Of the API: this write takes it. False when another was faster. */
  take(struck: Struck): boolean;
  /** Of the API: the write has come to its end. */
  end(): void;
}

/** @param port where the API listens: two APIs of one home have each their own. */
export function woundFileOf(home: string, port: string): WoundFile {
  const folder = join(home, 'wounds', port);
  const [armed, taken, struck, over] = ['armed', 'taken', 'struck', 'over'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
    string,
  ];
  const put = (file: string, text: string): void => {
    writeFileSync(`${file}.new`, text);
    renameSync(`${file}.new`, file);
  };
  return {
    arm(wound) {
      mkdirSync(folder, { recursive: true });
      for (const file of [taken, struck, over]) rmSync(file, { force: true });
      put(armed, wound);
    },
    disarm: () => rmSync(armed, { force: true }),
    struck: () => (existsSync(struck) ? (JSON.parse(readFileSync(struck, 'utf8')) as Struck) : null),
    over: () => existsSync(over),
    isArmed: (wound) => existsSync(armed) && readFileSync(armed, 'utf8') === wound,
    take(write) {
      try {
        renameSync(armed, taken);
      } catch {
        return false; // another write has taken it, or the harness took it back
      }
      put(struck, JSON.stringify(write));
      return true;
    },
    end: () => put(over, ''),
  };
}
