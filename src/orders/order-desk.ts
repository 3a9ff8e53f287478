import type { Client } from '@temporalio/client';
import { updateOf, type ActName, type ActOf } from '../process/acts.messages';
import { orderWorkflowId } from './names.messages';
import type { Decided, Recorded } from '../process/process.messages';
import type { OrderSnapshot } from './order.messages';
import type { ActsUnderWay, DeskActs, Recorder } from '../process/ports.messages';
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

/** Where an act goes: to which process, about which order, by which Update. */
interface Addressed {
  readonly processId: string;
  readonly aboutOrder: string | null;
  readonly update: string;
}
/** How acts reach their processes, and what comes back. */
type Reach<Answer> = <N extends ActName>(to: Addressed, key: string, act: ActOf<N>) => Promise<Answer>;

/** Every act, by one way of reaching processes. */
function actsBy<Answer>(reach: Reach<Answer>): DeskActs<Answer> {
  const to =
    <N extends Exclude<ActName, 'completeTask'>>(name: N) =>
    (order: string, key: string, act: ActOf<N>): Promise<Answer> =>
      reach<N>({ processId: orderWorkflowId(order), aboutOrder: order, update: updateOf(name) }, key, act);
  return {
    completeTask: ({ kind, ...task }, key, act) => reach<'completeTask'>({ ...task, update: kind }, key, act),
    assignTask: (task, key, act) => reach<'assignTask'>({ ...task, update: updateOf('assignTask') }, key, act),
    requestChange: to('requestChange'),
    refreshPreview: to('refreshPreview'),
    decideChange: to('decideChange'),
    confirmDetails: to('confirmDetails'),
    cancel: to('cancel'),
    recordPayment: to('recordPayment'),
    recordCost: to('recordCost'),
    reportException: to('reportException'),
    chooseAlternative: to('chooseAlternative'),
    addPhoto: to('addPhoto'),
    rate: to('rate'),
  };
}

/**
 * The only way from HTTP to orders: acts are Updates whose id is the caller's key; refusals come back with their code. What an act
 * decided comes back with its answer, and is written here. What is only tried is a Query of the same checks (ADR 20). `client` signs what
 * it sends (`sealing`), or every act is refused.
 */
export function createOrderDesk(client: Client, { recorder, acts }: DeskFile): OrderDesk {
  const { asking, tell, check } = createGateway(client);
  const land = createLanding({ recorder, batchesAfter: batchesAfter(client) });

  /** A process that has ended because its order's workflow was lost says so. */
  const unlessLost =
    (aboutOrder: string | null) =>
    async (error: unknown): Promise<unknown> =>
      hasEnded(error) && aboutOrder !== null && isCorpse((await standingOf(client, aboutOrder)).loss) ? lost() : error;

  /** Sends an act to a process and brings to file what it decided. */
  async function perform<N extends ActName>({ processId, aboutOrder, update }: Addressed, key: string, act: ActOf<N>): Promise<Recorded> {
    const known = await acts.begin(processId, key);
    const decided = await tell<Decided, ActOf<N>>(processId, update, key, act, known, unlessLost(aboutOrder)).catch(
      async (error: unknown) => {
        if (error instanceof Refusal && error.code !== 'unavailable') await acts.end(processId, key);
        throw error;
      },
    );
    await land(processId, decided).catch((error: unknown) => {
      // nothing is lost: the sweeper goes on trying, and tells the operator
      throw Object.assign(new Refusal('unavailable', { code: 'act-unwritten' }), { cause: error });
    });
    if (!decided.batch?.acts.includes(key)) await acts.end(processId, key);
    return { revision: decided.revision };
  }
  return {
    ...actsBy<Recorded>(perform),
    trying: actsBy<void>(({ processId, aboutOrder, update }, _key, act) => check(processId, update, act, unlessLost(aboutOrder))),
    launch: (input) => asking(SHORT_PATIENCE_MS, () => launchOrder(client, input)),
    view: (order) => asking(PATIENCE_MS, () => client.workflow.getHandle(orderWorkflowId(order)).query<OrderSnapshot>('view')),
    ping: () => asking(SHORT_PATIENCE_MS, async () => void (await client.workflowService.getSystemInfo({}))),
  };
}

/** An order that has come to its end has completed. */
const isCorpse = (loss: Loss | null): boolean => loss !== null && loss !== 'completed';
const lost = (): Refusal => new Refusal('not-in-this-state', { code: 'order-lost' });
