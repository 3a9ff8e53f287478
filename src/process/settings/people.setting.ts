import { hash } from '@node-rs/argon2';
import { DEPARTMENTS } from '../../base/departments';
import type { FieldError } from '../../base/faults';
import { ROLES } from '../../base/roles';
import type { Staff } from '../../generated/prisma/client';
import type { Tx } from '../../platform/db/client';
import { secretToken } from '../../platform/http/crypto';
import { listedName } from '../../platform/words/register';
import { LANGUAGES } from '../outbox/facts';
import { listed, peopleOf } from '../tasks/bound-options';
import { PersonValues } from './people.schema';
import type { EntryPlace, Setting } from './setting';
import { holdSetting } from './setting-edits.repository';

/** BAK-04, BAK-05. The people of a store. Nobody is taken away: whoever leaves is put out of work, and what they did keeps their name. */
export const PEOPLE_SETTING: Setting<'people', typeof PersonValues> = {
  name: 'people',
  summary: 'The people of the store',
  schema: PersonValues,
  async read(db, storeId) {
    const rows = await db.staff.findMany({ where: { storeId }, orderBy: [{ active: 'desc' }, { name: 'asc' }, { id: 'asc' }] });
    return rows.map((row) => ({ id: row.id, values: personOf(row) }));
  },
  title({ name, roles = [], active }, language) {
    const called = roles.map((role) => listedName('roles', role, language) ?? role);
    return [name, ...called, ...(active ? [] : [listedName('standings', 'left', language)])].join(' · ');
  },
  async bind(services, storeId, reader) {
    const people = await peopleOf(services, storeId, reader);
    const hint = (of: string) => listedName('hints', of, reader.language);
    return {
      login: { hint: hint('login') },
      roles: { among: listed('roles', ROLES, reader) },
      departments: { among: listed('departments', DEPARTMENTS, reader) },
      headOf: { among: listed('departments', DEPARTMENTS, reader) },
      language: { among: listed('languages', LANGUAGES, reader), first: LANGUAGES[0] },
      deputyId: { among: people(() => true), hint: hint('deputy') },
      active: { first: true },
    };
  },
  async check(tx, place, values) {
    const standing = await tx.staff.findUnique({ where: { id: place.id } });
    return [
      ...(await wrongLogin(tx, standing, values)),
      ...(await wrongDeputy(tx, place, values)),
      ...(standing ? await wrongChange(tx, place, standing, values) : []),
    ];
  },
  async put(tx, { storeId, id }, { phone = null, deputyId = null, ...values }) {
    const data = { ...values, phone, deputyId };
    const { count } = await tx.staff.updateMany({ where: { id }, data });
    // nobody knows the password that somebody new begins with: theirs is made when they ask for it
    if (count === 0) await tx.staff.create({ data: { ...data, id, storeId, passwordHash: await hash(secretToken()) } });
    if (!values.active) await tx.session.deleteMany({ where: { staffId: id } });
  },
};

/** Logins are of all stores. */
const EVERY_STORE = '*';

/** Somebody as their form would say it. */
export const personOf = ({ name, login, email, phone, language, deputyId, active, ...row }: Staff) => ({
  name,
  login,
  roles: ROLES.filter((role) => row.roles.includes(role)),
  departments: DEPARTMENTS.filter((department) => row.departments.includes(department)),
  headOf: DEPARTMENTS.filter((department) => row.headOf.includes(department)),
  email,
  ...(phone !== null && { phone }),
  language: LANGUAGES.find((one) => one === language) ?? LANGUAGES[0],
  ...(deputyId !== null && { deputyId }),
  active,
});

async function wrongLogin(tx: Tx, standing: Staff | null, { login }: PersonValues): Promise<FieldError[]> {
  if (standing) return standing.login === login ? [] : [{ pointer: '/login', code: 'login-stays' }];
  await holdSetting(tx, EVERY_STORE, 'people'); // of two stores that add it at once, the second sees the first
  const others = await tx.staff.count({ where: { login } });
  return others === 0 ? [] : [{ pointer: '/login', code: 'login-taken' }];
}

async function wrongDeputy(tx: Tx, { storeId, id }: EntryPlace, { deputyId }: PersonValues): Promise<FieldError[]> {
  if (deputyId === undefined) return [];
  if (deputyId === id) return [{ pointer: '/deputyId', code: 'not-oneself' }];
  const here = await tx.staff.count({ where: { id: deputyId, storeId, active: true } });
  return here > 0 ? [] : [{ pointer: '/deputyId', code: 'not-staff-of-this-store' }];
}

type Standing = Pick<Staff, 'roles' | 'active'>;
const manages = ({ roles, active }: Standing): boolean => active && roles.includes('store-manager');

/** What stands against a change of somebody who is there: the shop keeps a manager, and no task stays with somebody who has left. */
async function wrongChange(tx: Tx, { storeId, id, by }: EntryPlace, standing: Standing, values: PersonValues): Promise<FieldError[]> {
  const pointer = values.active ? '/roles' : '/active';
  if (manages(standing) && !manages(values)) {
    if (by.id === id) return [{ pointer, code: 'own-role-stays', rule: 'BAK-04' }];
    const others = await tx.staff.count({ where: { storeId, active: true, roles: { has: 'store-manager' }, id: { not: id } } });
    if (others === 0) return [{ pointer, code: 'last-store-manager', rule: 'BAK-04' }];
  }
  if (!standing.active || values.active) return [];
  const count = await tx.task.count({ where: { assignee: id, state: 'open' } });
  return count === 0 ? [] : [{ pointer, code: 'has-open-tasks', params: { count } }];
}
