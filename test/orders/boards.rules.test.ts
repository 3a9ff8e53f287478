import { STAGE_COLUMNS } from '../../src/orders/boards/boards.rules';

test.each([
  ['intake', ['draft', 'awaiting-design', 'feasibility-review', 'awaiting-deposit']],
  ['materials', ['materials']],
  ['making', ['making', 'decoration']],
  ['finishing', ['final-check', 'packing']],
  ['delivery', ['ready', 'out-for-delivery']],
] as const)('BAK-94 the column %s has the orders of its states', (column, states) => {
  expect([...STAGE_COLUMNS[column]]).toEqual(states);
});

test('BAK-94 no column has an order that has arrived or ended, and none stands in two', () => {
  const all: string[] = Object.values(STAGE_COLUMNS).flat();
  expect(all).toHaveLength(new Set(all).size);
  expect(all.filter((state) => ['delivered', 'closed', 'declined', 'cancelled'].includes(state))).toEqual([]);
});
