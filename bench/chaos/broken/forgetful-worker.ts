import { createSmtpChannel } from '../../../src/process/outbox/smtp.channel';
import { runProgram } from '../../../src/main/program';
import { startWorker } from '../../../src/main/worker';
import { forgetful } from './forgetful';

void runProgram(() => startWorker({ recorder: forgetful, mailer: createSmtpChannel }));
