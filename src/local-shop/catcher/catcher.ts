import { startHttpDoor } from './http-door';
import { createMailbox, type Mailbox } from './mailbox';
import { startSmtpSink } from './smtp-sink';

export interface CatcherOptions {
  readonly host: string;
  /** 0 picks a free port. */
  readonly smtpPort: number;
  readonly httpPort: number;
  /** Where messages are kept across restarts; in memory only when absent. */
  readonly file?: string;
  /** How many messages are kept; 20,000 unless said otherwise. */
  readonly keep?: number;
}

export interface Catcher {
  readonly smtpPort: number;
  readonly httpPort: number;
  readonly mailbox: Mailbox;
  stop(): Promise<void>;
}

/** The mail catcher: an SMTP server and an SMS gateway that keep everything and send nothing on, and an inbox page. */
export async function startCatcher({ host, smtpPort, httpPort, file, keep }: CatcherOptions): Promise<Catcher> {
  const mailbox = createMailbox({ ...(file && { file }), ...(keep && { keep }) });
  const smtp = await startSmtpSink(mailbox, { host, port: smtpPort });
  const http = await startHttpDoor(mailbox, { host, port: httpPort }).catch(async (error: unknown) => {
    await smtp.close();
    throw error;
  });
  return {
    smtpPort: smtp.port,
    httpPort: http.port,
    mailbox,
    async stop() {
      await Promise.all([smtp.close(), http.close()]);
      mailbox.close();
    },
  };
}
