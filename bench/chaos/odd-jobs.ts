import { DAY_MS } from '../../src/base/rule';
import type { TaskKind } from '../../src/process/tasks/tasks.rules';
import type { InboxTask } from '../../src/demo/people';
import { CallRefused, pause, type ShopClient } from '../../src/demo/shop-client';

type Answer = (context: InboxTask['context']) => object;

/** The supplier that promises by telephone (BAK-59); those that are asked by letter do not answer in these lives. */
const BY_TELEPHONE = 'demo-supplier-2';
/** Ahead by the shop's clock too, which runs a month or two ahead of the world's. */
const inHalfAYear = (): string => new Date(Date.now() + 180 * DAY_MS).toISOString();

/** Steps outside the everyday ones, which come when something was late, missing, undeliverable or called off: who does them, and how. */
const JOBS: { readonly [K in TaskKind]?: readonly [login: string, answer: Answer] } = {
  'telephone-customer': ['sales-consultant', () => ({ reached: true })],
  'chase-deposit': ['sales-consultant', () => ({ outcome: 'will-pay' })],
  'cancellation-decision': ['store-manager', ({ cause }) => ({ decision: 'approve', cause, reason: '同意取消' })],
  refund: ['finance', ({ refundFen }) => ({ amountFen: refundFen, method: 'wechat' })],
  'contact-supplier': ['production-supervisor', () => ({ result: 'promised', supplier: BY_TELEPHONE, promisedAt: inHalfAYear() })],
  escalated: ['store-manager', () => ({ decision: 'continue' })],
  'answer-exception': ['production-supervisor', () => ({ outcome: 'resolved' })],
  repair: ['store-manager', () => ({ action: 'retry' })],
};
const KINDS = Object.keys(JOBS) as TaskKind[];

/** Real milliseconds between two rounds through the inbox. */
const EVERY_MS = 2_000;

/** Looks after the odd jobs until told to stop. A job that somebody or something else has settled meanwhile is left alone. */
export async function doOddJobs(shop: ShopClient, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    for (const kind of KINDS) {
      const page = await shop
        .get<{ items: InboxTask[] }>(`/tasks?kind=${kind}&state=open&limit=50`, { as: 'store-manager' })
        .catch(() => ({ items: [] }));
      // side by side: one call that waits out an outage must not hold the others up
      await Promise.all(page.items.map((task) => doJob(shop, task)));
    }
    await pause(EVERY_MS);
  }
}

async function doJob(shop: ShopClient, { id, kind, context }: InboxTask): Promise<void> {
  const [login, answer] = JOBS[kind]!;
  try {
    await shop.post(`/tasks/${id}/completion`, { answer: answer(context) }, { as: login });
  } catch (error) {
    // without a definite answer it is on record as unknown, and the next round sees whether the job is still there
    if (error instanceof CallRefused && error.status < 500 && error.status !== 409) throw error;
  }
}
