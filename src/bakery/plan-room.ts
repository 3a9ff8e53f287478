import { addDays, localDay, type Calendar } from '../base/calendar';
import { DAY_MS } from '../base/rule';
import { dayFull } from '../orders/capacity';
import { daysBetween, limitsOf, takenOf } from '../orders/capacity.repository';
import {
  isLimited,
  limitOn,
  MOST_DAYS_APART,
  otherInstants,
  roomFor,
  slotOf,
  type CapacityBook,
  type WorkClaim,
} from '../orders/capacity.rules';
import { numbersOf } from '../orders/define.order-kind';
import type { OrderRecord } from '../orders/order-read.repository';
import { orderServices } from '../orders/services';
import { fill } from '../platform/words/messages';
import type { Services } from '../process/services';
import type { BoundFor } from '../process/tasks/form';
import type { TaskRecord } from '../process/tasks/task-read.repository';
import { ROOM_WORDS } from './words/room';
import { BAKERY_WORK, workOf, type PlannedDays } from './work.rules';

/** What of a review's answer says on which days the order is worked. */
interface PlanAnswer {
  readonly outcome: string;
  readonly plannedStartAt?: number | undefined;
  readonly compressed?: PlannedDays['compressed'] | undefined;
  readonly decoration?: boolean | undefined;
  readonly overCapacity?: string | undefined;
}

/** The order that an open review is about; null once it is answered: the order tells a repeat. */
const reviewedBy = async (services: Services, task: TaskRecord): Promise<OrderRecord | null> =>
  task.state === 'open' && task.aboutOrder !== null ? orderServices(services).orders.find(task.aboutOrder) : null;

/** What others take of the days from now to two weeks after the promise. */
async function bookFor(services: Services, { storeId, number, deliveryAt }: OrderRecord, now: number): Promise<CapacityBook> {
  const calendar = await services.calendars.calendarOf(storeId);
  const days = daysBetween(storeId, calendar, now, Math.max(now, deliveryAt) + MOST_DAYS_APART * DAY_MS);
  const limits = await limitsOf(services.db, days);
  const taken = isLimited(limits) ? await takenOf(services.db, days, { calendar, limits }, number) : new Map();
  return { calendar, limits, taken };
}

/**
 * BAK-29. A plan for days that have no room for it is refused, with other starts that fit, unless the supervisor says how they are made to hold it.
 * A day that only another promise would relieve has no other start.
 * @throws {Refusal} `day-full`.
 */
export async function assertPlanFits(services: Services, task: TaskRecord, answer: PlanAnswer, now: number): Promise<void> {
  const { outcome, plannedStartAt, compressed = null, overCapacity } = answer;
  if (outcome === 'not-feasible' || plannedStartAt === undefined || overCapacity !== undefined) return;
  const order = await reviewedBy(services, task);
  if (!order) return;
  const rules = numbersOf(order.kind, order.rulesVersion) as Parameters<typeof workOf>[1];
  const facts = { ...order.facts, decoration: answer.decoration ?? order.facts.decoration };
  const claimsFor = (at: number): WorkClaim[] => workOf(facts, rules, { plannedStartAt: at, compressed });
  const book = await bookFor(services, order, now);
  const full = roomFor(claimsFor(plannedStartAt), book).find(({ fits }) => !fits);
  if (!full) return;
  const readyBy = Math.min(...workOf(facts, rules, { plannedStartAt: null, compressed }).map(({ at }) => at));
  const others = otherInstants({ at: plannedStartAt, notBefore: now, notAfter: readyBy - 1, claimsFor }, book);
  throw dayFull(full, full.work === 'making' ? '/answer/plannedStartAt' : '/answer/overCapacity', others);
}

/** The most days that a form tells of. */
const MOST_TOLD = 7;

/** BAK-29. For the supervisor who plans: what the order takes, and what is free on the days up to its promise, the last week of them. */
export async function roomTold(services: Services, task: TaskRecord, { language, now }: BoundFor): Promise<string | undefined> {
  const order = await reviewedBy(services, task);
  if (!order) return undefined;
  const book = await bookFor(services, order, now);
  if (!isLimited(book.limits)) return undefined;
  const told = (words: keyof typeof ROOM_WORDS, values: Readonly<Record<string, string | number>>): string =>
    fill(language === 'zh' ? 'zh-CN' : 'en', ROOM_WORDS[words][language], values);
  const { making, decoration } = Object.fromEntries((order.facts.workMinutes ?? []).map(({ work, minutes }) => [work, minutes]));
  const needs = told('needs', { making: making ?? 0, decoration: order.facts.decoration ? (decoration ?? 0) : 0 });
  const days = daysUpTo(book.calendar, now, order.deliveryAt).map((day) =>
    told('day', { day, ...freeOn(day, book, told('unlimited', {})) }),
  );
  return [needs, ...days].join('\n');
}

function daysUpTo(calendar: Calendar, now: number, until: number): string[] {
  const days: string[] = [];
  for (let day = localDay(calendar, now); day <= localDay(calendar, until); day = addDays(day, 1)) days.push(day);
  return days.slice(-MOST_TOLD);
}

/** What is free of each kind of work, in minutes. */
const freeOn = (day: string, book: CapacityBook, unlimited: string): Record<string, string | number> =>
  Object.fromEntries(
    Object.keys(BAKERY_WORK).map((work) => {
      const limit = limitOn(work, day, book);
      return [work, limit === null ? unlimited : Math.max(0, limit - (book.taken.get(slotOf(work, day))?.minutes ?? 0))];
    }),
  );
