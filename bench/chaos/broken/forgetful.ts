import { createRecorder } from '../../../src/process/record/recorder';

/** Broken on purpose: a recorder that forgets that money came in. Its chain is whole, its row is right; only the line is missing. */
export const forgetful: typeof createRecorder = (db) => {
  const recorder = createRecorder(db);
  return {
    ...recorder,
    record: (batch) => recorder.record({ ...batch, events: batch.events.filter(({ kind }) => kind !== 'payment.received') }),
  };
};
