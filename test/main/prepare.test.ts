import { deploySql } from '../../tools/deploy-sql.mjs';
import { hasDemoStaff } from '../../src/demo/demo-shop';
import { prepare } from '../../src/main/prepare';
import { aStore } from '../support/records';
import { testDatabase, type TestDatabase } from '../support/database';

// the migrator is plain JavaScript that is imported when it is needed, which jest cannot do
jest.mock('../../src/main/migrate', () => ({ migrate: deploySql }));

let database: TestDatabase;
beforeEach(async () => {
  database = await testDatabase();
});
afterEach(() => database.close());
const prepared = (env: NodeJS.ProcessEnv = {}) => prepare({ DATABASE_URL: database.url, ...env });

describe('preparing a database', () => {
  test('loads no demo shop unless asked: an empty database may be tomorrow’s shop', async () => {
    expect(await prepared()).toEqual({ applied: [], demo: false });
    expect(await database.db.store.count()).toBe(0);
    expect(await database.db.staff.count()).toBe(0);
  });

  test('loads it when asked, and changes nothing when asked again', async () => {
    expect((await prepared({ LEVAIN_DEMO: 'on' })).demo).toBe(true);
    const people = await database.db.staff.count();
    expect((await prepared({ LEVAIN_DEMO: 'on' })).demo).toBe(true);
    expect(await database.db.staff.count()).toBe(people);
  });

  test('never loads it into a shop of its own, nor in production', async () => {
    await aStore(database.db);
    expect((await prepared({ LEVAIN_DEMO: 'on' })).demo).toBe(false);
    const production = {
      NODE_ENV: 'production',
      LEVAIN_SECRET: '9f2c51b7e04d8a6377c0d1e5ab94f236',
      LEVAIN_PUBLIC_URL: 'https://shop.example',
    };
    await expect(prepared({ ...production, LEVAIN_DEMO: 'on' })).rejects.toThrow(/LEVAIN_DEMO cannot be used/);
    expect(await hasDemoStaff(database.db)).toBe(false);
  });
});
