import sharp from 'sharp';
import { ROLES, type Role } from '../../src/base/roles';
import { openShop, placed, staffId, type Reply, type Shop } from '../support/http/shop';
import { PHOTO_ROLES } from '../support/who-may';
import { awayFrom } from '../support/absence';

let shop: Shop;
let order: string;
let picture: Buffer;
beforeAll(async () => {
  shop = await openShop();
  order = await placed(shop);
  picture = await sharp({ create: { width: 4, height: 3, channels: 3, background: '#a52' } })
    .png()
    .toBuffer();
});
afterAll(() => shop.close());

const upload = (who: Role, step: string): Promise<Reply> => {
  const form = new FormData();
  form.set('step', step);
  form.set('photo', new Blob([new Uint8Array(picture)]), 'cake');
  return shop.call(who, 'POST', `/orders/${order}/photos`, { raw: form });
};

test.each(Object.entries(PHOTO_ROLES))('BAK-04 BAK-50 a photo of %s is taken by whoever may answer for it', async (step, allowed) => {
  for (const role of ROLES) {
    const before = await shop.db.photo.count();
    const { status, body } = await upload(role, step);
    if (allowed.includes(role)) expect([role, status, body.step]).toEqual([role, 201, step]);
    else {
      expect([role, status, body.type, body.rule]).toEqual([role, 403, '/problems/not-allowed', 'BAK-04']);
      expect(body.fault).toEqual({ code: 'needs-role', params: { roles: expect.arrayContaining([...allowed]) } });
      expect(await shop.db.photo.count()).toBe(before);
    }
  }
});

test.each(ROLES)('BAK-58 a %s, like everybody, may find a problem and photograph it', async (role) => {
  for (const step of ['exception', 'receipt-problem']) expect([step, (await upload(role, step)).status]).toEqual([step, 201]);
});

test('BAK-04 a deputy photographs for whoever is away, and for nobody who is back; the order hears for whom', async () => {
  const absent = { absences: awayFrom(new Date(shop.now() - 1), new Date(shop.now() + 1)), deputyId: staffId('finance') };
  expect((await upload('finance', 'fragile-label')).status).toBe(403);
  await shop.db.staff.update({ where: { id: staffId('packer') }, data: absent });
  expect((await upload('finance', 'fragile-label')).status).toBe(201);
  expect(shop.desk.asked.at(-1)).toMatchObject({
    act: 'addPhoto',
    message: { step: 'fragile-label', deputyFor: [{ id: staffId('packer'), roles: ['packer'] }] },
  });
  await shop.db.staff.update({
    where: { id: staffId('packer') },
    data: { absences: awayFrom(new Date(shop.now() - 1), new Date(shop.now())) },
  });
  expect((await upload('finance', 'fragile-label')).status).toBe(403);
});

test('BAK-50 of what is no step there is no photo; every step has a name', async () => {
  const { status, body } = await upload('store-manager', 'shop-window');
  expect([status, body.errors]).toEqual([400, [expect.objectContaining({ pointer: '/step', code: 'not-one-of', rule: 'BAK-50' })]]);
  const { lists } = (await shop.call('baker', 'GET', '/catalogue')).body;
  const steps: string[] = lists.photoSteps.map(({ id }: { id: string }) => id);
  expect([...steps].sort()).toEqual(Object.keys(PHOTO_ROLES).sort());
  expect([...body.errors[0].params.values].sort()).toEqual([...steps].sort());
});
