import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/local-shop/project';
import { startScratchPostgres } from '../../src/local-shop/scratch-postgres';
import type { Bite } from './bite-types';
import { readExplained } from './explained';
import { jestIn, stopJest } from './jest';
import { confirmed, judgeOf, type Court, type Verdict } from './judge';
import { keepIn } from './kept';
import { chosen, readOptions, type Options } from './options';
import { pageWith } from './page';
import { PLACES } from './places';
import { reachIn } from './reach';
import { describe, lineOf, passes, summaryOf } from './report';
import { allBites } from './sources';
import { testFiles } from './tests';
import { copyTree } from './tree';

const inProject = (path: string): string => join(PROJECT_ROOT, path);

/** `npm run bite` (docs/spec/bite.md): breaks rows one at a time and says which breaks no test notices. Answers the exit code. */
async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  const all = allBites(PROJECT_ROOT);
  const bites = chosen(all, options);
  if (options.list) {
    for (const bite of bites) console.log(describe(bite));
    return 0;
  }
  const explained = readExplained(readFileSync(inProject(PLACES.explained), 'utf8'));
  const stale = [...explained.keys()].filter((id) => !all.some((bite) => bite.id === id));
  for (const id of stale) console.error(`bite-explained.tsv explains "${id}", which is no bite any more.`);

  const verdicts = await judged(bites, options, (verdict) => console.log(lineOf(verdict, explained)));
  console.log(`\n${summaryOf(verdicts, explained)}`);
  if (options.write) {
    const page = inProject(PLACES.page);
    writeFileSync(page, pageWith(readFileSync(page, 'utf8'), verdicts, explained));
  }
  return stale.length === 0 && passes(verdicts, explained, bites.length === all.length) ? 0 : 1;
}

async function judged(bites: readonly Bite[], { system, plain, resume }: Options, say: (verdict: Verdict) => void): Promise<Verdict[]> {
  const tree = copyTree(PROJECT_ROOT, inProject(join(PLACES.cache, 'tree')), { builds: system });
  process.on('exit', () => tree.remove());
  // one for all runs of jest; should this process be killed, its warden stops it
  const postgres = await startScratchPostgres({ max_connections: '300' });
  const end = (): Promise<unknown> => Promise.all([stopJest(), postgres.stop()]);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void end().then(() => process.exit(130)));
  const court: Court = {
    tree,
    files: testFiles(tree.folder).filter(({ cost }) => cost <= (plain ? 0 : system ? 3 : 2)),
    reach: reachIn(tree.folder, PLACES.setup),
    run: jestIn(tree.folder, inProject(join(PLACES.cache, 'jest')), postgres.adminUrl),
  };
  const keep = keepIn(inProject(join(PLACES.cache, 'verdicts.jsonl')), court);
  const judge = judgeOf(court);
  try {
    const verdicts: Verdict[] = [];
    for (const bite of bites) {
      const known = resume ? keep.of(bite) : undefined;
      const verdict = known ?? (await judge(bite));
      if (!known && !(plain && verdict.is !== 'killed')) keep.add(verdict);
      verdicts.push(verdict);
      say(verdict);
    }
    const sure = await confirmed(verdicts, court);
    for (const verdict of sure) if (!verdicts.includes(verdict)) keep.add(verdict);
    return sure;
  } finally {
    await postgres.stop();
  }
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
