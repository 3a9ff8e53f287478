/** An e-mail ready to go. `id` becomes the Message-ID: a repeat carries the same one, so duplicates can be recognised. */
export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Real milliseconds within which every channel has sent its message or thrown; what is held for a send is held longer. */
export const SEND_LIMIT_MS = 25_000;

/**
 * Sends one e-mail. Throws `SendRefused` when it will never be taken, `OutcomeUnknown` when it may have been, and any other error when it
 * was not and may be tried again.
 */
export interface Mailer {
  send(mail: Mail): Promise<void>;
  close(): void;
}

/** A short message. The gateway sends one `id` once. */
export interface ShortMessage {
  readonly id: string;
  readonly to: string;
  readonly text: string;
}

/** Sends one short message; throws as `Mailer` does. Its outcome is never unknown: the gateway knows a repeat by its `id`. */
export interface Texter {
  send(message: ShortMessage): Promise<void>;
}

/** The world says never: no such mailbox, no such number. */
export class SendRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SendRefused';
  }
}

/** The whole message was handed over and no answer came back: it may be delivered, so a repeat may be a second copy. */
export class OutcomeUnknown extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'OutcomeUnknown';
  }
}
