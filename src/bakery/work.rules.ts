import { toMs } from '../base/rule';
import type { Role } from '../base/roles';
import type { WorkClaim } from '../orders/capacity.rules';
import type { OrderFacts } from '../orders/order.messages';
import type { Words } from '../platform/words/instants';
import type { AgendaFacts } from './agenda.rules';
import type { BakeryRules } from './rulebook.rules';

/** BAK-29. The kinds of work whose capacity a shop can say, and whose work each is (BAK-46). */
export const BAKERY_WORK = {
  making: { zh: '制作', en: 'making', role: 'baker' },
  decoration: { zh: '装饰', en: 'decoration', role: 'baker' },
} as const satisfies Record<string, Words & { readonly role: Role }>;

/** BAK-29. How a day is made to hold more than its capacity, as the supervisor who plans it says. */
export const OVER_CAPACITY = ['extra-hands', 'overtime', 'other-days', 'outside-help'] as const;
export type OverCapacity = (typeof OVER_CAPACITY)[number];

/** What an order takes of one of them. */
interface BakeryClaim extends WorkClaim {
  readonly work: keyof typeof BAKERY_WORK;
}

/** What a review has fixed of the days on which an order is worked. */
export interface PlannedDays {
  /** Null before the review, and while a change of the promise waits for another. */
  readonly plannedStartAt: number | null;
  readonly compressed: AgendaFacts['compressed'];
}
/** Nobody has planned it yet. */
export const UNPLANNED: PlannedDays = { plannedStartAt: null, compressed: null };

/**
 * BAK-29, BAK-52. What an order takes of each kind of work, and when: making from its planned start, decoration by its deadline. Until a review has
 * fixed the start, all of it is supposed to be done by the day before delivery, when its decoration is due.
 */
export function workOf(
  { workMinutes = [], decoration, deliveryAt }: OrderFacts,
  { decorationBefore }: Pick<BakeryRules, 'decorationBefore'>,
  { plannedStartAt, compressed }: PlannedDays = UNPLANNED,
): BakeryClaim[] {
  const dueAt = compressed === null ? deliveryAt - toMs(decorationBefore) : Math.min(compressed.decorationDueAt, deliveryAt);
  const minutesOf = (work: keyof typeof BAKERY_WORK): number => workMinutes.find((one) => one.work === work)?.minutes ?? 0;
  return [
    {
      work: 'making',
      minutes: minutesOf('making'),
      ...(plannedStartAt === null ? { at: dueAt, deadline: true } : { at: plannedStartAt, deadline: false }),
    },
    { work: 'decoration', minutes: decoration ? minutesOf('decoration') : 0, at: dueAt, deadline: true },
  ];
}
