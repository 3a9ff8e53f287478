import { MockActivityEnvironment } from '@temporalio/testing';
import { createDueActivities } from '../../activities/due';
import { createCalendars } from '../../src/platform/db/calendar.repository';
import { hours, workingDays, workingHours } from '../../src/base/rule';
import { aStore } from '../support/records';
import { testDatabase, type TestDatabase } from '../support/database';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

test('a deadline is counted by the hours and days of its store', async () => {
  const { db } = database;
  const storeId = 'service-centre';
  await aStore(db, { id: storeId }); // 08:00–12:00
  await db.storeClosure.create({ data: { storeId, day: '2026-12-07', open: false, reason: '盘点' } });
  const { dueIn } = createDueActivities({ calendars: createCalendars(db) });
  const since = Date.parse('2026-12-04T11:00+08:00'); // a Friday

  const answers = await Promise.all(
    [hours(2), workingHours(2), workingDays(1)].map((span) => new MockActivityEnvironment().run(dueIn, { storeId, span, since })),
  );
  expect(answers).toEqual([
    { at: Date.parse('2026-12-04T13:00+08:00') },
    { at: Date.parse('2026-12-08T09:00+08:00') },
    { at: Date.parse('2026-12-08T11:00+08:00') },
  ]);
});
