import { Context } from '@temporalio/activity';
import type { RecordBatch } from '../src/contracts/order';
import type { RecordAlarm, Recorder } from '../src/contracts/ports';

/** Tries after which a batch that Postgres refuses is told of: some six seconds, by the recorder's patience in `workflows/process/recorder.ts`. */
const QUIET_TRIES = 5;

export interface RecordDeps {
  readonly recorder: Recorder;
  readonly recordAlarm: RecordAlarm;
}

export const createRecordActivities = ({ recorder, recordAlarm }: RecordDeps) => ({
  /**
   * Writes one batch in one transaction. A repeat does nothing: batches are known by workflow and revision, rows by id. What Postgres
   * refuses is tried again for ever, for a repaired program or table heals it, but not in silence: the operator hears of it.
   */
  async record(batch: RecordBatch): Promise<void> {
    const { attempt } = Context.current().info;
    try {
      await recorder.record(batch);
    } catch (error) {
      if (attempt >= QUIET_TRIES) await recordAlarm.raise(batch, error).catch(() => undefined); // Postgres may have gone meanwhile
      throw error;
    }
    if (attempt > QUIET_TRIES) await recordAlarm.settle(batch);
  },
});
