import { randomUUID } from 'node:crypto';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Client } from '@temporalio/client';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';
import { PROJECT_ROOT } from '../../src/local-shop/project';
import { pause } from '../../src/demo/shop-client';
import { FLOOR_QUEUE, FLOOR_UPDATE, FLOOR_WORKFLOW, type Asked, type FloorShape } from '../floor/shape';
import type { OwnShop } from '../own-shop';
import type { Live } from './side';

/** The floor's worker, a process of its own. */
export interface FloorWorker {
  readonly pid: number;
  /** Resolves when the process is gone. */
  stop(): Promise<void>;
}

/** Bundles the floor's workflow with the SDK's bundler into the shop's folder; answers the file and its code. */
export async function bundleFloor(shop: OwnShop): Promise<{ readonly file: string; readonly code: string }> {
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(PROJECT_ROOT, 'bench', 'floor', 'workflow.ts'),
    logger: new DefaultLogger('WARN'),
  });
  const file = join(shop.home.dir, 'floor-bundle.js');
  writeFileSync(file, code);
  return { file, code };
}

/** Starts the floor's worker on the shop's Temporal server. @throws when it ends before it serves. */
export async function startFloorWorker({ temporalAddress, temporalNamespace }: OwnShop, bundle: string): Promise<FloorWorker> {
  const program = join(__dirname, '..', 'floor', 'worker.js');
  // the leash: it stops when our end of its standard input closes
  const child = spawn(process.execPath, ['--enable-source-maps', program, temporalAddress, temporalNamespace, bundle], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ready = new Promise<'ready'>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => line.startsWith('{"ready"') && resolve('ready'));
  });
  if ((await Promise.race([ready, gone])) !== 'ready') throw new Error('The floor worker ended while starting.');
  return {
    pid: child.pid!,
    async stop() {
      child.kill('SIGTERM');
      await gone;
    },
  };
}

/** The shape of a floor that asks so much. `waitMs`: real milliseconds all its fired timers last together. */
export const shapeOf = (asked: Asked, waitMs: number): FloorShape => ({
  updates: asked.updates,
  localActivities: asked.localActivities,
  activities: asked.activities,
  timersFired: asked.timersFired,
  timersCancelled: asked.timersCancelled,
  upserts: asked.upserts,
  timerMs: Math.round(waitMs / Math.max(1, asked.timersFired)),
});

/** Real milliseconds that let a workflow come to rest, so that the next act starts a workflow task of its own as it does with us. */
const AT_REST_MS = 500;

/** Floor orders, driven as ours are: one update after the other, aside while the timers run. */
export function floorOrders(client: Client, shape: FloorShape): Live {
  return async ({ aside, took }) => {
    const workflowId = `floor/${randomUUID()}`;
    const handle = await client.workflow.start(FLOOR_WORKFLOW, { workflowId, taskQueue: FLOOR_QUEUE, args: [shape] });
    await aside(() => pause(AT_REST_MS)); // ours has opened its first task before it is answered
    for (let n = 1; n <= shape.updates; n += 1) {
      if (n === shape.updates) await aside(() => pause(shape.timerMs * shape.timersFired + AT_REST_MS));
      const from = performance.now();
      await handle.executeUpdate(FLOOR_UPDATE, { args: [n], updateId: randomUUID() });
      took(performance.now() - from);
    }
    await handle.result();
    return workflowId;
  };
}
