import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { verifyTimeline } from '../../src/process/record/timeline';
import { DEMO_PASSWORD } from '../../src/demo/demo-shop';
import { DAY_MS, HOUR_MS } from '../../src/base/rule';
import { createPeople, type People } from '../../src/demo/people';
import { createShopClient } from '../../src/demo/shop-client';
import { aCakeFor, steps, wholeHour } from '../../src/demo/steps';
import { resolveTemporal } from '../../tools/temporal-servers.mjs';
import { startShop, type TestShop } from '../support/shop';

let shop: TestShop;
let people: People;
let cli: string;

beforeAll(async () => {
  shop = await startShop();
  people = await createPeople(createShopClient(shop.apiUrl, DEMO_PASSWORD));
  cli = (await resolveTemporal()).cli;
}, 120_000);
afterAll(() => shop.stop(), 60_000);

const signal = (order: string, name: string, input: unknown): string =>
  execFileSync(cli, [
    ...['workflow', 'signal', '--address', shop.temporalAddress, '--namespace', shop.temporalNamespace, '--workflow-id', `order/${order}`],
    ...['--name', name, '--input', typeof input === 'string' ? input : JSON.stringify(input)],
  ]).toString();

const timeline = async (order: string): Promise<{ kind: string; data: Record<string, unknown>; actor: Record<string, unknown> }[]> => {
  const { body } = await shop.api('GET', `/orders/${order}/timeline?limit=200`, undefined, { as: 'store-manager' });
  return body.items as { kind: string; data: Record<string, unknown>; actor: Record<string, unknown> }[];
};
const refusals = async (order: string): Promise<unknown[]> =>
  (await timeline(order)).filter((event) => event.kind === 'signal.refused').map((event) => event.data.code);

async function acceptedOrder(): Promise<{ order: string; deliveryAt: number }> {
  const deliveryAt = wholeHour((await people.now()) + 6 * DAY_MS);
  const { number } = await people.shop.post<{ number: string }>('/orders', aCakeFor(deliveryAt), { as: 'sales-consultant' });
  const step = steps(people, number);
  await step.feasible(deliveryAt - 2 * DAY_MS);
  await people.until(number, (order) => order.state === 'awaiting-deposit');
  await step.pays(8_640);
  await people.task(number, 'materials-settled');
  return { order: number, deliveryAt };
}

describe('the same decisions from Temporal UI and the CLI (api.md 5)', () => {
  test('BAK-37 the store manager approves a change with `temporal workflow signal`: the order becomes version 2, and the record says via temporal', async () => {
    const { order, deliveryAt } = await acceptedOrder();
    const change = await people.shop.post<{ id: string }>(
      `/orders/${order}/changes`,
      { patch: { deliveryAt: new Date(deliveryAt + 2 * HOUR_MS).toISOString() }, reason: '改时间' },
      { as: 'sales-consultant' },
    );
    signal(order, 'approve', { changeId: change.id, by: 'store-manager', reason: 'fine' });
    const shown = await people.until(order, ({ version }) => version === 2);
    expect(Date.parse(shown.deliveryAt)).toBe(deliveryAt + 2 * HOUR_MS);
    const approved = (await timeline(order)).find((event) => event.kind === 'change.approved');
    expect(approved?.actor).toMatchObject({ kind: 'staff', via: 'temporal' });
  });

  test('a signal that cannot be read, comes from nobody, or from somebody without the role changes nothing and stands on the timeline', async () => {
    const { order, deliveryAt } = await acceptedOrder();
    const change = await people.shop.post<{ id: string }>(
      `/orders/${order}/changes`,
      { patch: { deliveryAt: new Date(deliveryAt + 2 * HOUR_MS).toISOString() }, reason: '改时间' },
      { as: 'sales-consultant' },
    );
    signal(order, 'approve', '"yes please"');
    signal(order, 'approve', { changeId: change.id, by: 'nobody', reason: 'x' });
    signal(order, 'approve', { changeId: change.id, by: 'baker', reason: 'x' });
    signal(order, 'cancel', { cause: 'weather', by: 'store-manager', reason: 'x' });
    await people.until(order, () => true);
    for (let look = 0; look < 100 && (await refusals(order)).length < 4; look += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await refusals(order)).toEqual(['invalid-request', 'not-allowed', 'not-allowed', 'invalid-request']);
    const shown = await people.order(order);
    expect(shown).toMatchObject({ version: 1, state: 'materials', overlays: ['change-pending'] });
  });

  test('BAK-39 the store manager cancels for a cause of the store: all that was paid is owed back', async () => {
    const { order } = await acceptedOrder();
    signal(order, 'cancel', { cause: 'store', by: 'store-manager', reason: 'oven broken' });
    await people.until(order, ({ state }) => state === 'cancelled');
    const refund = await people.task(order, 'refund');
    expect(refund.context).toMatchObject({ refundFen: 8_640 });
  });
});

test('a row of the timeline altered by hand in Postgres is found, with its place', async () => {
  const { order } = await acceptedOrder();
  await asSuperuser(
    `BEGIN; SET LOCAL session_replication_role = replica;
     UPDATE timeline SET data = '{"amountFen":1}' WHERE process_id = 'order/${order}' AND kind = 'payment.received'; COMMIT`,
  );
  const findings = [];
  for await (const finding of verifyTimeline(shop.db)) if (!finding.ok) findings.push(finding);
  const seq = (await timeline(order)).findIndex((event) => event.kind === 'payment.received') + 1;
  expect(findings).toEqual([expect.objectContaining({ process: `order/${order}`, seq })]);
});

/** What only whoever runs the server can do: the shop's own account may not. */
async function asSuperuser(sql: string): Promise<void> {
  const address = new URL(shop.databaseUrl);
  address.username = 'postgres';
  address.password = readFileSync(join(shop.home, 'postgres-admin-password'), 'utf8');
  const client = new Client({ connectionString: address.href });
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
