import { Context } from '@temporalio/activity';
import type { RecordBatch } from '../src/process/process.messages';
import type { RecordAlarm, Recorder } from '../src/process/ports.messages';

/** Tries after which a batch that Postgres refuses is told of: some six seconds, by the recorder's patience in `workflows/process/recorder.ts`. */
const QUIET_TRIES = 5;

export interface RecordDeps {
  readonly recorder: Recorder;
  readonly recordAlarm: RecordAlarm;
}

export const createRecordActivities = ({ recorder, recordAlarm }: RecordDeps) => ({
  /**
   * Writes batches of one process in their order, each in one transaction. A repeat does nothing: batches are known by process and revision,
   * rows by id. What Postgres refuses is tried again for ever, for a repaired program or table heals it, but not in silence: the operator
   * hears of it.
   */
  async record(batches: readonly RecordBatch[]): Promise<void> {
    const { attempt } = Context.current().info;
    for (const batch of batches) {
      try {
        const onFile = await recorder.record(batch);
        if (onFile < batch.revision)
          throw new Error(`Batch ${batch.revision} of ${batch.process.id} lacks its predecessor: ${onFile} is on file.`);
      } catch (error) {
        if (attempt >= QUIET_TRIES) await recordAlarm.raise(batch, error).catch(() => undefined); // Postgres may have gone meanwhile
        throw error;
      }
      if (attempt > QUIET_TRIES) await recordAlarm.settle(batch);
    }
  },
});
