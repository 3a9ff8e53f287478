import { verify } from '@node-rs/argon2';
import * as fc from 'fast-check';
import { createCalendars, zoneOffsets } from '../../src/platform/db/calendar.repository';
import { createDb, type Db } from '../../src/platform/db/client';
import { DEMO_PASSWORD, hasDemoStaff, loadDemoShop } from '../../src/demo/demo-shop';
import { insertOrder } from '../../src/orders/intake.repository';
import { markLaunched, orderInputOf, unlaunched } from '../../src/orders/launch.repository';
import { createRecorder } from '../../src/process/record/recorder';
import { rebase, shopClock } from '../../src/platform/db/settings.repository';
import { createStaffDirectory } from '../../src/platform/people/staff-directory';
import { createSuppliers } from '../../src/purchasing/supplier.repository';
import { atTime, defaultCalendar, isOpenDay, localTime } from '../../src/base/calendar';
import { shopTime } from '../../src/base/clock';
import { ROLES } from '../../src/base/roles';
import { bakeryRules, BAKERY_VERSION } from '../../src/bakery/rulebook.rules';
import { testDatabase, type TestDatabase } from '../support/database';
import { aBatch, anIntake, anOrder, aStore, INTAKE, someFacts, STORE } from '../support/records';

let database: TestDatabase;
let db: Db;
beforeAll(async () => {
  database = await testDatabase();
  db = database.db;
});
afterAll(() => database.close());

describe("a store's calendar", () => {
  test('comes from its row and its closures', async () => {
    await aStore(db);
    await db.storeClosure.createMany({
      data: [
        { storeId: STORE, day: '2026-12-01', open: false, reason: '装修' },
        { storeId: STORE, day: '2026-12-05', open: true, reason: '加班' },
      ],
    });
    const calendar = await createCalendars(db).calendarOf(STORE);
    expect(calendar).toMatchObject({ zone: 'Asia/Shanghai', windows: [{ from: '08:00', to: '12:00' }], weekdays: [1, 2, 3, 4, 5] });
    expect(['2026-11-30', '2026-12-01', '2026-12-05', '2026-12-06'].map((day) => isOpenDay(calendar, day))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(isOpenDay(calendar, '2026-10-01')).toBe(false); // a public holiday, on a Thursday
  });

  test('is read once in a few seconds, and a failed read is not kept', async () => {
    const calendars = createCalendars(db);
    await expect(calendars.calendarOf('late-store')).rejects.toThrow('no store late-store');
    await aStore(db, { id: 'late-store' });
    const first = await calendars.calendarOf('late-store');
    expect(await calendars.calendarOf('late-store')).toBe(first);
  });

  test('of a zone with summer time follows it to the minute', async () => {
    await aStore(db, { id: 'berlin', zone: 'Europe/Berlin' });
    const calendar = await createCalendars(db, () => INTAKE).calendarOf('berlin');
    const spring = Date.parse('2027-03-28T01:00:00Z');
    expect(localTime(calendar, spring - 1)).toBe('01:59');
    expect(localTime(calendar, spring)).toBe('03:00');
    expect(atTime(calendar, '2027-07-01', '10:00')).toBe(Date.parse('2027-07-01T08:00:00Z'));
    expect(atTime(calendar, '2026-12-24', '10:00')).toBe(Date.parse('2026-12-24T09:00:00Z'));
  });

  test('a zone that does not exist is told', () => {
    expect(() => zoneOffsets('Mars/Olympus', INTAKE)).toThrow('not an IANA zone');
  });
});

describe('the shop clock', () => {
  test('is fixed by the first of many that ask', async () => {
    const other = createDb(database.url, 5);
    try {
      const clocks = await Promise.all(Array.from({ length: 10 }, (_, n) => shopClock(n % 2 ? db : other, 7_200)));
      expect(new Set(clocks.map(({ originMs }) => originMs)).size).toBe(1);
      expect(await shopClock(db, 7_200)).toEqual(clocks[0]);
    } finally {
      await other.$disconnect();
    }
  });

  test('another rate goes on from where the shop is', async () => {
    const [old] = [await shopClock(db, 7_200)];
    const before = shopTime(old, Date.now());
    const next = await shopClock(db, 60);
    expect(next.rate).toBe(60);
    expect(shopTime(next, Date.now())).toBeGreaterThanOrEqual(before);
    expect(await shopClock(db, 60)).toEqual(next);
  });

  test('a shop that is ahead of the world cannot return to its time', async () => {
    await expect(shopClock(db, 1)).rejects.toThrow('ahead of the world');
    await expect(shopClock(db, 60)).resolves.toMatchObject({ rate: 60 });
  });

  test('a re-based clock never goes back and springs by less than one real millisecond of its rate', () => {
    const instant = fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 });
    const rate = fc.constantFrom(0.5, 2, 60, 7_200, 100_000);
    fc.assert(
      fc.property(instant, fc.nat(10_000_000), fc.constantFrom(1, 60, 7_200), rate, (originMs, lived, from, to) => {
        const now = originMs + lived;
        const was = shopTime({ originMs, rate: from }, now);
        const is = shopTime(rebase({ originMs, rate: from }, to, now), now);
        expect(is).toBeGreaterThanOrEqual(was);
        expect(is - was).toBeLessThanOrEqual(Math.max(1, to));
      }),
    );
  });

  test('a shop in step with the world, or behind it, may keep its time', () => {
    const now = INTAKE;
    expect(shopTime(rebase({ originMs: now, rate: 7_200 }, 1, now), now)).toBe(now);
    expect(shopTime(rebase({ originMs: now - 1_000, rate: 0.5 }, 1, now), now)).toBe(now);
  });
});

describe('orders whose workflow is owed', () => {
  test('are found until they are launched, oldest first', async () => {
    const [first, second, third] = [await anOrder(db), await anOrder(db), await anOrder(db)];
    const owed = async () => (await unlaunched(db, 0, 100)).filter((number) => [first, second, third].includes(number));
    expect(await owed()).toEqual([first, second, third]);
    expect(await unlaunched(db, 60_000, 100)).toEqual([]);
    expect(await unlaunched(db, 0, 1)).toHaveLength(1);

    await markLaunched(db, first);
    const { launchedAt } = await db.process.findUniqueOrThrow({ where: { id: `order/${first}` } });
    await markLaunched(db, first);
    expect((await db.process.findUniqueOrThrow({ where: { id: `order/${first}` } })).launchedAt).toEqual(launchedAt);
    await createRecorder(db).record(aBatch(second, 1)); // who records, lives
    expect(await owed()).toEqual([third]);
  });

  test('start from what was taken in, under the rules they were taken in with', async () => {
    const clock = { originMs: 5, rate: 60 };
    const number = await anOrder(db);
    expect(await orderInputOf(db, number, clock)).toEqual({
      number,
      kind: 'bakery',
      storeId: STORE,
      intakeAt: INTAKE,
      takenBy: 'staff-1',
      facts: someFacts(),
      rulesVersion: BAKERY_VERSION,
      rules: bakeryRules(),
      clock,
    });
    const { number: foreign } = await insertOrder(db, anIntake({ rulesVersion: 'bakery-99' }), defaultCalendar());
    await expect(orderInputOf(db, foreign, clock)).rejects.toThrow('bakery-99');
  });
});

describe('the demo shop', () => {
  test('is not there before it is loaded, and loading it twice changes nothing', async () => {
    expect(await hasDemoStaff(db)).toBe(false);
    await loadDemoShop(db);
    const read = async () => [
      await db.store.findMany(),
      await db.staff.findMany({ orderBy: { id: 'asc' } }),
      await db.supplier.findMany({ orderBy: { id: 'asc' } }),
      await db.capacity.findMany({ where: { storeId: 'demo' }, orderBy: [{ work: 'asc' }, { weekday: 'asc' }] }),
    ];
    const once = await read();
    await loadDemoShop(db);
    expect(await read()).toEqual(once);
    expect(await hasDemoStaff(db)).toBe(true);
    await db.capacity.deleteMany({ where: { storeId: 'demo', work: 'making' } }); // what its people say stands
    await loadDemoShop(db);
    expect(await db.capacity.count({ where: { storeId: 'demo' } })).toBe(7);
  });

  test('has one person for each role, with a password of argon2id, a deputy and an address that reaches nobody', async () => {
    await loadDemoShop(db);
    const staff = await db.staff.findMany({ where: { demo: true } });
    for (const role of ROLES) expect(staff.find(({ login }) => login === role)).toMatchObject({ roles: [role], active: true });
    const ids = staff.map(({ id }) => id);
    for (const { passwordHash, email, deputyId, id } of staff) {
      expect(passwordHash).toMatch(/^\$argon2id\$/);
      expect(email).toMatch(/@demo\.levain\.invalid$/);
      expect(ids.filter((other) => other !== id)).toContain(deputyId);
    }
    expect(await verify(staff[0]?.passwordHash ?? '', DEMO_PASSWORD)).toBe(true);
    expect(staff.filter(({ roles }) => roles.includes('food-safety-committee'))).toHaveLength(3);
  });

  test('has a head for each department that it has, and of nobody’s is the store manager’s', async () => {
    await loadDemoShop(db);
    const staff = await db.staff.findMany({ where: { demo: true } });
    for (const { departments, headOf } of staff) expect(departments).toEqual(expect.arrayContaining(headOf));
    expect(staff.flatMap(({ headOf }) => headOf).sort()).toEqual([
      'customer-service',
      'finance',
      'it',
      'logistics',
      'management',
      'production',
      'purchasing',
      'quality',
      'sales',
      'warehouse',
    ]);
    expect(staff.find(({ login }) => login === 'baker')).toMatchObject({ departments: ['production'], headOf: [] });
  });

  test('its people are found by login while they are active', async () => {
    await loadDemoShop(db);
    const directory = createStaffDirectory(db);
    expect(await directory.findInStore('demo', 'baker')).toEqual({ id: 'demo-baker', roles: ['baker'] });
    expect(await directory.findInStore('demo', 'qc-inspector')).toEqual({
      id: 'demo-qc-inspector',
      roles: ['qc-inspector', 'head:quality'],
    });
    expect(await directory.findInStore('another', 'baker')).toBeNull();
    expect(await directory.findInStore('demo', 'nobody')).toBeNull();
    await db.staff.update({ where: { login: 'packer' }, data: { active: false } });
    expect(await directory.findInStore('demo', 'packer')).toBeNull();
  });

  test('backup suppliers of an ingredient are listed in the order they are asked', async () => {
    await loadDemoShop(db);
    const suppliers = createSuppliers(db);
    expect(await suppliers.listFor('demo', 'strawberry')).toEqual([
      { id: 'demo-supplier-1', channel: 'email', limitMinutes: 240 },
      { id: 'demo-supplier-2', channel: 'email', limitMinutes: 480 },
      { id: 'demo-supplier-3', channel: 'http', limitMinutes: 30 },
    ]);
    await db.supplier.update({ where: { id: 'demo-supplier-2' }, data: { active: false, rank: 0 } });
    expect((await suppliers.listFor('demo', 'strawberry')).map(({ id }) => id)).toEqual(['demo-supplier-1', 'demo-supplier-3']);
    expect(await suppliers.listFor('demo', 'wheat-flour')).toEqual([]);
    expect(await suppliers.listFor(STORE, 'strawberry')).toEqual([]);
  });
});
