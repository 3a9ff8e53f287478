import { createRecorder } from '../../../src/db/recorder';
import { createSmtpChannel } from '../../../src/notify/smtp.channel';
import { runProgram } from '../../../src/main/program';
import { startWorker } from '../../../src/main/worker';

/** Broken on purpose: a worker whose recorder forgets that money came in. Its chain is whole, its row is right; only the line is missing. */
const forgetful: typeof createRecorder = (db) => {
  const recorder = createRecorder(db);
  return {
    record: (batch) => recorder.record({ ...batch, events: batch.events.filter(({ kind }) => kind !== 'payment.received') }),
  };
};

void runProgram(() => startWorker({ recorder: forgetful, mailer: createSmtpChannel }));
