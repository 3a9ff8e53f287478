import { realDuration, type ShopClock } from '../../base/clock';
import { HOUR_MS, MINUTE_MS } from '../../base/rule';

const SECOND_MS = 1000;
/** Real pauses between tries; the last one repeats. */
const PAUSES_MS = [5 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS, 10 * MINUTE_MS, 30 * MINUTE_MS];
/** Shop time after the first try at which a letter that still cannot be delivered is given up and somebody telephones. */
const GIVE_UP_MS = 6 * HOUR_MS;
/** Under a fast clock six hours are seconds: a letter gets some tries all the same. */
const FEWEST_TRIES = 4;

/** Real milliseconds until the next try after `tries` of them. A fast clock shortens the pauses with its day. */
export const pauseAfter = (tries: number, clock: ShopClock): number =>
  Math.min(PAUSES_MS[tries - 1] ?? PAUSES_MS[PAUSES_MS.length - 1]!, Math.ceil(realDuration(clock, GIVE_UP_MS) / 8));

/** Whether it is time to give up, by shop time since the first try. */
export const givesUp = (tries: number, firstTryAt: number, now: number): boolean => tries >= FEWEST_TRIES && now - firstTryAt >= GIVE_UP_MS;
