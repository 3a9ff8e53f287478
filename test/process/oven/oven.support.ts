import './oven.http';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { sealing } from '../../../src/platform/temporal/seal';
import type { CompleteTask, Decided } from '../../../src/process/process.messages';
import { createRecorder } from '../../../src/process/record/recorder';
import { openShop, type Shop } from '../../support/http/shop';
import { recordingWorker } from '../../support/recording-worker';
import { timeSkippingServer } from '../../support/time-skipping';

const SECRET = 'the secret of this oven';
/** The id of the oven's workflow. */
export const OVEN = 'oven/7';

/** An oven that stands in a shop: its API with real HTTP and records, and its story on a server that skips time. */
export interface Oven {
  readonly env: TestWorkflowEnvironment;
  readonly shop: Shop;
  readonly clear: () => Promise<void>;
}

/** @param consoleDir where the console was built, if it is to be served. */
export async function standOven(consoleDir: string | null = null): Promise<Oven> {
  const [env, shop] = await Promise.all([
    timeSkippingServer({ payloadCodecs: [sealing(SECRET)] }),
    openShop({ consoleDir, now: Date.now() }),
  ]);
  await shop.db
    .$executeRaw`CREATE TABLE oven_looks (id text PRIMARY KEY, process_id text NOT NULL, burns boolean NOT NULL, at timestamptz NOT NULL)`;
  const recorder = createRecorder(shop.db);
  const worker = await recordingWorker({
    connection: env.nativeConnection,
    taskQueue: 'ovens',
    workflows: require.resolve('./oven.workflow'),
    secret: SECRET,
    db: shop.db,
  });
  const running = worker.run();
  shop.desk.answer('completeTask', async (_order, key, act: CompleteTask) => {
    const handle = env.client.workflow.getHandle(OVEN);
    const args: [CompleteTask, object] = [act, { for: OVEN, key, known: 0 }];
    const { revision, batch } = await handle.executeUpdate<Decided, typeof args>('light-the-oven', { updateId: key, args });
    if (batch) await recorder.record(batch);
    return { revision };
  });
  const originMs = await env.currentTimeMs();
  await env.client.workflow.start('oven', { taskQueue: 'ovens', workflowId: OVEN, args: [{ originMs, rate: 1 }, '7'] });
  const clear = async (): Promise<void> => {
    worker.shutdown();
    await running;
    await Promise.all([env.teardown(), shop.close()]);
  };
  return { env, shop, clear };
}
