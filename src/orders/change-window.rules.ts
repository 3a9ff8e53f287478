import type { OrderRules } from './order-kinds.messages';
import { toMs } from '../base/rule';

/** What the change window of one order hangs on; epoch ms of shop time. */
interface WindowFacts {
  readonly acceptedAt: number;
  readonly deliveryAt: number;
}

/**
 * BAK-36. The window's last instant: 72 h after acceptance, and never beyond the promised delivery, because nothing is left to change then.
 * An order accepted after its promised hour has a window of no length.
 */
export const changeWindowEnds = ({ acceptedAt, deliveryAt }: WindowFacts, rules: Pick<OrderRules, 'changeWindow'>): number =>
  Math.max(acceptedAt, Math.min(acceptedAt + toMs(rules.changeWindow), deliveryAt));
