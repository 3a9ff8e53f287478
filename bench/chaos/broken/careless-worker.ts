import { createRecorder } from '../../../src/process/record/recorder';
import { runProgram } from '../../../src/main/program';
import { startWorker } from '../../../src/main/worker';
import { createSmtpChannel } from '../../../src/process/outbox/smtp.channel';

/** Broken on purpose: a worker that sends every letter once more, past the ledger. */
const careless: typeof createSmtpChannel = (options) => {
  const mailer = createSmtpChannel(options);
  return {
    ...mailer,
    async send(letter) {
      await mailer.send(letter);
      await mailer.send(letter);
    },
  };
};

void runProgram(() => startWorker({ recorder: createRecorder, mailer: careless }));
