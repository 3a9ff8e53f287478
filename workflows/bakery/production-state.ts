import type { Resume } from '../../src/orders/repair.messages';
import type { ProductionDay } from '../../src/bakery/agenda.rules';
import type { Process } from '../process/process';
import type { Owned } from '../process/owned';

/** BAK-46. How the making stands. */
export interface Production {
  /** BAK-38, BAK-61, BAK-76: what is made is to be made again: something else is ordered, or a person has decided so. */
  readonly remake: boolean;
  /** Epoch ms of shop time, of the piece made last. */
  readonly makingDoneAt: number | null;
  /** BAK-49, BAK-51. The production day that was looked up last. */
  readonly day: ProductionDay | null;
}

/** Nothing is made, or what the record of a lost order says. */
export const openProduction = (resume?: Resume): Production => ({
  remake: false,
  makingDoneAt: resume?.makingDoneAt ?? null,
  day: null,
});

interface Owner {
  readonly production: Owned<Production>;
}

/** What is made is no good for this order; before making it says nothing new. */
export function makeAgain({ production }: Owner): void {
  production.remake = true;
}
/** BAK-46. The piece that is wanted is being made. */
export function makingBegun({ production }: Owner): void {
  production.remake = false;
}
/** BAK-46. */
export function makingDone({ production, now }: Owner & Pick<Process, 'now'>): void {
  production.makingDoneAt = now();
}

/** BAK-49. The cut-offs that hold from now on. */
export function keepDay({ production }: Owner, day: ProductionDay): void {
  production.day = day;
}
