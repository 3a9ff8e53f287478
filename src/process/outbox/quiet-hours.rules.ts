import { timeOfDay } from '../../base/rule';

/** BAK-08. The hours of a store's day in which only urgent letters go out: the shop's own, whatever a letter is about. */
export const QUIET = { from: timeOfDay('21:00'), until: timeOfDay('08:00') } as const;
