import { HOUR_MS, hours } from '../../src/base/rule';
import { bakeryOfThisFile, staff } from '../support/bakery';

const bakery = bakeryOfThisFile();
/** One rule's number is changed: the deadlines of other rules stay where they are. */
const SOON = hours(0.5);

test('BAK-77 the balance is on record within 4 h of delivery, whatever a visit may take; late, the store manager is asked', async () => {
  const order = await bakery.places({ rules: { followUpDue: SOON } });
  await order.isDelivered();
  const { openedAt, dueAt, reason } = await order.task('settle-balance');
  expect((dueAt ?? 0) - openedAt).toBe(4 * HOUR_MS);
  expect(reason).toMatchObject({ rule: 'BAK-77' });
  expect(await order.around(dueAt ?? 0, () => order.told('task-late', 'settle-balance'))).toEqual([
    [],
    [],
    ['role:finance', 'role:store-manager', 'role:sales-consultant'],
  ]);
});

test('BAK-39 the cause of a cancellation is decided within 4 h, reminded after 2 h, whatever a change may take', async () => {
  const order = await bakery.places({ rules: { changeDecisionDue: SOON, changeDecisionRemind: SOON } });
  await order.isAccepted();
  await order.cancels('customer', staff('sales-consultant'));
  const { openedAt, dueAt, reason } = await order.task('cancellation-decision');
  expect((dueAt ?? 0) - openedAt).toBe(4 * HOUR_MS);
  expect(reason).toMatchObject({ rule: 'BAK-39' });
  expect(await order.around(openedAt + 2 * HOUR_MS, () => order.told('task-reminder', 'cancellation-decision').length)).toEqual([0, 1, 1]);
});

test('BAK-41 a purchase that could not be called off is settled by hand within 4 h, whatever an exception may take', async () => {
  const order = await bakery.places({ market: { first: 'promises' }, rules: { exceptionResponse: SOON } });
  await order.isAccepted();
  const id = await order.reports('ingredient-shortage', { item: 'imported-chocolate' });
  await order.until('the goods', () => (order.book.exceptions.get(id)?.state === 'closed' ? true : undefined));
  order.book.shutDoor = true;
  await order.cancels('store');
  await order.waitHours(1);
  const { openedAt, dueAt, reason } = await order.task('repair');
  expect((dueAt ?? 0) - openedAt).toBe(4 * HOUR_MS);
  expect(reason).toMatchObject({ rule: 'BAK-41' });
});

test('BAK-27 BAK-38 feasibility looked into once more is due by the number of the review, and says so', async () => {
  const order = await bakery.places({ rules: { feasibilityDue: hours(1.5) } });
  await order.isAccepted();
  await order.changes({ urgency: 'rush' }, { needsFeasibility: true });
  const { openedAt, dueAt, reason } = await order.task('feasibility-review');
  expect((dueAt ?? 0) - openedAt).toBe(1.5 * HOUR_MS);
  expect(reason).toMatchObject({ rule: 'BAK-27' });
});

test.each([
  ['ingredient-shortage', true],
  ['process-problem', true],
  ['other', false],
  ['delivery-problem', false],
] as const)(
  'BAK-58 “%s” found three hours before it was reported: late is %s, for the 2 h are of shortage and difficulty',
  async (type, late) => {
    const order = await bakery.places();
    await order.isAccepted();
    await order.waitHours(3);
    const id = await order.reports(type, { foundAt: (await order.now()) - 3 * HOUR_MS });
    expect(order.book.exceptions.get(id)).toMatchObject({ late });
  },
);
