import type { Role } from '../../src/base/roles';
import { PEOPLE_SETTING } from '../../src/process/settings/people.setting';
import type { PersonValues } from '../../src/process/settings/people.schema';
import { aTask, HOUR, openShop, PASSWORD, placed, staffId, type Shop } from '../support/http/shop';

let shop: Shop;
beforeEach(async () => {
  shop = await openShop();
});
afterEach(() => shop.close());

const lina = {
  name: '李娜',
  login: 'li.na',
  roles: ['baker', 'packer'],
  departments: ['production'],
  headOf: ['warehouse'],
  email: 'li.na@shop.test',
  phone: '13800138009',
  language: 'zh-CN',
  deputyId: 'main-packer',
  active: true,
};

interface Entry {
  readonly id: string;
  readonly title: string;
  readonly values: typeof lina;
}
const everybody = async (who: Role = 'store-manager'): Promise<Entry[]> => (await shop.call(who, 'GET', '/settings/people')).body.items;
const person = async (id: string): Promise<Entry> => (await everybody()).find((one) => one.id === id)!;
const add = (change: object = {}, who: Role = 'store-manager') =>
  shop.call(who, 'POST', '/settings/people', { body: { ...lina, ...change } });
const change = async (id: string, changes: object, who: Role = 'store-manager') =>
  shop.call(who, 'PUT', `/settings/people/${id}`, { body: { ...(await person(id)).values, ...changes } });
const faults = ({ status, body }: { status: number; body: any }) => [
  status,
  body.errors?.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code]),
];

test('BAK-04 a store manager adds somebody, who is there for assigning at once; nobody knows a password of theirs', async () => {
  const { status, body } = await add();
  expect([status, body.title, body.values]).toEqual([201, '李娜 · 烘焙师 · 打包员', lina]);
  const staff = (await shop.call('baker', 'GET', '/staff')).body.items as { id: string }[];
  expect(staff.find(({ id }) => id === body.id)).toMatchObject({
    name: '李娜',
    roles: ['baker', 'packer'],
    departments: ['production'],
    headOf: ['warehouse'],
    storeId: 'main',
  });
  expect((await shop.call(null, 'POST', '/sessions', { body: { login: 'li.na', password: PASSWORD } })).status).toBe(401);
});

test('BAK-04 a change counts at once, is on record with who made it, and only those who may read the people read it', async () => {
  const before = (await person('main-baker')).values;
  expect((await shop.call('baker', 'GET', '/settings/people')).status).toBe(403);
  expect((await change('main-baker', { roles: ['baker', 'management'], phone: '021-6000 0003' })).status).toBe(200);
  const edits = async (who: Role) => (await shop.call(who, 'GET', '/settings/edits')).body.items;
  expect(await edits('finance')).toEqual([]);
  expect(await edits('management')).toMatchObject([
    { setting: 'people', entry: 'main-baker', before, after: { ...before, roles: ['baker', 'management'], phone: '021-6000 0003' } },
  ]);
  expect((await shop.call('baker', 'GET', '/settings/people')).status).toBe(200);
});

test('the form says who may be deputy, and what roles and departments are called', async () => {
  const { body } = await shop.call('store-manager', 'GET', '/settings/people', { headers: { 'Accept-Language': 'zh-CN' } });
  const { properties } = body.form;
  expect(properties.roles.items.oneOf).toContainEqual({ const: 'qc-inspector', title: '品控员' });
  expect(properties.headOf.items.oneOf).toContainEqual({ const: 'warehouse', title: '仓储部' });
  expect(properties.deputyId.oneOf).toContainEqual({ const: 'main-packer', title: 'Name of packer' });
  expect(properties.deputyId.oneOf).not.toContainEqual(expect.objectContaining({ const: 'other-packer' }));
  expect(properties.language.oneOf).toEqual([
    { const: 'zh-CN', title: '中文' },
    { const: 'en', title: 'English' },
  ]);
});

test.each(['name', 'login', 'email', 'language', 'active'])('BAK-04 of a person %s has to be said', async (field) => {
  expect(faults(await add({ [field]: undefined }))).toEqual([400, [[`/${field}`, 'required']]]);
});

test('a login is had by one person of all stores, and stays', async () => {
  const taken = await add({ login: 'other-baker' });
  expect(faults(taken)).toEqual([400, [['/login', 'login-taken']]]);
  expect(JSON.stringify(taken.body)).not.toContain('Name of');
  expect(faults(await add({ login: 'Li Na' }))).toEqual([400, [['/login', 'not-a-login']]]);
  expect(faults(await change('main-baker', { login: 'another' }))).toEqual([400, [['/login', 'login-stays']]]);
});

test('a deputy is somebody else who works in this store', async () => {
  expect(faults(await change('main-baker', { deputyId: 'main-baker' }))).toEqual([400, [['/deputyId', 'not-oneself']]]);
  expect(faults(await change('main-baker', { deputyId: 'other-baker' }))).toEqual([400, [['/deputyId', 'not-staff-of-this-store']]]);
  await change('main-finance', { active: false });
  expect(faults(await change('main-baker', { deputyId: 'main-finance' }))).toEqual([400, [['/deputyId', 'not-staff-of-this-store']]]);
  expect((await change('main-baker', { deputyId: 'main-packer' })).status).toBe(200);
});

test('BAK-04 nobody takes their own role of store manager or themselves away, and a colleague who manages can', async () => {
  expect(faults(await change('main-store-manager', { roles: [] }))).toEqual([400, [['/roles', 'own-role-stays']]]);
  expect(faults(await change('main-store-manager', { active: false }))).toEqual([400, [['/active', 'own-role-stays']]]);
  await change('main-finance', { roles: ['finance', 'store-manager'] });
  expect((await change('main-store-manager', { roles: ['baker'] }, 'finance')).status).toBe(200);
});

test('BAK-04 the last active store manager stays, though somebody who was one asks', async () => {
  const check = (changes: Partial<PersonValues>) =>
    shop.db.$transaction(async (tx) => {
      const place = {
        storeId: 'main',
        id: 'main-store-manager',
        now: shop.now(),
        by: { id: 'main-finance', roles: ['store-manager' as const] },
      };
      const { values } = (await PEOPLE_SETTING.read(tx, 'main', shop.now())).find(({ id }) => id === place.id)!;
      return PEOPLE_SETTING.check?.(tx, place, { ...(values as PersonValues), ...changes });
    });
  expect(await check({ active: false })).toMatchObject([{ pointer: '/active', code: 'last-store-manager' }]);
  expect(await check({ roles: [] })).toMatchObject([{ pointer: '/roles', code: 'last-store-manager' }]);
  await shop.db.staff.update({ where: { login: 'finance' }, data: { roles: ['store-manager'], active: false } });
  expect(await check({ roles: [] })).toMatchObject([{ pointer: '/roles', code: 'last-store-manager' }]);
  await shop.db.staff.update({ where: { login: 'finance' }, data: { active: true } });
  expect(await check({ roles: [] })).toEqual([]);
});

test('BAK-05 one person who is given two roles answers the steps of both, and no others', async () => {
  const order = await placed(shop);
  await change('main-baker', { roles: ['baker', 'packer'] });
  const answer = async (kind: string, role: Role, said: object) => {
    const id = await aTask(shop, order, kind, role);
    return (await shop.call('baker', 'POST', `/tasks/${id}/completion`, { body: { answer: said } })).status;
  };
  expect(await answer('making-done', 'baker', { done: true })).toBe(200);
  expect(shop.desk.asked.at(-1)).toMatchObject({ act: 'completeTask', message: { by: { id: 'main-baker', roles: ['baker', 'packer'] } } });
  expect(await answer('packing-checklist', 'packer', { nonsense: true })).toBe(400); // let in, and told what is wrong
  expect(await answer('quality-check', 'qc-inspector', { nonsense: true })).toBe(403);
});

test('who leaves is signed out at once and listed no more; who comes back signs in again', async () => {
  await shop.token('packer');
  expect((await change('main-packer', { active: false })).body.title).toBe('Name of packer · 打包员 · 已停用');
  expect(await shop.db.session.count({ where: { staffId: 'main-packer' } })).toBe(0);
  const staff = (await shop.call('baker', 'GET', '/staff')).body.items as { id: string }[];
  expect(staff.map(({ id }) => id)).not.toContain('main-packer');
  const signIn = () => shop.call(null, 'POST', '/sessions', { body: { login: 'packer', password: PASSWORD } });
  expect((await signIn()).status).toBe(401);
  await change('main-packer', { active: true });
  expect((await signIn()).status).toBe(201);
});

test('whoever has open tasks hands them on before they leave', async () => {
  const order = await placed(shop);
  const id = await aTask(shop, order, 'making-done', 'baker', { assignee: staffId('baker') });
  const refused = await change('main-baker', { active: false });
  expect(faults(refused)).toEqual([400, [['/active', 'has-open-tasks']]]);
  expect(refused.body.errors[0].detail).toBe('名下还有 1 项未完成的任务，请先转派');
  await shop.db.task.update({ where: { id }, data: { state: 'done' } });
  expect((await change('main-baker', { active: false })).status).toBe(200);
});

describe('absences', () => {
  const at = (hours: number) => new Date(shop.now() + hours * HOUR).toISOString();
  const absence = (staff: Role, from: number, until?: number) => ({
    staffId: staffId(staff),
    from: at(from),
    ...(until !== undefined && { until: at(until) }),
  });
  const enter = (who: Role, body: object) => shop.call(who, 'POST', '/settings/absences', { body });
  const away = async () => (await shop.call('baker', 'GET', '/boards/day')).body.away as { id: string }[];

  test('everybody enters their own, several of them, and the store manager anybody’s', async () => {
    expect((await enter('baker', absence('baker', 24, 48))).status).toBe(201);
    expect((await enter('baker', absence('baker', 72))).status).toBe(201);
    expect((await enter('store-manager', absence('packer', -1, 1))).status).toBe(201);
    expect(faults(await enter('baker', absence('packer', 24, 48)))).toEqual([400, [['/staffId', 'absence-of-another']]]);
    expect((await away()).map(({ id }) => id)).toEqual(['main-packer']);
    const { items } = (await shop.call('finance', 'GET', '/settings/absences', { headers: { 'Accept-Language': 'en' } })).body;
    expect(items.map(({ title }: Entry) => title)).toEqual([
      'Name of baker · Thu 2026-11-26 10:00 – until further notice',
      'Name of baker · Tue 2026-11-24 10:00 – Wed 2026-11-25 10:00',
      'Name of packer · Mon 2026-11-23 09:00 – Mon 2026-11-23 11:00',
    ]);
  });

  test('of one person they do not overlap, and each has an end after its beginning', async () => {
    const first = (await enter('baker', absence('baker', 24, 48))).body as Entry;
    const overlaps = [400, [['/from', 'overlaps-another-absence']]];
    expect(faults(await enter('baker', absence('baker', 47, 50)))).toEqual(overlaps);
    expect(faults(await enter('baker', absence('baker', 20, 25)))).toEqual(overlaps);
    expect(faults(await enter('baker', absence('baker', 10)))).toEqual(overlaps);
    expect(faults(await enter('baker', absence('baker', 60, 60)))).toEqual([400, [['/until', 'ends-before-it-begins']]]);
    expect((await enter('baker', absence('baker', 48, 50))).status).toBe(201);
    expect((await enter('packer', absence('packer', 24, 48))).status).toBe(201);
    expect((await shop.call('baker', 'PUT', `/settings/absences/${first.id}`, { body: absence('baker', 25, 48) })).status).toBe(200);
  });

  test('BAK-04 nobody but the store manager changes or takes away the absence of somebody else', async () => {
    const { id } = (await enter('baker', absence('baker', 24, 48))).body as Entry;
    const stolen = await shop.call('packer', 'PUT', `/settings/absences/${id}`, { body: absence('packer', 24, 48) });
    const gone = await shop.call('packer', 'DELETE', `/settings/absences/${id}`);
    expect([stolen.body.type, gone.body.type]).toEqual(['/problems/not-allowed', '/problems/not-allowed']);
    expect(gone.body.detail).toBe('他人的缺勤由店长登记');
    expect((await shop.call('store-manager', 'DELETE', `/settings/absences/${id}`)).status).toBe(204);
    expect(await shop.db.absence.count()).toBe(0);
  });

  test('BAK-04 while somebody is away by an absence entered here, their deputy answers for them', async () => {
    const order = await placed(shop);
    const id = await aTask(shop, order, 'making-done', 'baker', { assignee: staffId('baker') });
    await change('main-baker', { deputyId: 'main-packer' });
    const answer = () => shop.call('packer', 'POST', `/tasks/${id}/completion`, { body: { answer: { done: true } } });
    expect((await answer()).status).toBe(403);
    await enter('baker', absence('baker', -1, 1));
    expect((await answer()).status).toBe(200);
  });

  test('where a person is chosen, it says who is away, until when, and who stands in for them', async () => {
    const order = await placed(shop);
    const id = await aTask(shop, order, 'making-done', 'baker');
    await change('main-production-supervisor', { deputyId: 'main-packer' });
    await enter('store-manager', absence('production-supervisor', -1, 1));
    await enter('baker', absence('baker', -1));
    const names = async (language: string) => {
      const { body } = await shop.call('store-manager', 'GET', `/tasks/${id}`, { headers: { 'Accept-Language': language } });
      return (body.candidates as { name: string }[]).map(({ name }) => name);
    };
    expect(await names('zh-CN')).toEqual([
      'Name of baker（缺勤至 另行通知）',
      'Name of packer',
      'Name of production-supervisor（缺勤至 2026-11-23 周一 11:00，代理人：Name of packer）',
      'Name of store-manager',
    ]);
    expect((await names('en'))[0]).toBe('Name of baker (away until further notice)');
  });

  test('an absence that is over is shown for 90 days, and none is entered that ended before', async () => {
    expect(faults(await enter('baker', absence('baker', -90 * 24 - 2, -90 * 24)))).toEqual([400, [['/until', 'over-long-ago']]]);
    expect((await enter('baker', absence('baker', -90 * 24 - 2, -90 * 24 + 1))).status).toBe(201);
    const shown = async () => (await shop.call('store-manager', 'GET', '/settings/absences')).body.items.length as number;
    expect(await shown()).toBe(1);
    shop.time.now += HOUR;
    expect(await shown()).toBe(0);
  });
});
