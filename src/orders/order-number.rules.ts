import { localDay, type Calendar } from '../base/calendar';

/** The two parts of an order number: the intake day `YYYYMMDD` and the serial of that day. */
export interface OrderNumber {
  readonly day: string;
  readonly serial: number;
}

const DAY = /^\d{8}$/;
const NUMBER = /^(\d{8})(\d{3,})$/;

const isDay = (day: string): boolean => {
  if (!DAY.test(day)) return false;
  const dashed = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`;
  const at = Date.parse(`${dashed}T00:00:00.000Z`); // a date alone may be read in other ways than as a day of the calendar
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(dashed); // 30 February is read as a day of March
};

/** BAK-16. The day that numbers an order: its intake date in the store's zone, `YYYYMMDD`. */
export const numberingDay = (cal: Calendar, intakeAt: number): string => localDay(cal, intakeAt).replaceAll('-', '');

/**
 * BAK-16. `20250131` and 7 → `20250131007`; the serial has at least three digits, and the 1000th order of a day gets four.
 * @throws {RangeError} for a day that does not exist or a serial below 1.
 */
export function formatOrderNumber(day: string, serial: number): string {
  if (!isDay(day)) throw new RangeError(`${day} is not a day YYYYMMDD.`);
  if (!Number.isSafeInteger(serial) || serial < 1) throw new RangeError(`${serial} is not a serial number.`);
  return day + String(serial).padStart(3, '0');
}

/** BAK-16. The parts of an order number, or null for anything `formatOrderNumber` would not write. */
export function parseOrderNumber(text: string): OrderNumber | null {
  const [, day, digits] = NUMBER.exec(text) ?? [];
  if (day === undefined || !isDay(day)) return null;
  const serial = Number(digits);
  return Number.isSafeInteger(serial) && serial >= 1 && formatOrderNumber(day, serial) === text ? { day, serial } : null;
}

export const isOrderNumber = (text: string): boolean => parseOrderNumber(text) !== null;
