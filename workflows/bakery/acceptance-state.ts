import type { Resume } from '../../src/orders/repair.messages';
import { changeWindowEnds } from '../../src/orders/change-window.rules';
import { toMs } from '../../src/base/rule';
import type { Header } from '../orders/header';
import type { Owned } from '../process/owned';

/** BAK-35, BAK-36. Accepted once and never moved; the change window runs from here. Instants are epoch ms of shop time. */
export interface Acceptance {
  readonly acceptedAt: number | null;
  readonly window: ChangeWindow;
  /** Takes the clocks of the window back. */
  readonly silence: () => void;
}
interface ChangeWindow {
  readonly open: boolean;
  /** Its last instant: ahead while it stands open, when it closed afterwards; null before acceptance. */
  readonly endsAt: number | null;
}

/** Not accepted, or as the record of a lost order has it; its clocks do not run yet. */
export const openAcceptance = (resume?: Resume): Acceptance => ({
  acceptedAt: resume?.acceptedAt ?? null,
  window: { open: false, endsAt: resume?.changeWindowEndsAt ?? null },
  silence: () => undefined,
});

type Accepted = Pick<Header, 'now'> & { readonly acceptance: Acceptance };
type Owner = Pick<Header<'bakery'>, 'now' | 'facts' | 'rules' | 'timers' | 'recorder'> & { readonly acceptance: Owned<Acceptance> };

/** BAK-35. From now on, which it answers in epoch ms of shop time, it is accepted, and the window stands open. */
export function accept(self: Owner): number {
  const acceptedAt = self.now();
  self.acceptance.acceptedAt = acceptedAt;
  openWindow(self, acceptedAt);
  return acceptedAt;
}

/** BAK-36. The customer is reminded before the window ends, unless that hour lies before `from`; after its last instant it is closed. */
function openWindow(self: Owner, acceptedAt: number, from = self.now()): void {
  const endsAt = changeWindowEnds({ acceptedAt, deliveryAt: self.facts.deliveryAt }, self.rules);
  const remindAt = endsAt - toMs(self.rules.changeWindowRemind);
  const takeBack = [self.timers.set(endsAt + 1, 'BAK-36 change window ends', () => closeChangeWindow(self, 'time'))];
  // a reminder that has had its hour is not sent late: the letter that named this end says the same
  if (remindAt > from) {
    const remind = (): void => self.recorder.notice('customer', 'change-window-closing', { endsAt }, { ruleId: 'BAK-36' });
    takeBack.push(self.timers.set(remindAt, 'BAK-36 change-window-remind', remind));
  }
  self.acceptance.window = { open: true, endsAt };
  self.acceptance.silence = () => takeBack.forEach((cancel) => cancel());
}

/** BAK-36. An order taken up from its record: a window that has not ended stands open again. */
export function reopenChangeWindow(self: Owner): void {
  const { acceptedAt, window } = self.acceptance;
  if (acceptedAt !== null && window.endsAt !== null && self.now() <= window.endsAt) openWindow(self, acceptedAt);
}

/** BAK-36. The order goes on in another run, and was left at `from`: its window stands as it stood. */
export function keepChangeWindow(self: Owner, from: number): void {
  const { acceptedAt, window } = self.acceptance;
  if (acceptedAt !== null && window.open) openWindow(self, acceptedAt, from);
}

/** BAK-36, BAK-38. An approved change moved the delivery, which the window never outlives. A closed window stays closed. */
export function moveChangeWindow(self: Owner): void {
  const { acceptedAt, window } = self.acceptance;
  if (!window.open || acceptedAt === null) return;
  self.acceptance.silence();
  openWindow(self, acceptedAt);
}

/** BAK-36. The window stands open up to and including its last instant. */
export const changeWindowOpen = ({ acceptance: { window }, now }: Accepted): boolean =>
  window.open && window.endsAt !== null && now() <= window.endsAt;

/** BAK-36. It closes by time, or early when decoration starts (packing, for an order without decoration). */
export function closeChangeWindow(self: Owner, why: 'time' | 'decoration' | 'packing'): void {
  const { open, endsAt } = self.acceptance.window;
  if (!open) return;
  self.acceptance.silence();
  const endedAt = why === 'time' ? endsAt : self.now();
  self.acceptance.window = { open: false, endsAt: endedAt };
  self.recorder.event('change-window.closed', { why, endedAt }, { ruleId: 'BAK-36' });
}
