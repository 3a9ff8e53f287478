import type { Calendars } from '../../base/calendar';
import { CHINA_OFFSETS, defaultCalendar, type Calendar, type WorkingWindow, type ZoneOffset } from '../../base/calendar';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../base/rule';
import type { Db, Tx } from './client';

/** A store's hours change rarely and are read with every act. */
const KEPT_MS = 5_000;
const YEARS_AROUND = 3;

/** Minutes by which the clocks of a zone are ahead of UTC at an instant (epoch ms). */
type OffsetAt = (at: number) => number;

/** A zone's clocks, by the host's table of zones. @throws {Error} when `zone` is no IANA zone. */
function offsetsIn(zone: string): OffsetAt {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    throw new Error(`The store's zone ${zone} is not an IANA zone.`);
  }
  return (at) => {
    // `GMT+05:30`, and `GMT` alone where there is no difference
    const [, sign = '+', hours = 0, minutes = 0] = /GMT([+-])(\d\d):(\d\d)/.exec(format.format(at)) ?? [];
    return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
  };
}

/** The first instant in (from, to] at which the zone's offset is that of `to`; to the minute. */
function turn(offsetAt: OffsetAt, from: number, to: number): number {
  let [low, high] = [from, to];
  while (high - low > MINUTE_MS) {
    const middle = Math.floor((low + high) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetAt(middle) === offsetAt(to)) high = middle;
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
  const offsetAt = offsetsIn(name);
  const span = YEARS_AROUND * 366 * DAY_MS;
  // on the hour, so that a whole hour or minute of change is found as such
  const start = Math.floor((around - span) / HOUR_MS) * HOUR_MS;
  const offsets: ZoneOffset[] = [{ fromMs: start, minutes: offsetAt(start) }];
  for (let day = start; day < around + span; day += DAY_MS) {
    if (offsetAt(day) === offsetAt(day + DAY_MS)) continue;
    const fromMs = turn(offsetAt, day, day + DAY_MS);
    offsets.push({ fromMs, minutes: offsetAt(fromMs) });
  }
  return offsets;
}

/**
 * A store's calendar as its rows say it now. `around` is shop time, epoch ms: offsets are resolved around it.
 * @throws {Error} when there is no such store.
 */
export async function readCalendar(db: Tx, storeId: string, around: number): Promise<Calendar> {
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
      const calendar = readCalendar(db, storeId, now());
      kept.set(storeId, { until: Date.now() + KEPT_MS, calendar });
      // a failed read is not kept
      calendar.catch(() => kept.delete(storeId));
      return calendar;
    },
  };
}
