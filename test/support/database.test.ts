import { createDb } from '../../src/platform/db/client';
import { testDatabase } from './database';

describe('a test database', () => {
  test('is migrated, empty and nobody else’s', async () => {
    const [one, two] = await Promise.all([testDatabase(), testDatabase()]);
    await one.db.setting.create({ data: { key: 'colour', value: 'blue' } });
    expect(await one.db.setting.count()).toBe(1);
    expect(await two.db.setting.count()).toBe(0);
    await Promise.all([one.close(), two.close()]);
  });

  test('whose connections were leaked says so when it closes', async () => {
    const mine = await testDatabase();
    const forgotten = createDb(mine.url);
    await forgotten.setting.count();
    await expect(mine.close()).rejects.toThrow(/connections left open[^]*settings/);
    await forgotten.$disconnect();
  });
});
