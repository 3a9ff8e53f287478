/** An e-mail ready to go. `id` becomes the Message-ID: a repeat carries the same one, so duplicates can be recognised. */
export interface Mail {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Sends one e-mail. Throws `SendRefused` when it will never be taken, any other error when it may be tried again. */
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

/** Sends one short message; throws as `Mailer` does. */
export interface Texter {
  send(message: ShortMessage): Promise<void>;
}

/** The world says never: no such mailbox, no such number. Anything else thrown by a channel may be tried again. */
export class SendRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SendRefused';
  }
}
