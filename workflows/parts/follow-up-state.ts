import type { Rate } from '../../src/contracts/order';
import type { Resume } from '../../src/contracts/repair';
import type { Process } from '../process/process';
import type { Owned } from './owned';

/** AFT-88, AFT-89, BAK-82. The visit after delivery, and the rating. Instants are epoch ms of shop time. */
export interface FollowUp {
  /** When the next visit is, or the last one was, due. */
  readonly visitAt: number | null;
  /** When it was last tried in vain. */
  readonly triedAt: number | null;
  /** The score; one rating per order. */
  readonly rated: number | null;
}

/** Before delivery, or as the record of a lost order has it. */
export const openFollowUp = (resume?: Resume): FollowUp => ({
  visitAt: resume?.followUpAt ?? null,
  triedAt: null,
  rated: resume?.rated ?? null,
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

/** BAK-82. The customer's rating. */
export function rate(self: Owner & Pick<Process, 'recorder' | 'now'>, { score, by, textId }: Rate): void {
  self.followUp.rated = score;
  self.recorder.row('ratings', { score, source: by.kind, at: self.now(), ...(textId && { textId }) });
  self.recorder.event('order.rated', { score, source: by.kind }, { ruleId: 'BAK-82', actor: by, ...(textId && { textId }) });
}
