import { openShop, type Shop } from '../../support/http/shop';
import { ALL_STAFF_READS, ALL_STAFF_WRITES, OPEN, ROUTE_ROLES } from '../../support/who-may';
import { ROLES } from '../../../src/base/roles';

let shop: Shop;
beforeAll(async () => {
  shop = await openShop();
});
afterAll(() => shop.close());

/** Where each role's day begins, by hand from what the console was designed for. */
const HOMES: Readonly<Record<string, string>> = {
  'sales-consultant': '/orders',
  baker: '/kitchen',
  'qc-inspector': '/kitchen',
  packer: '/kitchen',
  'delivery-staff': '/deliveries',
  'store-manager': '/approvals',
  finance: '/money',
  'customer-service': '/desk',
};

describe('GET /me', () => {
  test.each(ROLES)('BAK-04 tells a %s every route that lets them in, and no other', async (role) => {
    const { status, body } = await shop.call(role, 'GET', '/me');
    const named = Object.entries(ROUTE_ROLES).flatMap(([key, roles]) => (roles.includes(role) ? key : []));
    expect([status, body.staff.roles, body.home]).toEqual([200, [role], HOMES[role] ?? '/tasks']);
    expect([...body.may].sort()).toEqual([...named, ...ALL_STAFF_READS, ...ALL_STAFF_WRITES, ...OPEN].sort());
  });

  test('tells the store with its zone, telephones and hours, the clock, the version and where Temporal shows its workflows', async () => {
    await shop.db.store.update({
      where: { id: 'main' },
      data: { zone: 'Asia/Urumqi', windows: [{ from: '08:30', to: '21:00' }], weekdays: [1, 2, 3, 4, 5, 6] },
    });
    const row = await shop.db.store.findUniqueOrThrow({ where: { id: 'main' } });
    const { body } = await shop.call('baker', 'GET', '/me');
    expect(body.store).toEqual({
      id: 'main',
      name: row.name,
      zone: 'Asia/Urumqi',
      address: row.address,
      phone: row.complaintPhone,
      emergencyContact: row.emergencyContact,
      windows: [{ from: '08:30', to: '21:00' }],
      weekdays: [1, 2, 3, 4, 5, 6],
    });
    expect(body.clock).toEqual({ now: new Date(shop.time.now).toISOString(), rate: 1, zone: 'Asia/Urumqi' });
    expect([body.version, body.temporalUiUrl]).toEqual(['0.0.0-test', 'http://temporal.test']);
  });

  test('speaks the language of the request, else the person’s own', async () => {
    await shop.db.staff.updateMany({ where: { login: 'packer' }, data: { language: 'en' } });
    const asked = async (headers: Record<string, string>) => (await shop.call('packer', 'GET', '/me', { headers })).body.language;
    expect([await asked({}), await asked({ 'accept-language': 'zh-CN' })]).toEqual(['en', 'zh']);
  });

  test('is for whoever is signed in', async () => {
    expect((await shop.call(null, 'GET', '/me')).status).toBe(401);
  });
});
