import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { FLOOR_QUEUE, LEAST_ASKED, type Asked } from '../../bench/floor/shape';
import { floorOrders, shapeOf } from '../../bench/throughput/floor-side';
import { countHistory, type History } from '../../bench/throughput/history-counts';
import { bundleOf, timeSkippingServer } from '../support/time-skipping';

let env: TestWorkflowEnvironment;
let worker: Worker;
let running: Promise<void>;
beforeAll(async () => {
  env = await timeSkippingServer();
  worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: FLOOR_QUEUE,
    workflowBundle: await bundleOf(require.resolve('../../bench/floor/workflow')),
    activities: { noop: () => Promise.resolve() },
  });
  running = worker.run();
}, 120_000);
afterAll(async () => {
  worker.shutdown();
  await running;
  await env.teardown();
}, 60_000);

/** The history of a floor order that was lived to its end. */
async function lived(asked: Asked): Promise<History> {
  const live = floorOrders(env.client, shapeOf(asked, 100));
  const workflowId = await live({ aside: (wait) => wait(), took: () => undefined });
  return env.client.workflow.getHandle(workflowId).fetchHistory();
}

test('the least floor is eighteen acts, each answered in a workflow task of its own, two timers that fire, and nothing else', async () => {
  const history = await lived(LEAST_ASKED);
  expect(countHistory(history)).toMatchObject({
    updates: 18,
    timersFired: 2,
    localActivities: 0,
    activities: 0,
    timersCancelled: 0,
    upserts: 0,
    signals: 0,
    children: 0,
  });

  let task = 0;
  const [takenIn, answeredIn]: [number[], number[]] = [[], []];
  for (const event of history.events ?? []) {
    if (event.workflowTaskCompletedEventAttributes) task += 1;
    if (event.workflowExecutionUpdateAcceptedEventAttributes) takenIn.push(task);
    if (event.workflowExecutionUpdateCompletedEventAttributes) answeredIn.push(task);
  }
  expect(answeredIn).toEqual(takenIn);
  expect(new Set(takenIn).size).toBe(18);
});

test.each([
  [
    'an activity for every act and two more',
    { updates: 18, activities: 20, localActivities: 6, timersFired: 2, timersCancelled: 12, upserts: 16 },
  ],
  ['fewer activities than acts', { updates: 18, activities: 4, localActivities: 3, timersFired: 2, timersCancelled: 8, upserts: 8 }],
])('a floor does what it is asked, with %s', async (_, asked) => {
  expect(countHistory(await lived(asked))).toMatchObject(asked);
});
