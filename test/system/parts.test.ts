import { startShop, type TestShop } from '../support/shop';

let shop: TestShop;
beforeAll(async () => {
  shop = await startShop();
}, 180_000);
afterAll(async () => {
  await shop.stop();
}, 120_000);

/** `/readyz` once it answers `wanted`; each look is a fresh one. */
async function readiness(wanted: number): Promise<number> {
  for (;;) {
    const { status } = await shop.api('GET', '//readyz');
    if (status === wanted) return status;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

describe('the parts of a shop, each a process of its own', () => {
  test.each(['postgres', 'temporal'] as const)(
    'without %s the API lives and says that it is not ready; with it again it is',
    async (name) => {
      expect(await readiness(200)).toBe(200);
      await shop.parts[name].kill9();
      expect(await readiness(503)).toBe(503);
      expect((await shop.api('GET', '//healthz')).status).toBe(200);
      await shop.parts[name].start();
      expect(await readiness(200)).toBe(200);
    },
    90_000,
  );

  test('the API comes back at its address, and a session outlives it', async () => {
    const before = await shop.api('GET', '/sessions/current', undefined, { as: 'store-manager' });
    await shop.parts.api.kill9();
    await expect(shop.api('GET', '//healthz')).rejects.toThrow('fetch failed');
    await shop.parts.api.start();
    const after = await shop.api('GET', '/sessions/current', undefined, { as: 'store-manager' });
    expect([before.status, after.status]).toEqual([200, 200]);
    expect(after.body.staff).toEqual(before.body.staff);
  }, 90_000);

  test('worker and catcher may be stopped and started; nothing else ends with them', async () => {
    for (const name of ['worker', 'catcher'] as const) {
      await shop.parts[name].stop();
      expect(shop.parts[name].running).toBe(false);
      await shop.parts[name].start();
    }
    expect(await shop.messages()).toEqual([]);
    expect(Object.values(shop.parts).map(({ running }) => running)).toEqual([true, true, true, true, true]);
    expect(shop.deaths).toEqual([]);
  }, 120_000);
});
