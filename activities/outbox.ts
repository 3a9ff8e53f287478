import { Context } from '@temporalio/activity';
import type { OrderTeller } from '../src/orders/ports.messages';
import type { PostOffice } from '../src/process/ports.messages';

/** Notices taken at a time, and the real milliseconds between looks into an empty tray. */
const BATCH = 50;
const IDLE_MS = 300;
/** Real milliseconds between heartbeats, thrice within the time after which a silent worker counts as stopped. */
const BEAT_MS = 3000;

export interface PostDeps {
  readonly post: PostOffice;
  readonly teller: OrderTeller;
  /** Aborts when the worker is asked to stop: the round ends early and the next one runs elsewhere. */
  readonly stopping: AbortSignal;
}

export const createPostActivities = ({ post, teller, stopping }: PostDeps) => ({
  /**
   * BAK-08. Sends what falls due for `forSeconds` real seconds. A repeat takes up what a stopped round left: the ledger bounds it.
   * Orders are told of letters that cannot be delivered until they have heard.
   */
  async deliverNotices({ forSeconds }: { readonly forSeconds: number }): Promise<void> {
    const { cancellationSignal, heartbeat } = Context.current();
    const until = Date.now() + forSeconds * 1000;
    const beat = setInterval(() => heartbeat(), BEAT_MS); // a slow mail server is no reason to be thought dead
    try {
      while (Date.now() < until && !stopping.aborted && !cancellationSignal.aborted) {
        const { settled, undeliverable } = await post.deliverDue(BATCH);
        for (const notice of undeliverable) {
          await teller.tellUndeliverable(notice);
          await post.acknowledge(notice.noticeId);
        }
        if (settled < BATCH) await idle(stopping);
      }
    } finally {
      clearInterval(beat);
    }
  },
});

const idle = (stopping: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      stopping.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, IDLE_MS);
    stopping.addEventListener('abort', done);
  });
