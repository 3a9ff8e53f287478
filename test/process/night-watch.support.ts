import { randomUUID } from 'node:crypto';
import { WithStartWorkflowOperation, type Client, type WorkflowHandle } from '@temporalio/client';
import { defaultPayloadConverter } from '@temporalio/common';
import type { NativeConnection, Worker } from '@temporalio/worker';
import type { CompleteTask, Decided, RecordBatch, TaskRow } from '../../src/process/process.messages';
import { BATCHES_AFTER } from '../../src/process/names.messages';
import { createRecorder } from '../../src/process/record/recorder';
import { verifyTimeline } from '../../src/process/record/timeline';
import { testDatabase, type TestDatabase } from '../support/database';
import { staff } from '../support/order-under-test';
import { aStore } from '../support/records';
import { recordingWorker } from '../support/recording-worker';
import { runsOf } from '../support/rest';
import type { nightWatch, Watch } from './night-watch.workflow';

export const SECRET = 'the secret of this watch';
export const MANAGER = staff('store-manager');

/** Where the watches of a test run. `client` signs with `SECRET`. */
export interface Server {
  readonly client: Client;
  readonly connection: NativeConnection;
  readonly namespace: string;
}

/** Night watches on a server, with what they put to record on file in Postgres. */
export class Watches {
  private constructor(
    private readonly server: Server,
    private readonly database: TestDatabase,
    private readonly worker: Worker,
    private readonly running: Promise<void>,
  ) {}

  static async open(server: Server): Promise<Watches> {
    const database = await testDatabase();
    await aStore(database.db);
    const worker = await recordingWorker({
      connection: server.connection,
      namespace: server.namespace,
      taskQueue: 'watches',
      workflows: require.resolve('./night-watch.workflow'),
      secret: SECRET,
      db: database.db,
    });
    return new Watches(server, database, worker, worker.run());
  }
  async close(): Promise<void> {
    this.worker.shutdown();
    await this.running;
    await this.database.close();
  }

  async begins(own: Pick<Watch, 'afterActs'> & Partial<Watch>, now: number): Promise<NightWatch> {
    const number = randomUUID();
    const handle = await this.server.client.workflow.start<typeof nightWatch>('nightWatch', {
      taskQueue: 'watches',
      workflowId: `watch/${number}`,
      args: [{ clock: { originMs: now, rate: 1 }, number, ...own }],
    });
    return new NightWatch(this.server.client, handle, this.database);
  }
}

/** One watch, and its people. */
export class NightWatch {
  private readonly recorder: ReturnType<typeof createRecorder>;
  constructor(
    private readonly client: Client,
    readonly handle: WorkflowHandle<typeof nightWatch>,
    private readonly database: TestDatabase,
  ) {
    this.recorder = createRecorder(database.db);
  }
  get id(): string {
    return this.handle.workflowId;
  }

  // ---- acts ----

  /** An act as the API sends it, not written yet. */
  sends(name: string, message: object, key: string = randomUUID()): Promise<Decided> {
    const args: [object, object] = [message, { for: this.id, key, known: 0 }];
    return this.client.workflow.getHandle(this.id).executeUpdate<Decided, typeof args>(name, { updateId: key, args });
  }
  /** An act whose caller writes what it decided. */
  async acts(name: string, message: object, key?: string): Promise<Decided> {
    const decided = await this.sends(name, message, key);
    const { batch, revision } = decided;
    if (batch) await until(`revision ${revision}`, async () => (await this.recorder.record(batch)) >= revision || undefined);
    return decided;
  }
  answers = (taskId: string, key?: string): Promise<Decided> =>
    this.acts('round', { taskId, by: MANAGER, choices: { done: true } } satisfies CompleteTask, key);
  hands = (taskId: string, to: string, key?: string): Promise<Decided> => this.acts('assignTask', { taskId, to, by: MANAGER }, key);

  /** What the process does not know to be written: a question to its newest run. */
  unwritten = (): Promise<RecordBatch[]> => this.client.workflow.getHandle(this.id).query<RecordBatch[], [number]>(BATCHES_AFTER, 0);

  /** How many rounds there were. */
  ends = (): Promise<number> => this.client.workflow.getHandle<typeof nightWatch>(this.id).result();

  /** Ends the newest run and begins it once more, with an act that is there from its very start. */
  async beginsItsRunAgainWith(name: string, message: object): Promise<void> {
    const newest = this.client.workflow.getHandle(this.id);
    const [started] = (await newest.fetchHistory()).events ?? [];
    const [input] = started?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
    await newest.terminate();
    const key = randomUUID();
    const again = new WithStartWorkflowOperation<typeof nightWatch>('nightWatch', {
      taskQueue: 'watches',
      workflowId: this.id,
      args: [defaultPayloadConverter.fromPayload<Watch>(input!)],
      workflowIdConflictPolicy: 'FAIL',
    });
    const args: [object, object] = [message, { for: this.id, key, known: 0 }];
    const { batch } = await this.client.workflow.executeUpdateWithStart<typeof nightWatch, Decided, typeof args>(name, {
      updateId: key,
      args,
      startWorkflowOperation: again,
    });
    if (batch) await this.recorder.record(batch);
  }

  // ---- what is on file ----

  tasks = async (): Promise<TaskRow[]> =>
    (await this.database.db.task.findMany({ where: { processId: this.id }, orderBy: { openedAt: 'asc' } })) as unknown as TaskRow[];
  /** The open task of a kind, as soon as it is on file. */
  task = (wanted: 'gate' | 'round'): Promise<TaskRow> =>
    until(`an open ${wanted}`, async () => (await this.tasks()).find(({ state, kind }) => state === 'open' && kind === wanted));
  timeline = () => this.database.db.timelineEvent.findMany({ where: { processId: this.id }, orderBy: { seq: 'asc' } });
  kinds = async (): Promise<string[]> => (await this.timeline()).map(({ kind }) => kind);
  letters = (template: string) => this.database.db.notice.count({ where: { processId: this.id, template } });
  comesTo = (revision: number): Promise<unknown> =>
    until(`revision ${revision}`, async () => (await this.revision()) >= revision || undefined);
  private revision = async (): Promise<number> => (await this.database.db.process.findUniqueOrThrow({ where: { id: this.id } })).revision;
  /** What the check of timelines says of it. */
  async verified(): Promise<unknown> {
    for await (const one of verifyTimeline(this.database.db)) if (one.process === this.id) return one;
    return null;
  }
  runs = (): Promise<number> => runsOf(this.client.workflow, this.id);
}

/** Looks again and again, in real time: none of the watch's own goes by. */
async function until<T>(what: string, look: () => Promise<T | undefined>): Promise<T> {
  for (let turn = 0; turn < 1_000; turn += 1) {
    const seen = await look();
    if (seen !== undefined) return seen;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`never saw ${what}`);
}
