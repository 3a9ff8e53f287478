import {
  allHandlersFinished,
  ApplicationFailure,
  CancellationScope,
  condition,
  defineUpdate,
  proxyActivities,
  proxyLocalActivities,
  setHandler,
  sleep,
  upsertSearchAttributes,
} from '@temporalio/workflow';
import { defineSearchAttributeKey } from '@temporalio/common';
import { FLOOR_UPDATE, shareOf, type FloorShape } from './shape';

interface NoOps {
  noop(): Promise<void>;
}
const local = proxyLocalActivities<NoOps>({ startToCloseTimeout: '5s' });
const regular = proxyActivities<NoOps>({ startToCloseTimeout: '5s' });
const STATE = defineSearchAttributeKey('OrderState', 'KEYWORD');
const step = defineUpdate<{ revision: number }, [number]>(FLOOR_UPDATE);

/**
 * A floor: the bare SDK doing as many updates, local activities, activities, timers and upserts as its shape says, and nothing else.
 * An update is validated, queued by its handler, answered after the story's activity, as ours is (docs/adr/0009); where the shape has no
 * activity for it, in the workflow task that took it. The timers that fire come before the last update, as an order waits before its visit.
 */
export async function floorOrder(shape: FloorShape): Promise<number> {
  let queued = 0;
  let recorded = 0;
  setHandler(
    step,
    async (n) => {
      queued = n;
      await condition(() => recorded >= n);
      return { revision: n };
    },
    {
      validator: (n) => {
        if (n !== queued + 1) throw ApplicationFailure.nonRetryable(`step ${n} does not follow ${queued}`, 'not-in-this-state');
      },
    },
  );

  const answering = Math.min(shape.activities, shape.updates);
  // places where work falls: the opening, one for each update, one for each timer that fires
  const places = 1 + shape.updates + shape.timersFired;
  let place = 0;
  let alarm: CancellationScope | undefined;
  const disarm = (): void => alarm?.cancel();

  async function work(): Promise<void> {
    const share = (total: number): number => shareOf(total, places, place);
    const last = place === places - 1;
    if (last) disarm(); // one armed here would be taken back in the same breath, and leave no event
    for (let left = last ? 0 : shareOf(shape.timersCancelled, places - 1, place); left > 0; left -= 1) {
      disarm();
      alarm = new CancellationScope();
      void alarm.run(() => sleep('72h')).catch(() => undefined); // it is always cancelled
    }
    for (let left = share(shape.upserts); left > 0; left -= 1) upsertSearchAttributes([{ key: STATE, value: `place-${place}-${left}` }]);
    for (let left = share(shape.localActivities); left > 0; left -= 1) await local.noop();
    for (let left = share(shape.activities - answering); left > 0; left -= 1) await regular.noop();
    place += 1;
  }

  await work();
  for (let n = 1; n <= shape.updates; n += 1) {
    if (n === shape.updates) {
      for (let left = shape.timersFired; left > 0; left -= 1) {
        await sleep(shape.timerMs);
        await work();
      }
    }
    await condition(() => queued >= n);
    await work();
    for (let left = shareOf(answering, shape.updates, n - 1); left > 0; left -= 1) await regular.noop();
    recorded = n;
  }
  await condition(allHandlersFinished);
  return recorded;
}
