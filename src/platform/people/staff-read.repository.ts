import { headOf, isDepartment, type Department, type Position } from '../../base/departments';
import { isRole } from '../../base/roles';
import { CHINA_ZONE, type WorkingWindow } from '../../base/calendar';
import type { Absence as AbsenceRow, Staff } from '../../generated/prisma/client';
import type { Db } from '../db/client';
import { ms } from '../db/instants';

export interface StaffRecord {
  readonly id: string;
  readonly name: string;
  /** The roles they hold, and the departments they lead. */
  readonly roles: readonly Position[];
  readonly departments: readonly Department[];
  readonly storeId: string;
}

/** Somebody who may be asked for an answer. */
export interface AnswererRecord extends StaffRecord {
  /** Those who are away and whom they stand in for. */
  readonly deputyFor: readonly StaffRecord[];
  readonly away: Absence | null;
  readonly deputyId: string | null;
}

/** A shop, as its customers and its people know it. */
export interface StoreRecord {
  readonly id: string;
  readonly name: string;
  /** IANA zone. */
  readonly zone: string;
  readonly address: string;
  /** Where customers call and complain. */
  readonly phone: string;
  readonly emergencyContact: string;
  readonly windows: readonly WorkingWindow[];
  /** ISO numbers, before holidays and closures. */
  readonly weekdays: readonly number[];
}

/** What a row says of a person's place in the shop. What is no role or department of ours is left out. */
export const placeOf = ({
  roles,
  departments,
  headOf: heads,
}: Pick<Staff, 'roles' | 'departments' | 'headOf'>): Pick<StaffRecord, 'roles' | 'departments'> => ({
  roles: [...roles.filter(isRole), ...heads.filter(isDepartment).map(headOf)],
  departments: departments.filter(isDepartment),
});

/** A time for which somebody is away, in epoch ms of shop time; the end is no part of it. */
export interface Absence {
  readonly from: number;
  /** Null: until further notice. */
  readonly until: number | null;
}

/** Of somebody's absences the one at shop time `now`: their deputy then answers for them and has their letters. */
export const absenceAt = (absences: readonly Absence[], now: number): Absence | undefined =>
  absences.find(({ from, until }) => from <= now && (until === null || now < until));

const recordOf = (row: Staff): StaffRecord => ({ id: row.id, name: row.name, ...placeOf(row), storeId: row.storeId });

/** An absence as it is on file. */
export const absenceOf = ({ from, until }: Pick<AbsenceRow, 'from' | 'until'>): Absence => ({ from: from.getTime(), until: ms(until) });

/** What touches a stretch of shop time, epoch ms; the end is no part of it. */
const touching = (from: number, until: number) => ({
  from: { lt: new Date(until) },
  OR: [{ until: null }, { until: { gt: new Date(from) } }],
});
/** What there is at an instant. */
const standingAt = (now: number) => touching(now, now + 1);

/** Reads the people of a shop and the shop itself. */
export const createStaffReads = (db: Db) => ({
  /** At most `limit` active people of one store after `afterId`, by id. */
  async list(storeId: string, limit: number, afterId = ''): Promise<StaffRecord[]> {
    const rows = await db.staff.findMany({ where: { storeId, active: true, id: { gt: afterId } }, orderBy: { id: 'asc' }, take: limit });
    return rows.map(recordOf);
  },
  /** One active person of that store; null for everybody else. */
  async find(storeId: string, id: string): Promise<StaffRecord | null> {
    const row = await db.staff.findFirst({ where: { id, storeId, active: true } });
    return row && recordOf(row);
  },
  /** Names by id, of whoever there is or was. */
  async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await db.staff.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, name: true } });
    return new Map(rows.map((row) => [row.id, row.name]));
  },
  /** The people of that store whom `id` stands in for at shop time `now`: away, with `id` as their deputy. */
  async deputyFor(storeId: string, id: string, now: number): Promise<Pick<StaffRecord, 'id' | 'roles'>[]> {
    const rows = await db.staff.findMany({
      where: { deputyId: id, storeId, active: true, absences: { some: standingAt(now) } },
      select: { id: true, roles: true, departments: true, headOf: true },
    });
    return rows.map((row) => ({ id: row.id, roles: placeOf(row).roles }));
  },
  /** At most `limit` active people of a store by id, each with whom they stand in for, and how they are away, at shop time `now`. */
  async answerers(storeId: string, limit: number, now: number): Promise<AnswererRecord[]> {
    const rows = await db.staff.findMany({
      where: { storeId, active: true },
      include: { absences: { where: standingAt(now) } },
      orderBy: { id: 'asc' },
      take: limit,
    });
    const away = rows.filter(({ absences }) => absences.length > 0);
    return rows.map((row) => ({
      ...recordOf(row),
      deputyFor: away.filter(({ deputyId }) => deputyId === row.id).map(recordOf),
      away: row.absences.map(absenceOf)[0] ?? null,
      deputyId: row.deputyId,
    }));
  },
  /** Active people of a store who are away at any instant of a stretch of shop time (epoch ms), by id, with who stands in for them. */
  async awayIn(storeId: string, from: number, until: number): Promise<(StaffRecord & { readonly deputyId: string | null })[]> {
    const rows = await db.staff.findMany({
      where: { storeId, active: true, absences: { some: touching(from, until) } },
      orderBy: { id: 'asc' },
    });
    return rows.map((row) => ({ ...recordOf(row), deputyId: row.deputyId }));
  },
  /** The IANA zone of a store; of the first one there is when nobody says which. */
  async zone(storeId: string | null): Promise<string> {
    const row = await db.store.findFirst({
      where: storeId === null ? {} : { id: storeId },
      orderBy: { id: 'asc' },
      select: { zone: true },
    });
    return row?.zone ?? CHINA_ZONE;
  },
  async store(id: string): Promise<StoreRecord | null> {
    const row = await db.store.findUnique({ where: { id } });
    if (!row) return null;
    const { name, zone, address, complaintPhone: phone, emergencyContact, windows, weekdays } = row;
    return { id, name, zone, address, phone, emergencyContact, windows: windows as unknown as WorkingWindow[], weekdays };
  },
});
export type StaffReads = ReturnType<typeof createStaffReads>;
