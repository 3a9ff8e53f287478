import { createTransport } from 'nodemailer';
import { OutcomeUnknown, SEND_LIMIT_MS, SendRefused, type Mailer } from './channels';

export interface SmtpOptions {
  /** `smtp://user:password@host:port`; `smtps:` speaks TLS from the first byte. */
  readonly url: string;
  /** The sender, `Name <address>`. */
  readonly from: string;
  /** Real milliseconds the server may be silent; `SILENCE_MS` unless a test says otherwise. */
  readonly silenceMs?: number;
  /** Real milliseconds for a whole letter, however often the server says something; `SEND_LIMIT_MS` unless a test says otherwise. */
  readonly limitMs?: number;
}

/** A relay looks a letter over before it takes it, which lasts seconds. */
const SILENCE_MS = 20_000;

/** One pooled transport per process. Timeouts are finite: the library's own are minutes. */
export function createSmtpChannel({ url, from, silenceMs = SILENCE_MS, limitMs = SEND_LIMIT_MS }: SmtpOptions): Mailer {
  const { hostname, port, protocol, username, password } = new URL(url);
  const secure = protocol === 'smtps:';
  const transport = createTransport({
    host: hostname,
    port: port === '' ? (secure ? 465 : 25) : Number(port),
    secure,
    ...(username !== '' && { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } }),
    pool: true,
    maxConnections: 5,
    maxRequeues: 0, // a letter whose connection broke is our ledger's to repeat, not the pool's
    connectionTimeout: 2000,
    greetingTimeout: 2000,
    socketTimeout: silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  // The library reports a broken line alike at every step, so we watch the letter itself: its last byte goes out before the server can take it.
  const handedOver = new Set<string>();
  transport.use('stream', ({ message }, done) => {
    message.processFunc((letter) => letter.once('end', () => handedOver.add(message.messageId())));
    done();
  });
  return {
    async send({ id, to, subject, text, html }) {
      const messageId = `<${id}>`;
      const signal = AbortSignal.timeout(limitMs);
      try {
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text, html, messageId, signal });
      } catch (error) {
        throw meaningOf(error, handedOver.has(messageId));
      } finally {
        handedOver.delete(messageId);
      }
    },
    close: () => transport.close(),
  };
}

/** An answer of 400 or more says that the letter was not taken. Silence, or a broken line, after its last byte says nothing. */
function meaningOf(error: unknown, wasHandedOver: boolean): unknown {
  const { message, responseCode = 0 } = error as { readonly message: string; readonly responseCode?: number };
  if (isPermanent(error)) return new SendRefused(message);
  return wasHandedOver && responseCode < 400 ? new OutcomeUnknown(message) : error;
}

/** A 5xx to the envelope or to the letter itself. A refused sign-in is our own trouble, so it is tried again. */
function isPermanent(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { readonly code?: string; readonly responseCode?: number };
  if (code === 'EENVELOPE') return responseCode === 0 || responseCode >= 500;
  return code === 'EMESSAGE' && responseCode >= 500;
}
