import type { Bite } from './bite-types';
import type { Explained } from './explained';
import type { Verdict } from './judge';

/** Of a full run so many of the bites that were judged may survive unexplained; of any other run none. */
const TOLERATED = 0.05;

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 70).trim() || 'nothing';

/** What a bite breaks, in one line. */
export const describe = ({ id, file, line, before, after }: Bite): string =>
  `${id}\n         ${file}:${line}: ${squeezed(before)} → ${squeezed(after)}`;

/** What became of a bite. */
export function lineOf({ bite, is, by, why, ms }: Verdict, explained: Explained): string {
  const reason = is === 'survived' ? explained.get(bite.id) : undefined;
  const said = reason ?? why;
  const how = by ? ` by "${by.title ?? `${by.file} cannot be loaded`}"` : said ? ` (${said})` : '';
  return `${is.padEnd(8)} ${describe(bite)}; ${(ms / 1000).toFixed(1)} s${how}`;
}

interface Counts {
  readonly bites: number;
  readonly killed: number;
  readonly survived: number;
  readonly explained: number;
  readonly untested: number;
  readonly red: number;
}

export function countsOf(verdicts: readonly Verdict[], explained: Explained): Counts {
  const are = (is: Verdict['is']) => verdicts.filter((verdict) => verdict.is === is);
  const survived = are('survived');
  return {
    bites: verdicts.length,
    killed: are('killed').length,
    survived: survived.length,
    explained: survived.filter(({ bite }) => explained.has(bite.id)).length,
    untested: are('untested').length,
    red: are('red').length,
  };
}

/** Survivors without an explanation: rules that a test names and none proves. */
export const unexplained = (verdicts: readonly Verdict[], explained: Explained): Verdict[] =>
  verdicts.filter(({ bite, is }) => is === 'survived' && !explained.has(bite.id));

export function summaryOf(verdicts: readonly Verdict[], explained: Explained): string {
  const { bites, killed, survived, untested, red } = countsOf(verdicts, explained);
  const open = unexplained(verdicts, explained);
  const seconds = verdicts.reduce((sum, { ms }) => sum + ms, 0) / 1000;
  return [
    ...verdicts.filter(({ is }) => is === 'red').map((verdict) => lineOf(verdict, explained)),
    ...open.map(({ bite }) => `survived ${describe(bite)}`),
    `${bites} bites: ${killed} killed, ${survived} survived, ${untested} untested, ${red} red; ${Math.round(seconds)} s, ${(seconds / Math.max(1, bites)).toFixed(1)} s a bite`,
    `survivors unexplained: ${open.length}`,
  ].join('\n');
}

/** Whether a run passes; `full` is one over every bite there is. */
export function passes(verdicts: readonly Verdict[], explained: Explained, full: boolean): boolean {
  const { killed, survived, red } = countsOf(verdicts, explained);
  const open = unexplained(verdicts, explained).length;
  return red === 0 && (full ? open <= TOLERATED * (killed + survived) : open === 0);
}
