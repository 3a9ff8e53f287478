import { Worker, type NativeConnection } from '@temporalio/worker';
import type { Db } from '../../src/platform/db/client';
import { checking } from '../../src/platform/temporal/seal';
import type { RecordBatch } from '../../src/process/process.messages';
import { createRecorder } from '../../src/process/record/recorder';
import { bundleOf } from './time-skipping';

export interface RecordingOptions {
  readonly connection: NativeConnection;
  readonly namespace?: string;
  readonly taskQueue: string;
  /** The file of the workflows. */
  readonly workflows: string;
  /** With which acts are sealed. */
  readonly secret: string;
  readonly db: Db;
}

/** A worker of a toy's workflows, whose processes are recorded in real Postgres. */
export async function recordingWorker({ workflows, secret, db, ...options }: RecordingOptions): Promise<Worker> {
  const recorder = createRecorder(db);
  return Worker.create({
    ...options,
    workflowBundle: await bundleOf(workflows),
    dataConverter: { payloadCodecs: [checking([secret])] },
    activities: {
      record: async (batches: readonly RecordBatch[]): Promise<void> => {
        for (const batch of batches) await recorder.record(batch);
      },
    },
  });
}
