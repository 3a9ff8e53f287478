import { createHash } from 'node:crypto';
import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Bite } from './bite-types';
import { candidatesOf, type Court, type Verdict } from './judge';

type Kept = Omit<Verdict, 'bite'> & { readonly id: string; readonly basis: string };

/** The verdicts of earlier runs, so that a run that was cut can go on (`--resume`). */
export interface Keep {
  /** The verdict on this bite, if what it rests on is as it was: the break, and the file of the test that killed, or every file whose tests did not. */
  of(bite: Bite): Verdict | undefined;
  add(verdict: Verdict): void;
}

/** Keeps verdicts in a file, a line each. A change elsewhere (the code, what tests share) is not noticed: without `--resume` all is judged anew. */
export function keepIn(file: string, court: Pick<Court, 'files' | 'reach'>): Keep {
  mkdirSync(dirname(file), { recursive: true });
  const basisOf = ({ bite, by }: Pick<Verdict, 'bite' | 'by'>): string => {
    const tests = candidatesOf(bite, court).filter(({ path }) => !by || path === by.file);
    return createHash('sha256')
      .update([bite.before, bite.after, ...tests.map(({ path, text }) => path + text).sort()].join('\0'))
      .digest('hex');
  };
  const kept = new Map(linesOf(file).map((one) => [one.id, one]));
  return {
    of(bite) {
      const known = kept.get(bite.id);
      if (!known || known.is === 'red') return undefined;
      const { id: _, basis, ...own } = known;
      const verdict = { bite, ...own };
      return basis === basisOf(verdict) ? verdict : undefined;
    },
    add(verdict) {
      const { bite, ...own } = verdict;
      const line: Kept = { id: bite.id, basis: basisOf(verdict), ...own };
      appendFileSync(file, `${JSON.stringify(line)}\n`);
    },
  };
}

const linesOf = (file: string): Kept[] =>
  (existsSync(file) ? readFileSync(file, 'utf8') : '')
    .split('\n')
    .filter((line) => line.endsWith('}')) // the last may have been cut
    .map((line) => JSON.parse(line) as Kept);
