import { accept, keepChangeWindow, reopenChangeWindow } from './acceptance-state';
import { passed } from './gates';
import { become, type Header } from '../orders/header';
import { plan } from './planning';
import { watchPromise } from './promise';
import type { Self } from './self';

/** BAK-33…36. Accepted once and never moved: the letter goes out, the materials clock and the change window run from here. */
export async function acceptOrder(self: Self): Promise<void> {
  if (self.acceptance.acceptedAt !== null) return keepAccepted(self);
  await passed(self, 'accept');
  const acceptedAt = accept(self);
  become(self, 'materials', { ruleId: 'BAK-35' });
  const { endsAt } = self.acceptance.window;
  self.recorder.event('order.accepted', { acceptedAt, changeWindowEndsAt: endsAt }, { ruleId: 'BAK-35' });
  await plan(self);
  sendLetter(self);
  watchPromise(self);
}

/** An order taken up from its record stays accepted as it was, and its clocks run anew; those of one that goes on run on. */
async function keepAccepted(self: Self): Promise<void> {
  const { goesOn, leftAt } = self.takenUp;
  if (goesOn) {
    keepChangeWindow(self, leftAt);
    return watchPromise(self, leftAt);
  }
  await plan(self);
  reopenChangeWindow(self);
  watchPromise(self);
}

/** BAK-33, BAK-34. The confirmation letter, issued on acceptance and again after each approved change. */
export function sendLetter({ recorder, version }: Pick<Header, 'recorder' | 'version'>): void {
  recorder.notice('customer', 'confirmation-letter', { version }, { ruleId: 'BAK-33', urgent: true });
}
