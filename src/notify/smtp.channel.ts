import { createTransport } from 'nodemailer';
import { SendRefused, type Mailer } from './channels';

export interface SmtpOptions {
  /** `smtp://user:password@host:port`; `smtps:` speaks TLS from the first byte. */
  readonly url: string;
  /** The sender, `Name <address>`. */
  readonly from: string;
}

/** One pooled transport per process. Timeouts are finite: the library's own are minutes. */
export function createSmtpChannel({ url, from }: SmtpOptions): Mailer {
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
    socketTimeout: 5000,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send({ id, to, subject, text, html }) {
      try {
        await transport.sendMail({ from, to: { name: '', address: to }, subject, text, html, messageId: `<${id}>` });
      } catch (error) {
        throw isPermanent(error) ? new SendRefused((error as Error).message) : error;
      }
    },
    close: () => transport.close(),
  };
}

/** A 5xx to the envelope or to the letter itself. A refused sign-in is our own trouble, so it is tried again. */
function isPermanent(error: unknown): boolean {
  const { code, responseCode = 0 } = error as { readonly code?: string; readonly responseCode?: number };
  if (code === 'EENVELOPE') return responseCode === 0 || responseCode >= 500;
  return code === 'EMESSAGE' && responseCode >= 500;
}
