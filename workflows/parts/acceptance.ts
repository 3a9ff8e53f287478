import type { Moment } from '../../src/domain/agenda';
import { changeWindowEnds } from '../../src/domain/change-window';
import { toMs } from '../../src/domain/rulebook/rule';
import { plan } from './planning';
import { watchPromise } from './promise';
import { momentOf, type Self } from './self';
import { become } from './header';

/** Sets one of the agenda's clocks; an absent moment sets none. */
export const clock = (self: Self, name: Parameters<typeof momentOf>[1], ring: () => void): (() => void) =>
  clockOf(self, momentOf(self, name), ring);
export function clockOf(self: Self, moment: Moment | undefined, ring: () => void): () => void {
  return moment ? self.timers.set(moment.at, `${moment.ruleId} ${moment.name}`, ring) : () => undefined;
}

/** BAK-33…36. Accepted once and never moved: the letter goes out, the materials clock and the change window run from here. */
export async function acceptOrder(self: Self): Promise<void> {
  if (self.acceptedAt !== null) return keepAccepted(self);
  self.acceptedAt = self.now();
  openChangeWindow(self, self.acceptedAt);
  become(self, 'materials', { ruleId: 'BAK-35' });
  self.recorder.event('order.accepted', { acceptedAt: self.acceptedAt, changeWindowEndsAt: self.changeWindowEndsAt }, { ruleId: 'BAK-35' });
  await plan(self);
  sendLetter(self);
  watchPromise(self);
}

/** An order taken up from its record stays accepted as it was; its clocks run anew. */
async function keepAccepted(self: Self): Promise<void> {
  const { acceptedAt, changeWindowEndsAt } = self;
  await plan(self);
  if (acceptedAt !== null && changeWindowEndsAt !== null && self.now() <= changeWindowEndsAt) openChangeWindow(self, acceptedAt);
  watchPromise(self);
}

/** BAK-36. The customer is reminded before the window ends; after its last instant it is closed. */
function openChangeWindow(self: Self, acceptedAt: number): void {
  const endsAt = changeWindowEnds({ acceptedAt, deliveryAt: self.facts.deliveryAt }, self.rules);
  const remindAt = endsAt - toMs(self.rules.changeWindowRemind);
  const takeBack = [self.timers.set(endsAt + 1, 'BAK-36 change window ends', () => closeChangeWindow(self, 'time'))];
  // a reminder that has had its hour is not sent late: the letter that named this end says the same
  if (remindAt > self.now()) {
    const remind = (): void => self.recorder.notice('customer', 'change-window-closing', { endsAt }, { ruleId: 'BAK-36' });
    takeBack.push(self.timers.set(remindAt, 'BAK-36 change-window-remind', remind));
  }
  self.changeWindowEndsAt = endsAt;
  self.changeWindow = { open: true, silence: () => takeBack.forEach((cancel) => cancel()) };
}

/** BAK-36, BAK-38. An approved change moved the delivery, which the window never outlives. A closed window stays closed. */
export function moveChangeWindow(self: Self): void {
  if (!self.changeWindow.open || self.acceptedAt === null) return;
  self.changeWindow.silence();
  openChangeWindow(self, self.acceptedAt);
}

/** BAK-33, BAK-34. The confirmation letter, issued on acceptance and again after each approved change. */
export function sendLetter(self: Self): void {
  self.recorder.notice('customer', 'confirmation-letter', { version: self.version }, { ruleId: 'BAK-33', urgent: true });
}

/** BAK-36. The window stands open up to and including its last instant. */
export const changeWindowOpen = (self: Self): boolean =>
  self.changeWindow.open && self.changeWindowEndsAt !== null && self.now() <= self.changeWindowEndsAt;

/** BAK-36. It closes by time, or early when decoration starts (packing, for an order without decoration). */
export function closeChangeWindow(self: Self, why: 'time' | 'decoration' | 'packing'): void {
  if (!self.changeWindow.open) return;
  self.changeWindow.silence();
  self.changeWindow = { open: false, silence: () => undefined };
  if (why !== 'time') self.changeWindowEndsAt = self.now();
  self.recorder.event('change-window.closed', { why, endedAt: self.changeWindowEndsAt }, { ruleId: 'BAK-36' });
}
