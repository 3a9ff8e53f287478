import '../src/main/chapters';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../src/local-shop/project';
import { runLoad } from './load/load';
import { loadFailures, loadReportOf } from './load/report';
import { thisMachine } from './machine';
import { readOptions } from './options';
import { compare } from './throughput/compare';
import { aimsOf, failures, reportOf } from './throughput/report';
import { runToEnd } from './run-to-end';

const LAST = join(PROJECT_ROOT, 'bench', 'last.json');

/** `npm run bench [-- --load]` (bench/RESULTS.md). Answers the exit code: 1 when an order failed; a missed aim is a result, not a failure. */
async function main(args: string[]): Promise<number> {
  const options = readOptions(args);
  const say = (line: string): void => console.log(line);
  const comparison = options.rounds > 0 ? await compare(options, say) : null;
  if (comparison) say(`\n${reportOf(comparison)}\n`);
  const load = options.load ? await runLoad(options, say) : null;
  if (load) say(`\n${loadReportOf(load)}\n`);
  const aims = comparison && aimsOf(comparison);
  writeFileSync(LAST, `${JSON.stringify({ machine: thisMachine(), options, aims, comparison, load }, null, 2)}\n`);
  const failed = [...(comparison ? failures(comparison) : []), ...(load ? loadFailures(load) : [])];
  return failed.length === 0 ? 0 : 1;
}

runToEnd(main(process.argv.slice(2)));
