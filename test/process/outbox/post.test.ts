import { MockActivityEnvironment } from '@temporalio/testing';
import { createPostActivities } from '../../../activities/outbox';
import type { OwedNotice, PostOffice } from '../../../src/process/ports.messages';

afterEach(() => jest.useRealTimers());

test('BAK-08 a round that waits for a slow mail server is heard often enough to be left alone', async () => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
  let arrived = (): void => undefined;
  const slow = new Promise<void>((resolve) => (arrived = resolve));
  const stop = new AbortController();
  const post: PostOffice = {
    acknowledge: () => Promise.resolve(),
    async deliverDue() {
      await slow;
      stop.abort();
      return { settled: 1, undeliverable: [] };
    },
  };
  const environment = new MockActivityEnvironment();
  const beats: number[] = [];
  environment.on('heartbeat', () => beats.push(Date.now()));
  const began = Date.now();
  const teller = { tellUndeliverable: () => Promise.resolve() };
  const round = environment.run(createPostActivities({ post, teller, stopping: stop.signal }).deliverNotices, { forSeconds: 60 });
  await jest.advanceTimersByTimeAsync(50_000);
  const pauses = beats.map((at, n) => at - (beats[n - 1] ?? began));
  expect(Math.max(...pauses, began + 50_000 - (beats.at(-1) ?? began))).toBeLessThan(10_000); // the heartbeat timeout of workflows/process/post-office.ts
  arrived();
  await jest.advanceTimersByTimeAsync(1000);
  await round;
  const heard = beats.length;
  await jest.advanceTimersByTimeAsync(50_000);
  expect(beats).toHaveLength(heard);
});

test('an order is told of its undeliverable letter before the post forgets it', async () => {
  const stop = new AbortController();
  const did: string[] = [];
  const owed: OwedNotice = { noticeId: 'n', processId: 'order/1', template: 'making-started' };
  const post: PostOffice = {
    acknowledge: (noticeId) => Promise.resolve(void did.push(`acknowledged ${noticeId}`)),
    deliverDue() {
      stop.abort();
      return Promise.resolve({ settled: 1, undeliverable: [owed] });
    },
  };
  const teller = { tellUndeliverable: ({ processId }: OwedNotice) => Promise.resolve(void did.push(`told ${processId}`)) };
  await new MockActivityEnvironment().run(createPostActivities({ post, teller, stopping: stop.signal }).deliverNotices, { forSeconds: 60 });
  expect(did).toEqual(['told order/1', 'acknowledged n']);
});
