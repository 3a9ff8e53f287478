import { runArrivals } from '../../bench/load/arrivals';

describe('an open loop', () => {
  test('sends every request at its instant although none is answered', async () => {
    const answers: (() => void)[] = [];
    const run = runArrivals({ rate: 200, seconds: 0.05, send: () => new Promise((resolve) => answers.push(resolve)) });
    while (answers.length < 10) await new Promise((resolve) => setImmediate(resolve));
    answers.forEach((answer) => answer());
    expect(await run).toMatchObject({ sent: 10, failed: [] });
  });

  test('counts what the sender itself was late into the latency', async () => {
    const { latencyMs, senderLateMs } = await runArrivals({
      rate: 100,
      seconds: 0.03,
      send: (n) => {
        const until = performance.now() + (n === 0 ? 60 : 0);
        while (performance.now() < until); // the machine stands still while the first is sent
        return Promise.resolve();
      },
    });
    expect(senderLateMs).toBeGreaterThanOrEqual(50); // the second was due 10 ms after the first
    expect(latencyMs[1]).toBeGreaterThanOrEqual(50);
  });

  test('tells of the requests that failed, and leaves them out of the latencies', async () => {
    const result = await runArrivals({
      rate: 1000,
      seconds: 0.004,
      send: (n) => (n === 1 ? Promise.reject(new Error('503')) : Promise.resolve()),
    });
    expect(result).toMatchObject({ sent: 4, failed: ['503'] });
    expect(result.latencyMs).toHaveLength(3);
  });
});
