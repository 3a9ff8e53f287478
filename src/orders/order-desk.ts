import type { Client } from '@temporalio/client';
import { updateOf, type ActName, type ActOf } from '../process/acts.messages';
import { orderWorkflowId } from './names.messages';
import type { Decided, Recorded } from '../process/process.messages';
import type { OrderSnapshot } from './order.messages';
import type { ActsUnderWay, Recorder } from '../process/ports.messages';
import type { OrderDesk } from './ports.messages';
import type { Loss } from './repair.messages';
import { Refusal } from '../base/refusals';
import { batchesAfter, createGateway, hasEnded, PATIENCE_MS, SHORT_PATIENCE_MS } from './gateway';
import { createLanding } from '../process/record/landing';
import { launchOrder } from './launch';
import { standingOf } from './loss';

/** What the desk writes with: what an act decided, and before that, that it is under way. */
export interface DeskFile {
  readonly recorder: Recorder;
  readonly acts: ActsUnderWay;
}

/**
 * The only way from HTTP to orders: acts are Updates whose id is the caller's key; refusals come back with their code. What an act
 * decided comes back with its answer, and is written here. `client` signs what it sends (`sealing`), or every act is refused.
 */
export function createOrderDesk(client: Client, { recorder, acts }: DeskFile): OrderDesk {
  const { asking, tell } = createGateway(client);
  const land = createLanding({ recorder, batchesAfter: batchesAfter(client) });

  /** Sends an act to a process and brings to file what it decided. */
  async function perform<N extends ActName>(
    { processId, aboutOrder, update }: { readonly processId: string; readonly aboutOrder: string | null; readonly update: string },
    key: string,
    act: ActOf<N>,
  ): Promise<Recorded> {
    const known = await acts.begin(processId, key);
    const decided = await tell<Decided, ActOf<N>>(processId, update, key, act, known, async (error) =>
      hasEnded(error) && aboutOrder !== null && isCorpse((await standingOf(client, aboutOrder)).loss) ? lost() : error,
    ).catch(async (error: unknown) => {
      if (error instanceof Refusal && error.code !== 'unavailable') await acts.end(processId, key);
      throw error;
    });
    await land(processId, decided).catch((error: unknown) => {
      // nothing is lost: the sweeper goes on trying, and tells the operator
      throw Object.assign(new Refusal('unavailable', { code: 'act-unwritten' }), { cause: error });
    });
    if (!decided.batch?.acts.includes(key)) await acts.end(processId, key);
    return { revision: decided.revision };
  }
  const send =
    <N extends Exclude<ActName, 'completeTask'>>(name: N) =>
    (orderNumber: string, key: string, act: ActOf<N>): Promise<Recorded> =>
      perform({ processId: orderWorkflowId(orderNumber), aboutOrder: orderNumber, update: updateOf(name) }, key, act);

  return {
    launch: (input) => asking(SHORT_PATIENCE_MS, () => launchOrder(client, input)),
    completeTask: ({ kind, ...task }, key, act) => perform({ ...task, update: kind }, key, act),
    assignTask: (task, key, act) => perform({ ...task, update: updateOf('assignTask') }, key, act),
    requestChange: send('requestChange'),
    refreshPreview: send('refreshPreview'),
    decideChange: send('decideChange'),
    confirmDetails: send('confirmDetails'),
    cancel: send('cancel'),
    recordPayment: send('recordPayment'),
    recordCost: send('recordCost'),
    reportException: send('reportException'),
    chooseAlternative: send('chooseAlternative'),
    addPhoto: send('addPhoto'),
    rate: send('rate'),
    view: (order) => asking(PATIENCE_MS, () => client.workflow.getHandle(orderWorkflowId(order)).query<OrderSnapshot>('view')),
    ping: () => asking(SHORT_PATIENCE_MS, async () => void (await client.workflowService.getSystemInfo({}))),
  };
}

/** An order that has come to its end has completed. */
const isCorpse = (loss: Loss | null): boolean => loss !== null && loss !== 'completed';
const lost = (): Refusal => new Refusal('not-in-this-state', { code: 'order-lost' });
