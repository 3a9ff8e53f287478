import type { OrderInput } from '../../../src/orders/order.messages';
import { runStarter } from '../../../src/platform/temporal/starter';

const BAD = '20261123001';
const GOOD = ['20261123002', '20261123003'];

/** A starter that owes all of them; `works` says whether a launch succeeds. Stops when `enough` were launched. */
async function launchedBy(
  works: (number: string, tries: number) => boolean,
  enough: number,
): Promise<{ launched: string[]; tried: string[] }> {
  const stopping = new AbortController();
  const launched: string[] = [];
  const tried: string[] = [];
  await runStarter(
    {
      owed: (limit) =>
        Promise.resolve(
          [BAD, ...GOOD]
            .filter((number) => !launched.includes(number))
            .map((number) => ({ number }) as OrderInput)
            .slice(0, limit),
        ),
      launch: ({ number }) => {
        tried.push(number);
        return works(number, tried.length) ? Promise.resolve() : Promise.reject(new Error('not now'));
      },
      launched: (number) => {
        launched.push(number);
        if (launched.length === enough) stopping.abort();
        return Promise.resolve();
      },
      log: () => undefined,
    },
    stopping.signal,
  );
  return { launched, tried };
}

describe('the starter', () => {
  test('an order whose launch keeps failing holds up no other', async () => {
    const { launched } = await launchedBy((number) => number !== BAD, 2);
    expect(launched).toEqual(GOOD);
  });

  test('when Temporal is away it asks once a look, and launches all of them, the oldest too, when it is back', async () => {
    const { launched, tried } = await launchedBy((_number, tries) => tries > 2, 3);
    expect(tried.slice(0, 2)).toEqual([BAD, GOOD[0]]);
    expect([...launched].sort()).toEqual([BAD, ...GOOD]);
  });
});
