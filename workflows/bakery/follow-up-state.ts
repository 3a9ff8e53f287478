import type { Rate } from '../../src/orders/order.messages';
import type { Resume } from '../../src/orders/repair.messages';
import type { Process } from '../process/process';
import type { Owned } from '../process/owned';
import type { Delivery } from './promise';

/** AFT-88, AFT-89, BAK-82. The visit after delivery, and the rating. Instants are epoch ms of shop time. */
export interface FollowUp {
  /** When the next visit is, or the last one was, due. */
  readonly visitAt: number | null;
  /** When it was last tried in vain. */
  readonly triedAt: number | null;
  /** The score; one rating per order. */
  readonly rated: number | null;
  /** Takes the invitations to rate back. */
  readonly silence: () => void;
  /** Nobody visits any more: the customer was reached, or tried for the last time. */
  readonly over: boolean;
}

/** Before delivery, or as the record of a lost order has it. */
export const openFollowUp = (resume?: Resume): FollowUp => ({
  visitAt: resume?.followUpAt ?? null,
  triedAt: null,
  rated: resume?.rated ?? null,
  silence: () => undefined,
  over: false,
});

interface Owner {
  readonly followUp: Owned<FollowUp>;
}

/** AFT-88. The customer is visited then. */
export function visitOn({ followUp }: Owner, at: number): void {
  followUp.visitAt = at;
}
/** AFT-89. Nobody was reached. */
export function triedInVain({ followUp }: Owner, at: number): void {
  followUp.triedAt = at;
}

/** AFT-88, AFT-89. The customer was reached, or tried for the last time. */
export function followedUp({ followUp, recorder }: Owner & Pick<Process, 'recorder'>): void {
  followUp.over = true;
  recorder.touch();
}
/** AFT-88. Only whoever got their order is visited. */
export const visitAhead = ({ followUp, delivery }: { readonly followUp: FollowUp; readonly delivery: Delivery }): boolean =>
  delivery.deliveredAt !== null && !followUp.over;

/** BAK-82. The clocks of the invitations to rate: a rating given meanwhile takes them back. */
export function invited({ followUp }: Owner, clocks: readonly (() => void)[]): void {
  followUp.silence = () => clocks.forEach((takeBack) => takeBack());
}

/** BAK-82. The customer's rating. */
export function rate(self: Owner & Pick<Process, 'recorder' | 'now'>, { score, by, textId }: Rate): void {
  self.followUp.rated = score;
  self.followUp.silence();
  self.recorder.row('ratings', { score, source: by.kind, at: self.now(), ...(textId && { textId }) });
  self.recorder.event('order.rated', { score, source: by.kind }, { ruleId: 'BAK-82', actor: by, ...(textId && { textId }) });
}
