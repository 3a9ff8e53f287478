import { changeWindowEnds } from '../orders/change-window.rules';
import { BAKERY, type BakeryRules } from './rulebook.rules';
import { MINUTE_MS, toMs, type WallClock } from '../base/rule';
import { addDays, atTime, isAssumed, isOpenDay, localDay, localTime, nextOpenDay, type Calendar } from '../base/calendar';
import type { Moment as NamedMoment } from '../base/moment';
import type { Reason, ReasonBase } from '../base/reason';

/** A named instant of an order's life. */
export type Moment = NamedMoment<MomentName>;

export const MOMENT_NAMES = [
  'feasibility-remind',
  'feasibility-due',
  'deposit-remind',
  'deposit-hand-over',
  'materials-remind',
  'materials-due',
  'materials-complete-due',
  'change-window-remind',
  'change-window-ends',
  'warm-reminder',
  'planned-start',
  'decoration-remind',
  'decoration-due',
  'dispatch-remind',
  'dispatch-due',
  'delivery-promised',
  'rating-invite',
  'rating-remind',
  'rating-close',
  'follow-up',
  'follow-up-retry',
] as const;
export type MomentName = (typeof MOMENT_NAMES)[number];

/** What is known of an order when its agenda is made; a moment whose anchor is unknown is left out. */
export interface AgendaFacts {
  readonly intakeAt: number;
  /** When the feasibility review was opened. */
  readonly reviewAt: number | null;
  readonly feasibleAt: number | null;
  readonly acceptedAt: number | null;
  readonly plannedStartAt: number | null;
  readonly deliveryAt: number;
  readonly deliveredAt: number | null;
  /** When the follow-up was last tried in vain. */
  readonly followUpTriedAt: number | null;
  readonly decoration: boolean;
  readonly courier: boolean;
  /** BAK-24, BAK-29: deadlines of a rush order set by the review. */
  readonly compressed: { readonly materialsDueAt: number; readonly decorationDueAt: number } | null;
}

/** Every moment that follows from what is known, earliest first. One function for workflow, preview, console and tests. */
export function agenda(facts: AgendaFacts, rules: BakeryRules, calendar: Calendar): Moment[] {
  const pen: Pen = { rules, calendar };
  return [reviewing, accepting, materials, making, delivering, afterwards].flatMap((part) => part(facts, pen)).sort((a, b) => a.at - b.at);
}

/** BAK-27, BAK-31. */
const reviewing = ({ reviewAt, feasibleAt }: AgendaFacts, pen: Pen): Moment[] => [
  ...(reviewAt === null
    ? []
    : [
        after(pen, 'feasibility-remind', 'feasibilityRemind', 'reviewAt', reviewAt),
        after(pen, 'feasibility-due', 'feasibilityDue', 'reviewAt', reviewAt),
      ]),
  ...(feasibleAt === null
    ? []
    : [
        after(pen, 'deposit-remind', 'depositRemind', 'feasibleAt', feasibleAt),
        after(pen, 'deposit-hand-over', 'depositHandOver', 'feasibleAt', feasibleAt),
      ]),
];

/**
 * BAK-36: the window runs from acceptance and never outlives the delivery; that it closes early when decoration starts is the order's own
 * doing. One too short for its reminder has none: the letter of acceptance has just named its end.
 */
function accepting({ acceptedAt, deliveryAt }: AgendaFacts, pen: Pen): Moment[] {
  if (acceptedAt === null) return [];
  const full = after(pen, 'change-window-ends', 'changeWindow', 'acceptedAt', acceptedAt);
  const endsAt = changeWindowEnds({ acceptedAt, deliveryAt }, pen.rules);
  const ends = endsAt === full.at ? full : moment(full.name, endsAt, { rule: full.ruleId, base: 'deliveryAt', baseAt: deliveryAt });
  const remind = before(pen, 'change-window-remind', 'changeWindowRemind', 'changeWindowEndsAt', ends.at);
  return remind.at > acceptedAt ? [remind, ends] : [ends];
}

/**
 * BAK-48 and BAK-47 are two timers from acceptance. BAK-24: the compressed date of a rush order stands for either where it is earlier,
 * for it can only tighten them; the reminder keeps its distance to the deadline, down to acceptance itself.
 */
function materials({ acceptedAt, compressed }: AgendaFacts, pen: Pen): Moment[] {
  if (acceptedAt === null) return [];
  const tighten = (standard: Moment, at = compressed?.materialsDueAt ?? standard.at): Moment =>
    at >= standard.at ? standard : moment(standard.name, Math.max(at, acceptedAt), { rule: 'BAK-24', base: 'rushReview' });
  const due = after(pen, 'materials-due', 'materialsDue', 'acceptedAt', acceptedAt);
  const remind = after(pen, 'materials-remind', 'materialsRemind', 'acceptedAt', acceptedAt);
  const tightened = tighten(due);
  return [
    tighten(remind, tightened.at - (due.at - remind.at)),
    tightened,
    tighten(after(pen, 'materials-complete-due', 'materialsComplete', 'acceptedAt', acceptedAt)),
  ];
}

/** BAK-29, BAK-45, BAK-52. */
function making({ acceptedAt, plannedStartAt, deliveryAt, decoration, compressed }: AgendaFacts, pen: Pen): Moment[] {
  const found: Moment[] = [];
  if (plannedStartAt !== null) found.push(moment('planned-start', plannedStartAt, { rule: 'BAK-29', base: 'feasibilityReview' }));
  if (plannedStartAt !== null && acceptedAt !== null) found.push(warmReminder(pen, plannedStartAt, acceptedAt));
  if (decoration) {
    const due =
      compressed === null
        ? before(pen, 'decoration-due', 'decorationBefore', 'deliveryAt', deliveryAt)
        : moment('decoration-due', Math.min(compressed.decorationDueAt, deliveryAt), { rule: 'BAK-24', base: 'rushReview' });
    found.push(before(pen, 'decoration-remind', 'decorationRemind', 'decorationDueAt', due.at), due);
  }
  return found;
}

/** BAK-45. 10:00 on the calendar day before making starts; at once when the order is accepted later than that. */
function warmReminder(pen: Pen, plannedStartAt: number, acceptedAt: number): Moment {
  const { calendar, rules } = pen;
  const time = rules.reminderTime.at;
  const at = atTime(calendar, addDays(localDay(calendar, plannedStartAt), -1), time);
  const rule = BAKERY.reminderTime.id;
  return acceptedAt > at
    ? moment('warm-reminder', acceptedAt, { rule, base: 'acceptedAt', missedAt: at })
    : moment('warm-reminder', at, { rule, base: 'plannedStartAt', baseAt: plannedStartAt, time });
}

/** BAK-22, BAK-70: pick-up orders have no dispatch check. */
function delivering({ deliveryAt, courier }: AgendaFacts, pen: Pen): Moment[] {
  const promised = moment('delivery-promised', deliveryAt, { rule: 'BAK-22', base: 'promise' });
  if (!courier) return [promised];
  const due = before(pen, 'dispatch-due', 'dispatchCheck', 'deliveryAt', deliveryAt);
  return [before(pen, 'dispatch-remind', 'dispatchRemind', 'dispatchDueAt', due.at), due, promised];
}

/**
 * BAK-82, AFT-88, AFT-89. The regulation says "within 13 days"; the owner wants the visit on day 13 after proof of delivery, moved to an
 * open day; the next attempt, too.
 */
const afterwards = ({ deliveredAt, followUpTriedAt }: AgendaFacts, pen: Pen): Moment[] => [
  ...(deliveredAt === null
    ? []
    : [
        after(pen, 'rating-invite', 'ratingInvite', 'deliveredAt', deliveredAt),
        after(pen, 'rating-remind', 'ratingRemind', 'deliveredAt', deliveredAt),
        after(pen, 'rating-close', 'ratingClose', 'deliveredAt', deliveredAt),
        onOpenDay(pen, after(pen, 'follow-up', 'followUpVisit', 'deliveredAt', deliveredAt)),
      ]),
  ...(followUpTriedAt === null ? [] : [onOpenDay(pen, after(pen, 'follow-up-retry', 'followUpRetry', 'followUpTriedAt', followUpTriedAt))]),
];

/**
 * Moves forward to the same hour of the next open day: earlier would put a visit after a long holiday before the holiday, when the customer
 * has not had the thirteen days.
 */
function onOpenDay({ calendar }: Pen, wanted: Moment): Moment {
  const day = localDay(calendar, wanted.at);
  const open = nextOpenDay(calendar, day);
  const reason = isAssumed(calendar, open) ? { ...wanted.reason, assumedYear: Number(open.slice(0, 4)) } : wanted.reason;
  if (open === day) return { ...wanted, reason };
  const at = atTime(calendar, open, localTime(calendar, wanted.at)) + (wanted.at % MINUTE_MS);
  return { ...wanted, at, reason: { ...reason, movedFrom: wanted.at } };
}

// ---- how a moment is written down ----

interface Pen {
  readonly rules: BakeryRules;
  readonly calendar: Calendar;
}
/** The rules that are durations: the compiler refuses to add a share or a time of day to an instant. */
type DurationKey = { [K in keyof BakeryRules]: BakeryRules[K] extends WallClock ? K : never }[keyof BakeryRules];

const moment = (name: MomentName, at: number, reason: Reason): Moment => ({ name, at, ruleId: reason.rule, reason });
const after = ({ rules }: Pen, name: MomentName, key: DurationKey, base: ReasonBase, from: number): Moment =>
  moment(name, from + toMs(rules[key]), { rule: BAKERY[key].id, base, baseAt: from, add: rules[key] });
const before = ({ rules }: Pen, name: MomentName, key: DurationKey, base: ReasonBase, until: number): Moment =>
  moment(name, until - toMs(rules[key]), { rule: BAKERY[key].id, base, baseAt: until, before: rules[key] });

// ---- the rhythm of a production day ----

/** The day's cut-offs of BAK-49 and BAK-51 for production going on at `from`: today's if still ahead, else tomorrow's. */
export interface ProductionDay {
  /** Store date `YYYY-MM-DD`. */
  readonly day: string;
  readonly photosRemindAt: number;
  readonly photosDueAt: number;
  readonly qualityRemindAt: number;
  readonly qualityDueAt: number;
}

/**
 * BAK-49, BAK-51. A day counts as soon as its photo cut-off is still ahead: work begun at 17:00 sharp or later first falls due on the next
 * day, photos and quality check alike. Days on which the store is closed are skipped. A reminder may lie before `from`.
 */
export function productionDay(from: number, rules: BakeryRules, calendar: Calendar): ProductionDay {
  const today = localDay(calendar, from);
  const counts = isOpenDay(calendar, today) && from < atTime(calendar, today, rules.photosDue.at);
  const day = counts ? today : nextOpenDay(calendar, addDays(today, 1));
  return {
    day,
    photosRemindAt: atTime(calendar, day, rules.photosRemind.at),
    photosDueAt: atTime(calendar, day, rules.photosDue.at),
    qualityRemindAt: atTime(calendar, day, rules.qualityRemind.at),
    qualityDueAt: atTime(calendar, day, rules.qualityDue.at),
  };
}
