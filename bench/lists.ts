import type { ReadingApi } from './lists/api';
import { questions, type Question } from './lists/questions';
import { withYears } from './lists/years';
import { readNumbers } from './numbers';
import { runToEnd } from './run-to-end';
import { percentile } from './stats';
import { tableOf, type Cell } from './table';

/** Orders on file, and how often each question is asked. */
const DEFAULTS = { orders: 50_000, times: 60 };
/** Real ms that a list may take at the 95th percentile, on a machine of two cores. */
const AIM_MS = 80;

/** The first answers pay for what a connection and a compiler learn once. */
const WARM_UP = 3;

/** How many rows a list has, or a board in its longest list. */
const itemsOf = (body: object): number => Math.max(...Object.values(body).map((part) => (Array.isArray(part) ? part.length : 0)));

async function rowOf(api: ReadingApi, { what, path, onward }: Question, times: number): Promise<Cell[]> {
  const ask = async (n: number): ReturnType<ReadingApi['ask']> => {
    const first = await api.ask(path(n));
    return onward ? api.ask(`${path(n)}&cursor=${first.body.next}`) : first;
  };
  for (let n = 0; n < WARM_UP; n++) await ask(n);
  const took: number[] = [];
  let items = 0;
  for (let n = 0; n < times; n++) {
    const { body, ms } = await ask(n);
    took.push(ms);
    items += itemsOf(body);
  }
  const p95 = percentile(took, 95);
  return [what, items / times, percentile(took, 50), p95, p95 <= AIM_MS ? 'met' : 'missed'];
}

/** `npm run bench:lists` (bench/RESULTS.md): how long lists of orders take in a shop with years behind it. Answers the exit code. */
async function main(args: string[]): Promise<number> {
  const { orders, times } = readNumbers(args, DEFAULTS, [], ['orders', 'times']).numbers;
  await withYears(orders, null, async ({ api, now }) => {
    const rows: Cell[][] = [];
    for (const question of questions(orders, now)) rows.push(await rowOf(api, question, times));
    console.log(tableOf(['question', 'rows', 'p50 ms', 'p95 ms', `≤ ${AIM_MS}`], rows));
  });
  return 0;
}

runToEnd(main(process.argv.slice(2)));
