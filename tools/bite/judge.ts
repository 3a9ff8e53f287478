import type { Bite } from './bite-types';
import type { RunJest, TestName } from './jest';
import { naming, type TestFile } from './tests';
import type { Tree } from './tree';

/**
 * What became of a bite: `killed`, a test failed as it should; `survived`, none did; `untested`, no test that may run names its rule; `red`,
 * the test that failed fails without the break, too, or jest itself failed.
 */
export interface Verdict {
  readonly bite: Bite;
  readonly is: 'killed' | 'survived' | 'untested' | 'red';
  /** The test that failed. */
  readonly by?: TestName;
  /** The test that failed passes without the break. */
  readonly confirmed?: true;
  /** What went wrong. */
  readonly why?: string;
  readonly ms: number;
}

/** What a judge works with. */
export interface Court {
  readonly tree: Tree;
  readonly files: readonly TestFile[];
  /** The files of the project that a test file may load. */
  readonly reach: (file: string) => ReadonlySet<string>;
  readonly run: RunJest;
}

/** The tests that may notice a bite: they name its rule, and can load the row. The cheap ones come first. */
export const candidatesOf = (bite: Bite, { files, reach }: Pick<Court, 'files' | 'reach'>): TestFile[] =>
  naming(files, bite.ids).filter(({ path, cost }) => cost === 3 || reach(path).has(bite.file));

/** Judges bites, one after the other. Whether the test that killed passes without the break is seen later, for all of them at once. */
export function judgeOf(court: Court): (bite: Bite) => Promise<Verdict> {
  /** How often a file killed bites of a rule: among those of the same cost it is tried first. */
  const kills = new Map<string, number>();
  const killsBy = (path: string, { ids }: Bite): number => kills.get(`${path} ${ids.join()}`) ?? 0;
  return async (bite) => {
    const since = performance.now();
    const done = (is: Verdict['is'], own: Pick<Verdict, 'by' | 'why'> = {}): Verdict => ({
      bite,
      is,
      ...own,
      ms: performance.now() - since,
    });
    if (naming(court.files, bite.ids).length === 0) return done('untested');
    const candidates = candidatesOf(bite, court).sort((a, b) => a.cost - b.cost || killsBy(b.path, bite) - killsBy(a.path, bite));
    if (candidates.length === 0) return done('survived', { why: 'no test that names the rule loads the row' });
    const paths = candidates.map(({ path }) => path);
    const { ran, failed, crash } = await court.tree.withBroken(bite, () => court.run(paths, bite.ids, 'first failure'));
    if (crash !== null) return done('red', { why: crash });
    const [by] = failed;
    if (!by) return done(ran > 0 ? 'survived' : 'untested');
    kills.set(`${by.file} ${bite.ids.join()}`, killsBy(by.file, bite) + 1);
    return done('killed', { by });
  };
}

/** The verdicts, after the tests that killed ran once on the whole tree: one that fails there, too, proves nothing. */
export async function confirmed(verdicts: readonly Verdict[], { files, run }: Pick<Court, 'files' | 'run'>): Promise<Verdict[]> {
  const killed = verdicts.flatMap(({ bite, is, by, confirmed: known }) =>
    is === 'killed' && by && !known ? [{ ids: bite.ids, file: by.file }] : [],
  );
  if (killed.length === 0) return [...verdicts];
  const killers = new Set(killed.map(({ file }) => file));
  const paths = files.map(({ path }) => path).filter((path) => killers.has(path));
  const { failed, crash } = await run(paths, [...new Set(killed.flatMap(({ ids }) => ids))], 'end');
  const isRed = ({ by }: Verdict): boolean =>
    failed.some(({ file, title }) => file === by?.file && (title === null || by.title === null || title === by.title));
  return verdicts.map((verdict) => {
    if (verdict.is !== 'killed' || verdict.confirmed) return verdict;
    if (crash !== null) return { ...verdict, is: 'red', why: crash };
    return isRed(verdict) ? { ...verdict, is: 'red' } : { ...verdict, confirmed: true };
  });
}
