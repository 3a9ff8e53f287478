import type { RecordBatch } from '../src/contracts/order';
import type { Recorder } from '../src/contracts/ports';

export const createRecordActivities = ({ recorder }: { readonly recorder: Recorder }) => ({
  /** Writes one batch in one transaction. A repeat does nothing: batches are known by workflow and revision, rows by id. */
  record(batch: RecordBatch): Promise<void> {
    return recorder.record(batch);
  },
});
