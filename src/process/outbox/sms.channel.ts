import { SendRefused, type Texter } from './channels';
import { callOutside } from './outside';

export interface SmsOptions {
  /** The gateway's address; it takes `POST {to, text, id}` and sends one `id` once. */
  readonly url: string;
  readonly token?: string;
}

const TIMEOUT_MS = 5000;
/** Client errors that may pass: the gateway is slow, busy, or our token is being changed. */
const PASSING = new Set([401, 403, 404, 408, 425, 429]);

/** Short messages through an HTTP gateway (BAK-08). */
export function createSmsChannel({ url, token }: SmsOptions): Texter {
  return {
    async send(message) {
      const answer = await callOutside({
        method: 'POST',
        url,
        key: message.id,
        body: message,
        timeoutMs: TIMEOUT_MS,
        ...(token && { headers: { authorization: `Bearer ${token}` } }),
      });
      if (answer.ok) return;
      const said = `the SMS gateway answered ${answer.status}`;
      if (answer.status >= 400 && answer.status < 500 && !PASSING.has(answer.status)) throw new SendRefused(said);
      throw new Error(said);
    },
  };
}
