import { setTimeout } from 'node:timers/promises';
import { atTime, localDay, type Calendar, type Calendars } from '../../base/calendar';
import type { Db } from '../../platform/db/client';
import { measuredKind } from '../define.order-kind';
import { monthIn, type Month } from './evidence';
import { createReports } from './reports.repository';
import { monthAfter } from './reports.rules';

/** BAK-84…87. When a month is frozen: at this time of the first of the next one, by the store's clock. */
const FREEZE_TIME = '00:10';

/** Real milliseconds between looks. */
const EVERY_MS = 60_000;

export interface FreezingDeps {
  readonly db: Db;
  readonly calendars: Calendars;
  /** Shop time, epoch ms. */
  readonly now: () => number;
  readonly log: (message: string, error?: unknown) => void;
}

/** The months of a store that are over and not frozen, the earliest first: those since the last frozen one, or since its first order. */
async function owedMonths(db: Db, storeId: string, calendar: Calendar, now: number): Promise<Month[]> {
  const last = await createReports(db).lastFrozen(storeId);
  const first = last === null ? await firstMonth(db, storeId, calendar) : monthAfter(last, 1);
  const owed: Month[] = [];
  for (let month = first; month !== null && isOver(calendar, month, now); month = monthAfter(month, 1)) {
    owed.push(monthIn(calendar, storeId, month));
  }
  return owed;
}

const isOver = (calendar: Calendar, month: string, now: number): boolean =>
  now >= atTime(calendar, `${monthAfter(month, 1)}-01`, FREEZE_TIME);

async function firstMonth(db: Db, storeId: string, calendar: Calendar): Promise<string | null> {
  const { _min: first } = await db.order.aggregate({ where: { storeId }, _min: { intakeAt: true } });
  return first.intakeAt && localDay(calendar, first.intakeAt.getTime()).slice(0, 7);
}

/**
 * Freezes the months of every store that are over. One in which something is still open (an exception of its last hours that may yet be answered in
 * time) waits, and those after it, too. Several workers may do this at once.
 */
export async function freezeMonths({ db, calendars, now: clock }: FreezingDeps): Promise<void> {
  const now = clock();
  const reports = createReports(db);
  for (const { id } of await db.store.findMany({ select: { id: true }, orderBy: { id: 'asc' } })) {
    for (const month of await owedMonths(db, id, await calendars.calendarOf(id), now)) {
      if (!(await reports.freeze(month, { now, ...measuredKind() }))) break;
    }
  }
}

/** Looks every minute, in every worker. */
export async function runFreezing(deps: FreezingDeps, stopping: AbortSignal): Promise<void> {
  while (!stopping.aborted) {
    await freezeMonths(deps).catch((error: unknown) => deps.log('the figures of a month cannot be frozen yet', error));
    await setTimeout(EVERY_MS, undefined, { signal: stopping }).catch(() => undefined); // woken to stop
  }
}
