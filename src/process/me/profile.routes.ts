import type { Call, Route } from '../../platform/http/route';
import { canonicalJson } from '../../platform/db/canonical-json';
import { route } from '../permissions';
import type { Services } from '../services';
import { isMade, holdSetting, keepEdit } from '../settings/setting-edits.repository';
import { PEOPLE_SETTING, personOf } from '../settings/people.setting';
import { listed } from '../tasks/bound-options';
import { worded } from '../tasks/bound-form';
import { schemaOf } from '../tasks/schema-of';
import { LANGUAGES, type Language } from '../outbox/facts';
import { ProfileValues, ProfileView } from './profile.schema';

/** What everybody reads and changes of themselves. */
export const profileRoutes = (services: Services): Route[] => [
  route({
    key: 'GET /profile',
    summary: 'What the caller may change of themselves, with its form',
    tag: 'sessions',
    status: 200,
    answer: ProfileView,
    async handle({ staff, language }) {
      const { login, email, ...person } = personOf(await services.db.staff.findUniqueOrThrow({ where: { id: staff.id } }));
      const bound = { language: { among: listed('languages', LANGUAGES, { language }) } };
      const form = worded(schemaOf(ProfileValues), [], { kind: PEOPLE_SETTING.name, language, bound });
      return { status: 200, body: { login, email, values: ownValues(person), form } };
    },
  }),
  route({
    key: 'PUT /profile',
    summary: 'Change one’s own telephone and language; on record as an edit of the people',
    tag: 'sessions',
    body: ProfileValues,
    status: 204,
    async handle(call) {
      await changeOwn(services, call, call.body);
      return { status: 204 };
    },
  }),
];

interface Own {
  readonly phone?: string | undefined;
  readonly language: Language;
}
const ownValues = ({ phone, language }: Own) => ({ ...(phone !== undefined && { phone }), language });

/** Writes what somebody says of themselves, with its line on record. */
async function changeOwn({ db }: Services, { staff: { id, storeId }, now, idFor }: Call, { phone, language }: Own): Promise<void> {
  await db.$transaction(async (tx) => {
    await holdSetting(tx, storeId, PEOPLE_SETTING.name);
    const editId = idFor('setting-edit');
    if (await isMade(tx, editId)) return;
    const before = personOf(await tx.staff.findUniqueOrThrow({ where: { id } }));
    const after = personOf(await tx.staff.update({ where: { id }, data: { phone: phone ?? null, language } }));
    if (canonicalJson(before) === canonicalJson(after)) return;
    await keepEdit(tx, { id: editId, storeId, setting: PEOPLE_SETTING.name, entry: id, before, after, by: id, at: now });
  });
}
