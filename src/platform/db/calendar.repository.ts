import { IANAZone } from 'luxon';
import type { Calendars } from '../../base/calendar';
import { CHINA_OFFSETS, defaultCalendar, type Calendar, type WorkingWindow, type ZoneOffset } from '../../base/calendar';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../base/rule';
import type { Db } from './client';

/** A store's hours change rarely and are read with every act. */
const KEPT_MS = 5_000;
const YEARS_AROUND = 3;

/** The first instant in (from, to] at which the zone's offset is that of `to`; to the minute. */
function turn(zone: IANAZone, from: number, to: number): number {
  let [low, high] = [from, to];
  while (high - low > MINUTE_MS) {
    const middle = Math.floor((low + high) / 2 / MINUTE_MS) * MINUTE_MS;
    if (zone.offset(middle) === zone.offset(to)) high = middle;
    else low = middle;
  }
  return high;
}

/**
 * When and by how much a zone's clocks differ from UTC, `YEARS_AROUND` years either side of `around` (epoch ms).
 * @throws {Error} when `name` is no IANA zone.
 */
export function zoneOffsets(name: string, around: number): readonly ZoneOffset[] {
  if (name === 'Asia/Shanghai') return CHINA_OFFSETS;
  const zone = IANAZone.create(name);
  if (!zone.isValid) throw new Error(`The store's zone ${name} is not an IANA zone.`);
  const span = YEARS_AROUND * 366 * DAY_MS;
  // on the hour, so that a whole hour or minute of change is found as such
  const start = Math.floor((around - span) / HOUR_MS) * HOUR_MS;
  const offsets: ZoneOffset[] = [{ fromMs: start, minutes: zone.offset(start) }];
  for (let day = start; day < around + span; day += DAY_MS) {
    if (zone.offset(day) === zone.offset(day + DAY_MS)) continue;
    const fromMs = turn(zone, day, day + DAY_MS);
    offsets.push({ fromMs, minutes: zone.offset(fromMs) });
  }
  return offsets;
}

async function read(db: Db, storeId: string, around: number): Promise<Calendar> {
  const store = await db.store.findUnique({ where: { id: storeId }, include: { closures: true } });
  if (!store) throw new Error(`There is no store ${storeId}.`);
  return defaultCalendar({
    zone: store.zone,
    offsets: zoneOffsets(store.zone, around),
    windows: store.windows as unknown as WorkingWindow[],
    weekdays: store.weekdays,
    closures: Object.fromEntries(store.closures.map(({ day, open }) => [day, open ? ('open' as const) : ('closed' as const)])),
  });
}

/** Stores' calendars from their rows, each kept for a few seconds. `now` is shop time: offsets are resolved around it. */
export function createCalendars(db: Db, now: () => number = Date.now): Calendars {
  const kept = new Map<string, { readonly until: number; readonly calendar: Promise<Calendar> }>();
  return {
    calendarOf(storeId) {
      const known = kept.get(storeId);
      if (known && known.until > Date.now()) return known.calendar;
      const calendar = read(db, storeId, now());
      kept.set(storeId, { until: Date.now() + KEPT_MS, calendar });
      // a failed read is not kept
      calendar.catch(() => kept.delete(storeId));
      return calendar;
    },
  };
}
