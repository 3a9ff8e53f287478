import '../src/main/chapters';
import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../src/local-shop/project';
import { planOf } from './chaos/plan';
import { tableOf, verdictOf } from './chaos/report';
import { runChaos } from './chaos/run';
import { readNumbers } from './numbers';
import { runToEnd } from './run-to-end';

const LAST = join(PROJECT_ROOT, 'bench', 'chaos-last.json');
/** Every number a run can be given, and what it is without; the seed is drawn. */
const DEFAULTS = { minutes: 5, 'orders-per-minute': 55, rate: 6_000, 'drain-seconds': 420 } as const;

/** `npm run chaos -- --minutes 5 [--seed N]` (docs/chaos.md). Answers the exit code: 1 when anything was lost, double, stuck or broken. */
async function main(args: string[]): Promise<number> {
  const { numbers, flags } = readNumbers(args, { ...DEFAULTS, seed: randomInt(1, 1_000_000) }, ['keep']);
  const { seed, minutes } = numbers;
  const plan = planOf({ seed, minutes, ordersPerMinute: numbers['orders-per-minute'] });
  console.log(`seed ${seed}: npm run chaos -- --minutes ${plan.minutes} --seed ${seed} repeats its kills, orders and acts`);
  const report = await runChaos({
    plan,
    clockRate: numbers.rate,
    drainMs: numbers['drain-seconds'] * 1000,
    say: (line) => console.log(line),
    keep: flags.keep,
  });
  writeFileSync(LAST, `${JSON.stringify({ verdict: verdictOf(report), ...report }, null, 2)}\n`);
  console.log(`\n${tableOf(report)}`);
  return verdictOf(report) === 'passed' ? 0 : 1;
}

runToEnd(main(process.argv.slice(2)));
