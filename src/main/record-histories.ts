import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { historyToJSON } from '@temporalio/common/lib/proto-utils';
import { orderWorkflowId } from '../orders/names.messages';
import { DEMO_PASSWORD } from '../demo/demo-shop';
import { startDemoShop } from '../demo/demo-shop-process';
import { PROJECT_ROOT } from '../local-shop/project';
import { LIVES, type LifeName } from '../demo/lives';
import { createPeople } from '../demo/people';
import { createShopClient } from '../demo/shop-client';

/** Fast enough for thirteen days in two minutes, slow enough for people to be on time. */
const RATE = 12_000;

/**
 * `npm run replay:record`: lives one order to each of `LIVES` on a real shop and writes its history to `test/replay/histories/`. Run it for
 * each released change of a story; older recordings stay, since orders of that time may still be running.
 */
async function record(names: readonly string[]): Promise<void> {
  const dir = mkdtempSync(join(tmpdir(), 'levain-record-'));
  const shop = await startDemoShop(dir, RATE, process.env, console.log);
  const connection = await Connection.connect({ address: shop.run.temporalAddress });
  const client = new Client({ connection, namespace: shop.run.temporalNamespace });
  const into = join(PROJECT_ROOT, 'test', 'replay', 'histories');
  mkdirSync(into, { recursive: true });
  try {
    const people = await createPeople(createShopClient(shop.run.apiUrl, DEMO_PASSWORD));
    const wanted = (Object.keys(LIVES) as LifeName[]).filter((name) => names.length === 0 || names.includes(name));
    for (const name of wanted) {
      const number = await LIVES[name]({ people, catcherUrl: shop.run.catcherUrl });
      const history = await client.workflow.getHandle(orderWorkflowId(number)).fetchHistory();
      writeFileSync(join(into, `${name}.json`), `${historyToJSON(history)}\n`);
      console.log(`${name}: order ${number}, ${history.events?.length} events`);
    }
  } finally {
    await connection.close();
    await shop.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

if (require.main === module)
  void record(process.argv.slice(2)).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
