import { hash } from '@node-rs/argon2';
import type { Department } from '../base/departments';
import { ROLES, type Role } from '../base/roles';
import type { Ingredient } from '../bakery/products.rules';
import type { Db } from '../platform/db/client';
import { setDemoPictures } from './demo-pictures';

/** The demo shop: made-up people under reserved addresses, to try everything out. A production start refuses to run with them. */
export const DEMO_STORE_ID = 'demo';
export const DEMO_PASSWORD = 'levain-demo';
/** Reserved by RFC 6761: no letter to it can reach anybody. */
const MAIL_DOMAIN = 'demo.levain.invalid';

const STORE = {
  id: DEMO_STORE_ID,
  name: '酵香坊（示范店）',
  zone: 'Asia/Shanghai',
  address: '上海市示范区麦香路1号',
  complaintPhone: '021-00000001',
  emergencyContact: '021-00000002',
  windows: [
    { from: '08:00', to: '12:00' },
    { from: '13:30', to: '20:00' },
  ],
  weekdays: [1, 2, 3, 4, 5, 6, 7],
};

/** Who stands in for whom: the nearest rung that knows the work. */
const NAMES: Record<Role, { readonly name: string; readonly deputy: Role }> = {
  'sales-consultant': { name: '林晓芸', deputy: 'customer-service' },
  'production-supervisor': { name: '周建国', deputy: 'store-manager' },
  baker: { name: '陈麦', deputy: 'production-supervisor' },
  'qc-inspector': { name: '何静', deputy: 'production-supervisor' },
  packer: { name: '吴小兰', deputy: 'baker' },
  'delivery-staff': { name: '马骏', deputy: 'production-supervisor' },
  'customer-service': { name: '孙悦', deputy: 'sales-consultant' },
  'store-manager': { name: '赵慧敏', deputy: 'management' },
  finance: { name: '钱文', deputy: 'store-manager' },
  'food-safety-committee': { name: '郑安', deputy: 'management' },
  'ingredient-custodian': { name: '冯谷', deputy: 'production-supervisor' },
  management: { name: '王立德', deputy: 'store-manager' },
  operator: { name: '许工', deputy: 'management' },
};

/** Where each works. Of a small shop the one person is the head as well, and departments it has none of are the store manager's. */
const DEPARTMENT: Record<Role, Department> = {
  'sales-consultant': 'sales',
  'production-supervisor': 'production',
  baker: 'production',
  'qc-inspector': 'quality',
  packer: 'warehouse',
  'delivery-staff': 'logistics',
  'customer-service': 'customer-service',
  'store-manager': 'management',
  finance: 'finance',
  'food-safety-committee': 'quality',
  'ingredient-custodian': 'purchasing',
  management: 'management',
  operator: 'it',
};
const HEADS: readonly Role[] = [
  'sales-consultant',
  'production-supervisor',
  'qc-inspector',
  'packer',
  'delivery-staff',
  'customer-service',
  'finance',
  'ingredient-custodian',
  'management',
  'operator',
];

interface Person {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly deputy: string;
}

/** One person for each role, whose login is the role's name, and two more for a quorum of the committee (BAK-81). */
const PEOPLE: readonly Person[] = [
  ...ROLES.map((role) => ({ login: role, role, ...NAMES[role] })),
  { login: 'food-safety-committee-2', name: '卫宁', role: 'food-safety-committee', deputy: 'food-safety-committee' },
  { login: 'food-safety-committee-3', name: '蒋清', role: 'food-safety-committee', deputy: 'food-safety-committee' },
];

const ITEMS: readonly Ingredient[] = ['imported-chocolate', 'cream', 'strawberry', 'fresh-fruit'];

/** Asked in this order (BAK-59): the first never answers, the second does by its link, the third has an address on the web that does not exist. */
const SUPPLIERS = [
  { id: 'demo-supplier-1', name: '远山食材', channel: 'email', email: `yuanshan@${MAIL_DOMAIN}`, rank: 1, limitMinutes: 240 },
  { id: 'demo-supplier-2', name: '晨光烘焙原料', channel: 'email', email: `chenguang@${MAIL_DOMAIN}`, rank: 2, limitMinutes: 480 },
  {
    id: 'demo-supplier-3',
    name: '环球可可',
    channel: 'http',
    url: `https://huanqiu.${MAIL_DOMAIN}/availability`,
    rank: 3,
    limitMinutes: 30,
  },
];

/** What can be done on each weekday, in minutes of one person's work: two bakers, and a third at the weekend. */
const CAPACITY = { making: [960, 960, 960, 960, 960, 1_440, 1_440], decoration: [480, 480, 480, 480, 480, 720, 720] };

/** What the shop can do is said once, with the shop: what its people say of it afterwards stands. */
async function sayCapacity(db: Db): Promise<void> {
  const data = Object.entries(CAPACITY).flatMap(([work, minutes]) =>
    minutes.map((each, n) => ({ storeId: DEMO_STORE_ID, work, weekday: n + 1, minutes: each })),
  );
  await db.capacity.createMany({ data });
}

const staffId = (login: string): string => `demo-${login}`;

/** Loads the demo shop; what is there already stays as it is, so that a second start changes nothing. */
export async function loadDemoShop(db: Db): Promise<void> {
  const opened = await db.store.createMany({ data: [STORE], skipDuplicates: true });
  if (opened.count > 0) {
    await sayCapacity(db);
    await setDemoPictures(db, DEMO_STORE_ID, staffId('store-manager'));
  }
  await db.supplier.createMany({
    data: SUPPLIERS.map((supplier) => ({ ...supplier, storeId: DEMO_STORE_ID, items: [...ITEMS] })),
    skipDuplicates: true,
  });
  const present = new Set((await db.staff.findMany({ where: { demo: true }, select: { login: true } })).map(({ login }) => login));
  const missing = PEOPLE.filter(({ login }) => !present.has(login));
  const data = await Promise.all(
    missing.map(async ({ login, name, role, deputy }) => ({
      id: staffId(login),
      storeId: DEMO_STORE_ID,
      login,
      name,
      roles: [role],
      departments: [DEPARTMENT[role]],
      headOf: HEADS.includes(role) ? [DEPARTMENT[role]] : [],
      passwordHash: await hash(DEMO_PASSWORD), // argon2id is the library's default
      email: `${login}@${MAIL_DOMAIN}`,
      demo: true,
      deputyId: staffId(deputy),
    })),
  );
  await db.staff.createMany({ data, skipDuplicates: true });
}

/** Whether anybody of the demo shop can still sign in here. */
export const hasDemoStaff = async (db: Db): Promise<boolean> => (await db.staff.count({ where: { demo: true, active: true } })) > 0;
