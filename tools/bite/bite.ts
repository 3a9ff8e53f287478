import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../../src/local-shop/project';
import type { Bite } from './bite-types';
import { readExplained } from './explained';
import { runJest, stopJest } from './jest';
import { judgeOf, type Verdict } from './judge';
import { chosen, readOptions, type Options } from './options';
import { pageWith } from './page';
import { describe, lineOf, passes, summaryOf } from './report';
import { allBites } from './sources';
import { testFiles } from './tests';
import { copyTree } from './tree';

const inProject = (...parts: string[]): string => join(PROJECT_ROOT, ...parts);
const PAGE = inProject('docs', 'spec', 'bite.md');
const EXPLAINED = inProject('docs', 'spec', 'bite-explained.tsv');

/** `npm run bite` (docs/spec/bite.md): breaks rows one at a time and says which breaks no test notices. Answers the exit code. */
async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  const all = allBites(PROJECT_ROOT);
  const bites = chosen(all, options);
  if (options.list) {
    for (const bite of bites) console.log(describe(bite));
    return 0;
  }
  const explained = readExplained(readFileSync(EXPLAINED, 'utf8'));
  const stale = [...explained.keys()].filter((id) => !all.some((bite) => bite.id === id));
  for (const id of stale) console.error(`bite-explained.tsv explains "${id}", which is no bite any more.`);

  const verdicts = await judged(bites, options, (verdict) => console.log(lineOf(verdict, explained)));
  console.log(`\n${summaryOf(verdicts, explained)}`);
  if (options.write) writeFileSync(PAGE, pageWith(readFileSync(PAGE, 'utf8'), verdicts, explained));
  return stale.length === 0 && passes(verdicts, explained, bites.length === all.length) ? 0 : 1;
}

async function judged(bites: readonly Bite[], { system }: Options, say: (verdict: Verdict) => void): Promise<Verdict[]> {
  const tree = copyTree(PROJECT_ROOT, inProject('.cache', 'bite', 'tree'), { builds: system });
  process.on('exit', () => tree.remove());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stopJest().then(() => process.exit(130)));
  const files = testFiles(tree.folder).filter(({ cost }) => system || cost < 3);
  const judge = judgeOf(tree, files, (paths, ids) => runJest(tree.folder, inProject('.cache', 'bite', 'jest'), paths, ids));
  const verdicts: Verdict[] = [];
  for (const bite of bites) {
    const verdict = await judge(bite);
    verdicts.push(verdict);
    say(verdict);
  }
  return verdicts;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    process.exit(1);
  },
);
