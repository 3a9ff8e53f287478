import { join } from 'node:path';
import { startCatcher } from '../local-shop/catcher/catcher';
import { readConfig } from '../platform/config/config';
import { runProgram, type Running } from './program';

/** The mail catcher as a process of its own: SMTP on `SMTP_PORT`, the SMS gateway and the inbox page on `CATCHER_PORT`. */
async function start(): Promise<Running> {
  const { host, smtpPort, catcherPort, home } = readConfig(process.env);
  const file = join(home, 'catcher', 'messages.jsonl');
  const catcher = await startCatcher({ host, smtpPort, httpPort: catcherPort, file });
  return { ready: { smtpPort: catcher.smtpPort, httpPort: catcher.httpPort }, stop: () => catcher.stop() };
}

if (require.main === module) void runProgram(start);
