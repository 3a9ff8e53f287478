import type { AddressInfo } from 'node:net';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Mailbox } from './mailbox';

const LARGEST_BYTES = 10 * 1024 * 1024;
/** Addresses that are refused on purpose, for drills: a mailbox that does not exist, and one that is busy. */
const DRILLS: Readonly<Record<string, { readonly code: number; readonly says: string }>> = {
  'bounce@': { code: 550, says: 'mailbox unavailable' },
  'busy@': { code: 451, says: 'try again later' },
};

const reply = (code: number, says: string): Error => Object.assign(new Error(says), { responseCode: code });

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Takes every letter and sends none on. A letter is acknowledged when the mailbox has it. */
export async function startSmtpSink(
  mailbox: Mailbox,
  { host, port }: { readonly host: string; readonly port: number },
): Promise<Listening> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    size: LARGEST_BYTES,
    closeTimeout: 500,
    onAuth: ({ username }, _session, callback) => callback(null, { user: username }),
    onRcptTo({ address }, _session, callback) {
      const drill = Object.entries(DRILLS).find(([prefix]) => address.startsWith(prefix))?.[1];
      callback(drill && reply(drill.code, drill.says));
    },
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (stream.sizeExceeded) return callback(reply(552, 'the letter is too large'));
        keep(
          mailbox,
          Buffer.concat(parts),
          session.envelope.rcptTo.map(({ address }) => address),
        ).then(
          () => callback(null, 'kept'),
          (error: unknown) => callback(reply(451, error instanceof Error ? error.message : 'it could not be kept')),
        );
      });
    },
  });
  server.on('error', () => undefined); // a peer that hangs up is no news here; a taken port is told by `listening`
  await listening(server, host, port);
  return {
    port: (server.server.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const listening = (server: SMTPServer, host: string, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.server.once('error', reject);
    server.listen(port, host, () => {
      server.server.off('error', reject);
      resolve();
    });
  });

async function keep(mailbox: Mailbox, raw: Buffer, to: readonly string[]): Promise<void> {
  const mail = await PostalMime.parse(raw);
  mailbox.add({
    id: (mail.messageId ?? '').replace(/^<|>$/g, ''),
    channel: 'email',
    to: to.join(', '),
    subject: mail.subject ?? '',
    text: (mail.text ?? '').trimEnd(),
    html: (mail.html ?? '').trimEnd(),
    at: new Date().toISOString(),
  });
}
