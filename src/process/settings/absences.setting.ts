import type { FieldError } from '../../base/faults';
import { DAY_MS } from '../../base/rule';
import { Refusal } from '../../base/refusals';
import type { Tx } from '../../platform/db/client';
import { iso } from '../../platform/http/iso';
import { instantsIn } from '../../platform/words/instants';
import { listedName } from '../../platform/words/register';
import { peopleOf } from '../tasks/bound-options';
import { AbsenceValues } from './absences.schema';
import type { Editor, EntryPlace, Setting } from './setting';

/** How long after its end an absence is still shown and entered, ms of shop time. */
const SHOWN_AFTER_MS = 90 * DAY_MS;

/** Who is away and when, those to come first. Everybody enters their own, a store manager anybody's. */
export const ABSENCES_SETTING: Setting<'absences', typeof AbsenceValues> = {
  name: 'absences',
  summary: 'Who is away and when',
  schema: AbsenceValues,
  async read(db, storeId, now) {
    const rows = await db.absence.findMany({
      where: { staff: { storeId }, OR: [{ until: null }, { until: { gt: new Date(now - SHOWN_AFTER_MS) } }] },
      include: { staff: { select: { name: true, store: { select: { zone: true } } } } },
      orderBy: [{ from: 'desc' }, { id: 'asc' }],
    });
    return rows.map(({ id, staffId, from, until, staff }) => ({
      id,
      values: { staffId, from: iso(from.getTime()), ...(until && { until: iso(until.getTime()) }) },
      known: { name: staff.name, zone: staff.store.zone },
    }));
  },
  title({ from, until }, language, { name = '', zone = '' }) {
    const say = instantsIn(language, zone);
    const end = until === undefined ? listedName('standings', 'until-further-notice', language) : say(Date.parse(until));
    return `${name} · ${say(Date.parse(from))} – ${end}`;
  },
  async bind(services, storeId, reader) {
    const people = await peopleOf(services, storeId, reader);
    const hint = (of: string) => listedName('hints', of, reader.language);
    const others = isManager(reader.by) ? undefined : hint('own-absence');
    return { staffId: { among: people(() => true), first: reader.by.id, hint: others }, until: { hint: hint('until') } };
  },
  async check(tx, place, values) {
    await assertTheirs(tx, place);
    const wrong = await wrongPerson(tx, place, values);
    return wrong.length > 0 ? wrong : wrongTime(tx, place, values);
  },
  async put(tx, { id }, { staffId, ...time }) {
    const data = { staffId, from: new Date(time.from), until: time.until === undefined ? null : new Date(time.until) };
    await tx.absence.upsert({ where: { id }, create: { id, ...data }, update: data });
  },
  async remove(tx, place) {
    await assertTheirs(tx, place);
    await tx.absence.deleteMany({ where: { id: place.id } });
  },
};

const isManager = ({ roles }: Editor): boolean => roles.includes('store-manager');

/** @throws {Refusal} `not-allowed` where the absence that stands there is somebody else's. */
async function assertTheirs(tx: Tx, { id, by }: EntryPlace): Promise<void> {
  const standing = await tx.absence.findUnique({ where: { id } });
  if (standing && standing.staffId !== by.id && !isManager(by))
    throw new Refusal('not-allowed', { code: 'absence-of-another' }, { rule: 'BAK-04' });
}

async function wrongPerson(tx: Tx, { storeId, by }: EntryPlace, { staffId }: AbsenceValues): Promise<FieldError[]> {
  if (staffId !== by.id && !isManager(by)) return [{ pointer: '/staffId', code: 'absence-of-another', rule: 'BAK-04' }];
  const here = await tx.staff.count({ where: { id: staffId, storeId, active: true } });
  return here > 0 ? [] : [{ pointer: '/staffId', code: 'not-staff-of-this-store' }];
}

async function wrongTime(tx: Tx, { id, now }: EntryPlace, { staffId, from, until }: AbsenceValues): Promise<FieldError[]> {
  if (until !== undefined && until <= now - SHOWN_AFTER_MS) return [{ pointer: '/until', code: 'over-long-ago' }];
  const overlapping = await tx.absence.count({
    where: {
      staffId,
      id: { not: id },
      ...(until !== undefined && { from: { lt: new Date(until) } }),
      OR: [{ until: null }, { until: { gt: new Date(from) } }],
    },
  });
  return overlapping === 0 ? [] : [{ pointer: '/from', code: 'overlaps-another-absence' }];
}
