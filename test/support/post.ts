import { SendRefused, type Mail, type Mailer, type ShortMessage, type Texter } from '../../src/process/outbox/channels';

type Answer = 'ok' | 'refused' | 'busy';

/** A channel in memory. `answers` are given in turn, then `ok` for ever; what was taken is in `sent`. */
function channel<T>(answers: Answer[]): { readonly sent: T[]; send(message: T): Promise<void> } {
  const sent: T[] = [];
  return {
    sent,
    send(message) {
      const answer = answers.shift() ?? 'ok';
      if (answer === 'refused') return Promise.reject(new SendRefused('550 no such mailbox'));
      if (answer === 'busy') return Promise.reject(new Error('451 try later'));
      sent.push(message);
      return Promise.resolve();
    },
  };
}

export const fakeMailer = (...answers: Answer[]): Mailer & { readonly sent: Mail[] } => ({
  ...channel<Mail>(answers),
  close: () => undefined,
});
export const fakeTexter = (...answers: Answer[]): Texter & { readonly sent: ShortMessage[] } => channel<ShortMessage>(answers);
