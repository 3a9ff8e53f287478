import { randomUUID } from 'node:crypto';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import type { WorkflowHandleWithFirstExecutionRunId } from '@temporalio/client';
import type { Actor } from '../../src/base/actor';
import type { Decided, RecordBatch, TaskRow } from '../../src/process/process.messages';
import type { Seal } from '../../src/platform/temporal/seal.messages';
import { checking, sealing } from '../../src/platform/temporal/seal';
import { staff } from '../support/order-under-test';
import { bundleOf, timeSkippingServer } from '../support/time-skipping';
import type { bell, Hung } from './bell.workflow';

const SECRET = 'the secret of this bell';
export const MANAGER = staff('store-manager');
/** The answer to a bell's task. */
export const RING = { taskId: 'bell-1', by: MANAGER, choices: { action: 'retry' } };
export type Bell = WorkflowHandleWithFirstExecutionRunId<typeof bell>;

/** Bells on a server whose time can be skipped, and what each has put to record. Opened before the tests of a file, closed after them. */
export class Belfry {
  env!: TestWorkflowEnvironment;
  /** Writes that the database still refuses. */
  outages = 0;
  private worker!: Worker;
  private running!: Promise<void>;
  private readonly books = new Map<string, RecordBatch[]>();

  async open(): Promise<void> {
    this.env = await timeSkippingServer({ payloadCodecs: [sealing(SECRET)] });
    this.worker = await Worker.create({
      connection: this.env.nativeConnection,
      taskQueue: 'bells',
      workflowBundle: await bundleOf(require.resolve('./bell.workflow')),
      dataConverter: { payloadCodecs: [checking([SECRET])] },
      activities: {
        record: (batches: readonly RecordBatch[]): Promise<void> => {
          if (this.outages-- > 0) return Promise.reject(new Error('the database is away'));
          batches.forEach((batch) => this.file(batch));
          return Promise.resolve();
        },
      },
    });
    this.running = this.worker.run();
  }
  async close(): Promise<void> {
    this.worker.shutdown();
    await this.running;
    await this.env.teardown();
  }

  /** A bell that hangs: its task is open. */
  async hangs(hung: Hung = {}): Promise<Bell> {
    const now = await this.env.currentTimeMs();
    const handle: Bell = await this.env.client.workflow.start('bell', {
      taskQueue: 'bells',
      workflowId: `bell/${randomUUID()}`,
      args: [{ originMs: now, rate: 1 }, hung],
    });
    while (!this.task(handle)) await new Promise((resolve) => setTimeout(resolve, 20)); // of real time: none of the bell's own goes by
    return handle;
  }
  /** An act, signed as the API signs it; its batch is the caller's to write. */
  sends(handle: Bell, name: string, message: object, seal?: Partial<Seal>): Promise<Decided> {
    const key = randomUUID();
    return handle.executeUpdate(name, { updateId: key, args: [message, { for: handle.workflowId, key, known: 0, ...seal }] });
  }
  async act(handle: Bell, name: string, message: object, seal?: Partial<Seal>): Promise<void> {
    const { batch } = await this.sends(handle, name, message, seal);
    if (batch) this.file(batch);
  }
  rings(handle: Bell, by: Actor = MANAGER): Promise<void> {
    return this.act(handle, 'repair', { ...RING, by });
  }
  /** Puts a batch on file, once. */
  private file(batch: RecordBatch): void {
    const book = this.books.get(batch.process.id) ?? [];
    if (!book.some(({ revision }) => revision === batch.revision)) this.books.set(batch.process.id, [...book, batch]);
  }

  book = ({ workflowId }: Bell): RecordBatch[] => this.books.get(workflowId) ?? [];
  events = (handle: Bell): RecordBatch['events'] => this.book(handle).flatMap(({ events }) => events);
  kinds = (handle: Bell): string[] => this.events(handle).map(({ kind }) => kind);
  told = (handle: Bell, template: string): string[] =>
    this.book(handle).flatMap(({ notices }) => notices.filter((notice) => notice.template === template).map(({ to }) => to));
  task = (handle: Bell): TaskRow | undefined =>
    this.book(handle)
      .flatMap(({ tasks }) => tasks)
      .at(-1);
}
