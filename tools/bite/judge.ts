import type { Bite } from './bite-types';
import type { Outcome } from './jest';
import { naming, type TestFile } from './tests';
import type { Tree } from './tree';

/**
 * What became of a bite: `killed`, a test failed as it should; `survived`, none did; `untested`, no test that may run names its rule; `red`,
 * the test that failed fails without the break, too, or jest itself failed.
 */
export interface Verdict {
  readonly bite: Bite;
  readonly is: 'killed' | 'survived' | 'untested' | 'red';
  /** The test that failed, or what went wrong. */
  readonly by?: string;
  readonly ms: number;
}

type Run = (files: readonly string[], ids: readonly string[]) => Promise<Outcome>;

/** Judges bites, one after the other. A test that kills is run once on the whole tree before it is believed. */
export function judgeOf(tree: Tree, files: readonly TestFile[], run: Run): (bite: Bite) => Promise<Verdict> {
  const green = new Map<string, Promise<boolean>>();
  const isGreen = (file: string, ids: readonly string[]): Promise<boolean> => {
    const key = `${file} ${ids.join()}`;
    const known = green.get(key) ?? run([file], ids).then(({ failed }) => failed === null);
    green.set(key, known);
    return known;
  };
  return async (bite) => {
    const since = performance.now();
    const done = (is: Verdict['is'], by?: string): Verdict => ({ bite, is, ...(by && { by }), ms: performance.now() - since });
    const candidates = naming(files, bite.ids).map(({ path }) => path);
    if (candidates.length === 0) return done('untested');
    const { ran, failed, crash } = await tree.withBroken(bite, () => run(candidates, bite.ids));
    if (crash !== null) return done('red', crash);
    if (!failed) return done(ran > 0 ? 'survived' : 'untested');
    return done((await isGreen(failed.file, bite.ids)) ? 'killed' : 'red', failed.title ?? `${failed.file} cannot be loaded`);
  };
}
