import { randomInt } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { PROJECT_ROOT } from '../src/main/embedded/project';
import { StartProblem } from '../src/main/embedded/start-problem';
import { planOf } from './chaos/plan';
import { tableOf, verdictOf } from './chaos/report';
import { runChaos } from './chaos/run';

const LAST = join(PROJECT_ROOT, 'bench', 'chaos-last.json');
const DEFAULTS = { minutes: 5, 'orders-per-minute': 55, rate: 6_000, 'drain-seconds': 420 } as const;

/** `npm run chaos -- --minutes 5 [--seed N]` (docs/chaos.md). Answers the exit code: 1 when anything was lost, double, stuck or broken. */
async function main(args: string[]): Promise<number> {
  const number = { type: 'string' } as const;
  const { values } = parseArgs({
    args,
    options: {
      minutes: number,
      seed: number,
      'orders-per-minute': number,
      rate: number,
      'drain-seconds': number,
      keep: { type: 'boolean' },
    },
  });
  const given = (name: keyof typeof DEFAULTS | 'seed', fallback: number): number => {
    const value = Number(values[name] ?? fallback);
    if (!Number.isFinite(value) || value < 0) throw new StartProblem(`--${name} must be a number, not ${values[name]}.`);
    return value;
  };
  const seed = given('seed', randomInt(1, 1_000_000));
  const plan = planOf({
    seed,
    minutes: given('minutes', DEFAULTS.minutes),
    ordersPerMinute: given('orders-per-minute', DEFAULTS['orders-per-minute']),
  });
  console.log(`seed ${seed}: npm run chaos -- --minutes ${plan.minutes} --seed ${seed} repeats its kills, orders and acts`);
  const report = await runChaos({
    plan,
    clockRate: given('rate', DEFAULTS.rate),
    drainMs: given('drain-seconds', DEFAULTS['drain-seconds']) * 1000,
    say: (line) => console.log(line),
    keep: values.keep ?? false,
  });
  writeFileSync(LAST, `${JSON.stringify({ verdict: verdictOf(report), ...report }, null, 2)}\n`);
  console.log(`\n${tableOf(report)}`);
  return verdictOf(report) === 'passed' ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    console.error(error instanceof StartProblem ? error.message : error);
    process.exit(1);
  },
);
