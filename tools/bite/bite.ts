import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT } from '../../src/main/embedded/project';
import { judgeOf, type Verdict } from './judge';
import { runJest, stopJest } from './jest';
import { allBites } from './sources';
import { testFiles } from './tests';
import { copyTree } from './tree';

/** `npm run bite -- [--id BAK-36] [--list]`: breaks rows one at a time and says which breaks no test notices. */
async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({ args, options: { id: { type: 'string' }, list: { type: 'boolean' }, system: { type: 'boolean' } } });
  const bites = allBites(PROJECT_ROOT).filter(({ ids }) => values.id === undefined || ids.includes(values.id));
  if (values.list) {
    for (const { id, file, line, before, after } of bites) console.log(`${id}  ${file}:${line}  ${squeezed(before)} → ${squeezed(after)}`);
    return 0;
  }
  const tree = copyTree(PROJECT_ROOT, join(PROJECT_ROOT, '.cache', 'bite', 'tree'));
  process.on('exit', () => tree.remove());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => (stopJest(), process.exit(130)));
  const files = testFiles(tree.folder).filter(({ cost }) => values.system || cost < 3);
  const judge = judgeOf(tree, files, (paths, ids) => runJest(tree.folder, join(PROJECT_ROOT, '.cache', 'bite', 'jest'), paths, ids));
  const verdicts: Verdict[] = [];
  for (const bite of bites) {
    const verdict = await judge(bite);
    verdicts.push(verdict);
    console.log(lineOf(verdict));
  }
  return verdicts.some(({ is }) => is === 'survived' || is === 'red') ? 1 : 0;
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 60);
const lineOf = ({ bite, is, by, ms }: Verdict): string =>
  `${is.padEnd(8)} ${bite.id}  ${bite.file}:${bite.line}  ${squeezed(bite.before)} → ${squeezed(bite.after)}  ${(ms / 1000).toFixed(1)} s${by ? `  by "${by.slice(0, 90)}"` : ''}`;

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
