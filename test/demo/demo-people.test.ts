import { loadDemoShop } from '../../src/demo/demo-shop';
import type { Db } from '../../src/platform/db/client';

interface StaffRow {
  readonly login: string;
  readonly name: string;
  readonly roles: readonly string[];
  readonly deputyId: string;
}

/** The people that the demo shop hires. */
async function hired(): Promise<StaffRow[]> {
  const people: StaffRow[] = [];
  const nothing = { createMany: () => Promise.resolve({ count: 0 }) };
  const staff = {
    findMany: () => Promise.resolve([]),
    createMany: ({ data }: { readonly data: StaffRow[] }) => Promise.resolve(people.push(...data)),
  };
  await loadDemoShop({ store: nothing, supplier: nothing, staff } as unknown as Db);
  return people;
}

test('BAK-81 the demo shop has somebody of each role, and three members of the committee, who stand in for one another', async () => {
  const people = await hired();
  expect(people.map(({ login }) => login).join(' ')).toBe(
    'sales-consultant production-supervisor baker qc-inspector packer delivery-staff customer-service store-manager finance ' +
      'food-safety-committee ingredient-custodian management operator food-safety-committee-2 food-safety-committee-3',
  );
  const committee = people.filter(({ roles }) => roles.includes('food-safety-committee'));
  expect(committee.map(({ name, roles, deputyId }) => [name, roles, deputyId])).toEqual([
    ['郑安', ['food-safety-committee'], 'demo-management'],
    ['卫宁', ['food-safety-committee'], 'demo-food-safety-committee'],
    ['蒋清', ['food-safety-committee'], 'demo-food-safety-committee'],
  ]);
});
